import { phrases } from "../../http/phrases.ts";
import { numericDay } from "../../local-time.ts";
import type { Locale, LocalizedText } from "../../locale.shared.ts";
import { escapeHtml } from "../../pages/document.ts";
import { documentsOf } from "../documents/attachments.queries.ts";
import { elementByCode } from "../elements/catalogue.shared.ts";
import { fullMeetingName } from "../meetings/full-name.ts";
import { clockOf, momentOf } from "../recordings/chapters.shared.ts";
import { recordingUrl } from "../recordings/moment-view.ts";
import { chaptersView } from "../recordings/recording-view.ts";
import { findChaptersOf, findLatestRecordings, type ListedRecording } from "../recordings/recordings.queries.ts";
import type { Chapter } from "../recordings/recordings.schema.ts";
import { changedAt, enclosureAt, entriesPerFeed, type Subject } from "./subject.ts";

const titleOf = (row: ListedRecording): LocalizedText => {
  const name = fullMeetingName(row);
  const date = numericDay(row.day);
  return {
    sq: phrases("sq", "recordings")("document", { name: name.sq, date }),
    en: phrases("en", "recordings")("document", { name: name.en || name.sq, date }),
  };
};

/** The chapters as a list of links to their moments. */
function chapterList(chapters: readonly Chapter[], url: string, locale: Locale): string {
  const lines = chapters.map(({ starts, number, title }) => {
    const own = title[locale];
    const words = own ? escapeHtml(own) : `<span lang="sq">${escapeHtml(title.sq)}</span>`;
    const moment = `<a href="${escapeHtml(momentOf(url, starts))}">${clockOf(starts)}</a>`;
    return `<li>${moment} ${number === null ? "" : `${number}. `}${words}</li>`;
  });
  return `<ol>${lines.join("")}</ol>`;
}

/** The recordings that were published last, each with its chapters and its file. */
export const recordingEntries: Subject["entries"] = async (tx, { locale, origin, now, idOf }) => {
  const rows = await findLatestRecordings(tx, entriesPerFeed, now);
  const ids = rows.map(({ id }) => id);
  const [chapters, files] = await Promise.all([findChaptersOf(tx, ids), documentsOf(tx, "recording", ids, now)]);
  const { code, short } = elementByCode("V.1.3");
  return rows.map((row) => {
    const href = origin + recordingUrl(row.slug)[locale];
    const shown = chaptersView(chapters.get(row.id) ?? [], row.slug, row.duration);
    return {
      id: idOf(`recordings/${row.id}`),
      title: titleOf(row),
      summary: null,
      body: shown.length === 0 ? null : { sq: "", [locale]: chapterList(shown, href, locale) },
      href,
      publishedAt: row.public_from!,
      updatedAt: changedAt(row.updated_at, row.public_from!),
      categories: [{ term: code, label: short[locale] }],
      enclosures: (files.get(row.id) ?? []).map(enclosureAt(origin)),
    };
  });
};
