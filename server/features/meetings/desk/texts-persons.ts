import type { TenantTx } from "../../../db/tenant-db.ts";
import { textOfHtml } from "../../../html-text.ts";
import { phrases } from "../../../http/phrases.ts";
import { type LocalizedText, locales } from "../../../locale.shared.ts";
import { doing, type WorkspaceContext } from "../../../workspace/scope.ts";
import { checkTexts, type ToldText } from "../../editing/persons.service.ts";
import { isWithThePublic } from "../../editing/public-changes.ts";
import { looked, typedTexts, withLanguage } from "../../editing/typed-texts.ts";
import { numberOf } from "../numbers.shared.ts";
import { findAgenda } from "./desk.queries.ts";
import { deskPath, readMeeting } from "./desk-meeting.ts";

type Desk = ReturnType<typeof phrases<"desk">>;
/** The texts of a form that readers see, by their names without the language, and what they are called there. */
export type TextsOf = (t: Desk) => Readonly<Record<string, string>>;

/** All that is said of a meeting and on its agenda, each with the form in which it is changed. */
async function textsOfMeeting(c: WorkspaceContext, tx: TenantTx, id: string): Promise<ToldText[]> {
  const t = phrases(c.var.locale, "desk");
  const [meeting, items] = await Promise.all([readMeeting(tx, id), findAgenda(tx, id)]);
  const both = (field: string, label: string, text: LocalizedText | null, href: string): ToldText[] =>
    locales.flatMap((language) => {
      const said = text?.[language];
      return said ? [[`${field}.${language}`, withLanguage(c, label, language), textOfHtml(said), href] as const] : [];
    });
  const own = deskPath(c, "particulars", { id });
  return [
    ...both("title", t("own_title"), meeting.title, own),
    ...both("description", t("description"), meeting.description, own),
    ...both("place", t("place"), meeting.place, own),
    ...both("closedReason", t("closed_reason"), meeting.closed_reason, own),
    ...items.flatMap((item) => {
      const at = `items.${item.id}`;
      const href = deskPath(c, "item", { id, item: item.id });
      const of = (label: string) => `${t("item_number", { number: numberOf(item.path) })}, ${label}`;
      return [
        ...both(`${at}.title`, of(t("item_title")), item.title, href),
        ...both(`${at}.summary`, of(t("summary")), item.summary, href),
        ...both(`${at}.proposer`, of(t("proposer")), item.proposer, href),
      ];
    }),
  ];
}

/**
 * Asks about persons in what was typed, where the public reads it as soon as it is saved.
 * @throws `PersonsNamed`
 */
export async function askAboutTyped(c: WorkspaceContext, tx: TenantTx, id: string, texts: TextsOf): Promise<void> {
  if (!isWithThePublic(await readMeeting(tx, id))) return;
  const typed = await typedTexts(c, texts(phrases(c.var.locale, "desk")));
  await checkTexts(tx, doing(c), ["meeting", id], typed, await looked(c));
}

/**
 * Asks about persons in all that the public is about to read of a meeting: what was typed, and what stands in it.
 * @throws `PersonsNamed`
 */
export async function askAboutWhole(c: WorkspaceContext, tx: TenantTx, id: string, texts: TextsOf): Promise<void> {
  const typed = await typedTexts(c, texts(phrases(c.var.locale, "desk")));
  const all = [...typed, ...(await textsOfMeeting(c, tx, id))];
  await checkTexts(tx, doing(c), ["meeting", id], all, await looked(c));
}
