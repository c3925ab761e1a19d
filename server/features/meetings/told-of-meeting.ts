import type { TenantTx } from "../../db/tenant-db.ts";
import { textOfHtml } from "../../html-text.ts";
import { phrases } from "../../http/phrases.ts";
import type { Locale, LocalizedText } from "../../locale.shared.ts";
import { fillPath } from "../../workspace/home.shared.ts";
import { personsInDocuments } from "../documents/persons-in-documents.ts";
import { type PersonPlace, type ToldText, toldInBoth } from "../editing/told-text.ts";
import { findAgenda, findMeeting, findPapers } from "./desk/desk.queries.ts";
import { deskPaths } from "./desk/desk-paths.shared.ts";
import { numberOf } from "./numbers.shared.ts";

/** All that is said of a meeting and on its agenda, each with the form in which it is changed. */
export async function wordsOfMeeting(tx: TenantTx, id: string, locale: Locale): Promise<ToldText[]> {
  const t = phrases(locale, "desk");
  const [meeting, items] = await Promise.all([findMeeting(tx, id), findAgenda(tx, id)]);
  if (!meeting) return [];
  const both = (field: string, label: string, text: LocalizedText | null, href: string): ToldText[] =>
    toldInBoth(locale, [field, label], text, href).map(([name, called, said]) => [
      name,
      called,
      textOfHtml(said),
      href,
    ]);
  const own = fillPath(deskPaths.particulars, { id })[locale];
  return [
    ...both("title", t("own_title"), meeting.title, own),
    ...both("description", t("description"), meeting.description, own),
    ...both("place", t("place"), meeting.place, own),
    ...both("closedReason", t("closed_reason"), meeting.closed_reason, own),
    ...items.flatMap((item) => {
      // By its number: one that is added has another id each time that it is sent.
      const number = numberOf(item.path);
      const at = `items.${number}`;
      const href = fillPath(deskPaths.item, { id, item: item.id })[locale];
      const of = (label: string) => `${t("item_number", { number })}, ${label}`;
      return [
        ...both(`${at}.title`, of(t("item_title")), item.title, href),
        ...both(`${at}.summary`, of(t("summary")), item.summary, href),
        ...both(`${at}.proposer`, of(t("proposer")), item.proposer, href),
      ];
    }),
  ];
}

/** What was written down of what became of each item, as of an event that was held before it is public. */
export async function wordsOfResults(tx: TenantTx, id: string, locale: Locale): Promise<ToldText[]> {
  const t = phrases(locale, "desk");
  const rows = await tx
    .selectFrom("agenda_items as i")
    .leftJoin("votes as v", "v.agenda_item_id", "i.id")
    .where("i.meeting_id", "=", id)
    .orderBy("i.path")
    .orderBy("v.round")
    .select(["i.id", "i.path", "i.result_note", "v.round", "v.majority_reason"])
    .execute();
  return rows.flatMap(({ id: item, path, result_note, round, majority_reason }) => {
    const number = numberOf(path);
    const at = `items.${number}`;
    const parts = { id, item };
    const of = (label: string) => `${t("item_number", { number })}, ${label}`;
    const note = (round ?? 1) === 1 ? result_note : null;
    return [
      ...toldInBoth(locale, [`${at}.note`, of(t("result_note"))], note, fillPath(deskPaths.result, parts)[locale]),
      ...toldInBoth(
        ...([locale, [`${at}.${round}.majority`, of(t("majority_reason"))], majority_reason] as const),
        fillPath(deskPaths.vote, parts)[locale],
      ),
    ];
  });
}

/** What the papers of a meeting and of its items seem to say of persons. */
export async function personsInPapers(tx: TenantTx, id: string, locale: Locale): Promise<PersonPlace[]> {
  const papers = await findPapers(tx, id);
  return personsInDocuments(
    tx,
    papers.map((paper) => paper.id),
    locale,
  );
}
