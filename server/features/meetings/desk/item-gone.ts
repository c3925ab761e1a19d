import type { TenantTx } from "../../../db/tenant-db.ts";
import { AppError } from "../../../http/errors.ts";
import { phrases } from "../../../http/phrases.ts";
import type { Locale, LocalizedText } from "../../../locale.shared.ts";
import type { WorkspaceRoute } from "../../../workspace/feature.ts";
import { typedValues } from "../../../workspace/form-route.ts";
import type { WorkspaceContext } from "../../../workspace/scope.ts";
import type { TypedValues } from "../../../workspace/typed-values.ts";
import { isUuid } from "../../../workspace/uuid-part.ts";
import { withLanguage } from "../../editing/typed-texts.ts";
import { bodiesOf } from "../held-meeting.ts";
import { majorityChoices, methodChoices, resultChoices, voteChoices } from "../meeting-choices.ts";
import { itemNotFound } from "../meetings.errors.ts";
import { membersOn } from "../members.queries.ts";
import type { DeskMeeting } from "./desk.queries.ts";
import { headOf, meetingId, readMeeting, standsAt } from "./desk-meeting.ts";
import { roleChoices } from "./paper-roles.ts";

type WhenGone = (c: WorkspaceContext, typed: TypedValues) => Promise<Response>;

/** A form about an item of the agenda. Where somebody has removed the item meanwhile, what was typed is not lost. */
export const unlessGone = (route: WorkspaceRoute, whenGone: WhenGone): WorkspaceRoute => ({
  ...route,
  async answer(c) {
    try {
      return await route.answer(c);
    } catch (failure) {
      if (!(failure instanceof AppError) || failure.code !== itemNotFound().code) throw failure;
      return whenGone(c, await typedValues(c));
    }
  },
});

/** A field by its name, what it is called, and the words for its choices; what is none of them is not told. */
type Asked = readonly [
  name: string,
  label: string,
  choices?: readonly { value: string; label: LocalizedText | string }[],
];

const inBoth = (c: WorkspaceContext, name: string, label: string): Asked[] =>
  (["sq", "en"] as const).map((language) => [`${name}.${language}`, withLanguage(c, label, language)]);

function inWords(locale: Locale, value: string, choices: Asked[2]): string | undefined {
  if (!choices) return value;
  const label = choices.find((one) => one.value === value)?.label;
  return typeof label === "object" ? label[locale] || label.sq : label;
}

/** Shows what was typed, field by field, to be written down elsewhere. */
async function typedPage(
  c: WorkspaceContext,
  typed: TypedValues,
  fieldsOf: (tx: TenantTx, meeting: DeskMeeting) => Promise<Asked[]>,
): Promise<Response> {
  const { db, locale } = c.var;
  const data = await db.read(async (tx) => {
    const meeting = await readMeeting(tx, meetingId(c));
    const lines = (await fieldsOf(tx, meeting)).flatMap(([name, label, choices]) => {
      const values = [typed[name] ?? ""].flat().filter((value) => value.trim());
      const texts = values.flatMap((value) => inWords(locale, value, choices) ?? []);
      return texts.length > 0 ? [{ label, text: texts.join("\n") }] : [];
    });
    return { meeting: headOf(meeting, c.var), lines };
  });
  standsAt(c, "meeting");
  return c.var.show({ view: "meetings/item-gone-page", data, status: 404 });
}
export interface ItemGoneData {
  meeting: ReturnType<typeof headOf>;
  lines: { label: string; text: string }[];
}

/** Why an item was to be removed, or a vote on it or its result. */
export const reasonAfterAll =
  (label: "reason" | "vote_removal_reason" | "result_reason"): WhenGone =>
  (c, typed) =>
    typedPage(c, typed, async () => inBoth(c, "reason", phrases(c.var.locale, "desk")(label)));

/** Which files and documents an item was to carry, or to carry no more. */
export const papersAfterAll: WhenGone = async (c, typed) => {
  const t = phrases(c.var.locale, "desk");
  const sent = (await c.req.formData()).getAll("files");
  const files = sent.flatMap((file) => (file instanceof File && file.name !== "" ? [file.name] : []));
  return typedPage(c, { ...typed, files }, async (tx) => {
    const ids = [typed.held ?? "", typed.documentIds ?? "", typed.take ?? ""].flat().filter(isUuid);
    const documents = ids.length > 0 ? await findTitles(tx, ids) : [];
    return [
      ["files", t("files")],
      ["held", t("files"), documents],
      ["documentIds", t("free_papers"), documents],
      ["take", t("take"), documents],
      ["role", t("role"), roleChoices(c.var.locale, "item")],
      ...inBoth(c, "reason", t("reason")),
    ];
  });
};
const findTitles = (tx: TenantTx, ids: readonly string[]) =>
  tx.selectFrom("documents").where("id", "in", ids).select(["id as value", "title as label"]).execute();

/** What was typed as the result of an item. */
export const resultAfterAll: WhenGone = (c, typed) => {
  const t = phrases(c.var.locale, "desk");
  return typedPage(c, typed, async () => [
    ["result", t("result"), resultChoices],
    ...inBoth(c, "note", t("result_note")),
    ...inBoth(c, "reason", t("result_reason")),
  ]);
};

/** How it was voted on an item, member by member. */
export const voteAfterAll: WhenGone = (c, typed) => {
  const t = phrases(c.var.locale, "desk");
  return typedPage(c, typed, async (tx, meeting) => {
    const members = await membersOn(tx, await bodiesOf(tx, meeting), meeting.day);
    return [
      ["method", t("vote_method"), methodChoices],
      ...members.map(({ id, name }): Asked => [`ballots.${id}`, name, voteChoices]),
      ["votesFor", t("votes_for")],
      ["votesAgainst", t("votes_against")],
      ["abstentions", t("abstentions")],
      ["present", t("present")],
      ["majority", t("majority"), majorityChoices],
      ...inBoth(c, "majorityReason", t("majority_reason")),
      ...inBoth(c, "reason", t("vote_reason")),
    ];
  });
};
