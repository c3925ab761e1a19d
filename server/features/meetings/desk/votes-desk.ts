import * as v from "valibot";
import type { TenantTx } from "../../../db/tenant-db.ts";
import { InvalidInput } from "../../../http/problem.ts";
import { parsed } from "../../../http/validated.ts";
import { atFields } from "../../../workspace/at-fields.ts";
import { page, type WorkspaceRoute } from "../../../workspace/feature.ts";
import { numberOrNone, typed, typedInBoth } from "../../../workspace/form-fields.schema.ts";
import { form, typedValues } from "../../../workspace/form-route.ts";
import { doing, type WorkspaceContext } from "../../../workspace/scope.ts";
import { nested, type TypedValues } from "../../../workspace/typed-values.ts";
import { holdItem } from "../held-meeting.ts";
import { voteNotFound } from "../meetings.errors.ts";
import { type Choice, choices, majorities, voteMethods } from "../meetings.shared.ts";
import { correctVote, recordVote, removeVote } from "../votes.service.ts";
import { itemId } from "./agenda-desk.ts";
import { deskPath, editMeetings, meetingId, standsAt } from "./desk-meeting.ts";
import { deskPaths } from "./desk-paths.shared.ts";
import { reasonAfterAll, unlessGone, voteAfterAll } from "./item-gone.ts";
import { askAboutTyped } from "./texts-persons.ts";
import { withOthersVote } from "./vote-meanwhile.ts";
import { furtherRound, loadVote, readVote, votePage, votesOf } from "./vote-view.ts";

const Vote = v.object({
  method: v.picklist(voteMethods, "text.required"),
  majority: v.picklist(majorities, "text.required"),
  majorityReason: typedInBoth,
  /** Once the minutes are public. */
  reason: typedInBoth,
  ballots: v.optional(v.record(v.string(), v.union([v.literal(""), v.picklist(choices)], "input.wrong")), {}),
  votesFor: numberOrNone,
  votesAgainst: numberOrNone,
  abstentions: numberOrNone,
  present: numberOrNone,
  /** The vote that is put right, or `furtherRound`; empty for the first one. */
  vote: typed,
});

function inputOf({
  method,
  majority,
  majorityReason,
  ballots,
  vote: _,
  reason: __,
  ...counts
}: v.InferOutput<typeof Vote>) {
  const named: { personId: string; choice: Choice }[] = Object.entries(ballots).flatMap(([personId, choice]) =>
    choice ? [{ personId, choice }] : [],
  );
  return {
    method,
    majority,
    majorityReason,
    ballots: method === "by_name" ? named : undefined,
    ...(method !== "by_name" && counts),
  };
}

/** Writes down what was typed: a first vote, a further one, or one that is put right. */
async function recordTyped(tx: TenantTx, c: WorkspaceContext, sent: TypedValues): Promise<void> {
  const item = itemId(c);
  // Held, so that nobody else changes it between the look and the change.
  await holdItem(tx, item);
  const data = await readVote(tx, c, sent);
  const typed = parsed(Vote, nested(await withOthersVote(sent, data)));
  const [isFirst, input] = [data.rounds.length === 0, inputOf(typed)];
  try {
    if (typed.vote === furtherRound || (!typed.vote && isFirst))
      await recordVote(tx, doing(c), item, input, typed.reason);
    else if (!typed.vote) throw new InvalidInput([{ path: "vote", code: "meetings.vote_recorded" }]);
    else if (!data.rounds.some(({ value }) => value === typed.vote))
      throw new InvalidInput([{ path: "vote", code: "meetings.vote_not_found" }]);
    else await correctVote(tx, doing(c), typed.vote, input, typed.reason);
  } catch (failure) {
    if (!(failure instanceof InvalidInput)) throw failure;
    // The service counts ballots; the form names members.
    throw new InvalidInput(
      failure.fields.map((one) => {
        const at = /^ballots\.(\d+)\./.exec(one.path)?.[1];
        const ballot = at === undefined ? undefined : input.ballots?.[Number(at)];
        return ballot ? { ...one, path: `ballots.${ballot.personId}` } : one;
      }),
    );
  }
}

/** Sets every vote to “for” of whoever is there, so that only the exceptions are left to mark. */
const allFor = (route: WorkspaceRoute): WorkspaceRoute => ({
  ...route,
  async answer(c) {
    const typed = await typedValues(c);
    if (typed.step !== "all_for") return route.answer(c);
    const data = await loadVote(c, typed);
    const ballots = data.members.map(({ id, isAway }) => [`ballots.${id}`, isAway ? "absent" : "for"]);
    const values = { ...typed, ...Object.fromEntries(ballots) };
    return c.var.show({ view: "meetings/vote-page", data }, { name: "vote", title: "", fields: [], values });
  },
});

export const voteRoutes = [
  page(deskPaths.vote, editMeetings, (c) => votePage(c)),
  unlessGone(
    allFor(
      form(deskPaths.vote, editMeetings, {
        name: "vote",
        schema: Vote,
        async save(c) {
          const sent = await typedValues(c);
          const places = {
            fields: { majorityReason: "majorityReason.sq" },
            failures: { "meetings.minutes_are_public": "reason.sq" },
          };
          await atFields(places, () =>
            c.var.db.write(async (tx) => {
              await recordTyped(tx, c, sent);
              await askAboutTyped(c, tx, meetingId(c), (t) => ({ majorityReason: t("majority_reason") }));
            }),
          );
          return `${deskPath(c, "course", { id: meetingId(c) })}?done=vote#item-${itemId(c)}`;
        },
        again: votePage,
      }),
    ),
    voteAfterAll,
  ),
  unlessGone(
    form(deskPaths.voteRemoval, editMeetings, {
      name: "vote-removal",
      schema: v.object({ vote: typed, reason: typedInBoth }),
      async save(c, { vote, reason }) {
        const item = itemId(c);
        await atFields(
          { failures: { "meetings.minutes_are_public": "reason.sq", "meetings.vote_not_found": "vote" } },
          () =>
            c.var.db.write(async (tx) => {
              if (!(await votesOf(tx, item)).some(({ id }) => id === vote)) throw voteNotFound();
              await removeVote(tx, doing(c), vote, reason);
            }),
        );
        return `${deskPath(c, "course", { id: meetingId(c) })}?done=vote_removed#item-${item}`;
      },
      async again(c) {
        standsAt(c, "vote");
        return votePage(c);
      },
    }),
    reasonAfterAll("vote_removal_reason"),
  ),
];
