import * as v from "valibot";
import type { TenantTx } from "../../../db/tenant-db.ts";
import { phrases } from "../../../http/phrases.ts";
import { atFields } from "../../../workspace/at-fields.ts";
import { page } from "../../../workspace/feature.ts";
import { typedInBoth } from "../../../workspace/form-fields.schema.ts";
import { form } from "../../../workspace/form-route.ts";
import { doing, type Shown, type WorkspaceContext } from "../../../workspace/scope.ts";
import { hasBegun, holdItem } from "../held-meeting.ts";
import { resultChoices } from "../meeting-choices.ts";
import { itemResults } from "../meetings.shared.ts";
import { numberOf } from "../numbers.shared.ts";
import { recordResult, saysMoreThanItsVotes, takeBackResult } from "../results.service.ts";
import { itemId } from "./agenda-desk.ts";
import { both, checkStandsAsShown } from "./announced.ts";
import { deskPath, editMeetings, headOf, meetingId, standsAt } from "./desk-meeting.ts";
import { deskPaths } from "./desk-paths.shared.ts";
import { reasonAfterAll, resultAfterAll, unlessGone } from "./item-gone.ts";
import { askAboutTyped } from "./texts-persons.ts";
import { readItem, talliedIn, votesOf } from "./vote-view.ts";

async function readResult(tx: TenantTx, c: WorkspaceContext) {
  const { locale } = c.var;
  const { meeting, stored } = await readItem(tx, c);
  const [votes, saysMore] = [await votesOf(tx, stored.id), await saysMoreThanItsVotes(tx, stored)];
  const { result, result_note: note } = stored;
  return {
    meeting: headOf(meeting, c.var),
    item: { id: stored.id, number: numberOf(stored.path), title: stored.title },
    results: resultChoices.map(({ value, label }) => ({ value, label: label[locale] })),
    votes: votes.map((vote) => ({
      round: vote.round,
      method: phrases(locale, "meetings")(`method.${vote.method}`),
      ...talliedIn(locale, vote),
    })),
    hasBegun: hasBegun(meeting),
    /** Of what stands once the minutes are public. */
    asksReason: meeting.stage === "minutes_published" && result !== null,
    values: { result, "note.sq": note?.sq, "note.en": note?.en },
    /** What can be taken back, in words; `null` where only votes speak. */
    stood: saysMore
      ? { result: result ? phrases(locale, "meetings")(`result.${result}`) : "–", note: both(note) }
      : null,
  };
}
export type ResultData = Awaited<ReturnType<typeof readResult>>;
const resultPage = async (c: WorkspaceContext): Promise<Shown> => ({
  view: "meetings/result-page",
  data: await c.var.db.read((tx) => readResult(tx, c)),
});

const onCourse = (c: WorkspaceContext, done: string) =>
  `${deskPath(c, "course", { id: meetingId(c) })}?done=${done}#item-${itemId(c)}`;
const reasonAt = { "meetings.minutes_are_public": "reason.sq" };

/** What became of an item beside what its votes say, and the way to take that back. */
export const resultRoutes = [
  page(deskPaths.result, editMeetings, resultPage),
  unlessGone(
    form(deskPaths.result, editMeetings, {
      name: "result",
      schema: v.object({
        result: v.picklist(itemResults, "text.required"),
        note: typedInBoth,
        reason: typedInBoth,
      }),
      standing: ({ data }) => (data as ResultData).values,
      async save(c, { reason, ...given }) {
        const failures = {
          ...{ "meetings.has_not_begun": "result", "meetings.result_contradicts_vote": "result" },
          ...reasonAt,
        };
        await atFields({ failures }, () =>
          c.var.db.write(async (tx) => {
            await recordResult(tx, doing(c), itemId(c), given, reason);
            await askAboutTyped(c, tx, meetingId(c), (t) => ({ note: t("result_note") }));
          }),
        );
        return onCourse(c, "result");
      },
      again: resultPage,
    }),
    resultAfterAll,
  ),
  unlessGone(
    form(deskPaths.resultRemoval, editMeetings, {
      name: "result-removal",
      schema: v.object({ reason: typedInBoth }),
      async save(c, { reason }) {
        await atFields({ failures: reasonAt }, () =>
          c.var.db.write(async (tx) => {
            // Held, so that nobody else changes it between the look and the change.
            await holdItem(tx, itemId(c));
            const { stood } = await readResult(tx, c);
            if (!stood) return;
            await checkStandsAsShown(c, stood, { result: "result", note: "result_note" });
            await takeBackResult(tx, doing(c), itemId(c), reason);
          }),
        );
        return onCourse(c, "result_removed");
      },
      async again(c) {
        standsAt(c, "result");
        return resultPage(c);
      },
    }),
    reasonAfterAll("result_reason"),
  ),
];
