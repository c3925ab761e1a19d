import { phrases } from "../../http/phrases.ts";
import { type LocalizedText, locales } from "../../locale.shared.ts";
import { photoUrl } from "../albums/photo-view.ts";
import type { AttachedDocument } from "../documents/attachments.queries.ts";
import type { InBoth } from "../elements/catalogue.shared.ts";
import { meetingUrl } from "../elements/item-urls.shared.ts";
import { fullMeetingName } from "../meetings/full-name.ts";
import { bodyLink } from "../meetings/meeting-view.ts";
import { itemAnchor, numberOf } from "../meetings/numbers.shared.ts";
import { shownChapters } from "./chapters.shared.ts";
import { linkKind } from "./link-kind.shared.ts";
import { recordingUrl } from "./moment-view.ts";
import type { FoundChapter, ListedRecording } from "./recordings.queries.ts";
import type { Chapter, Recording, RecordingSummary } from "./recordings.schema.ts";

/** Where its chapters and captions are fetched as WebVTT. */
const textUrl = (slug: string, name: string) => `/api/v1/recordings/${slug}/${name}.vtt`;
const chaptersUrl = (slug: string): InBoth => ({
  sq: textUrl(slug, "chapters.sq"),
  en: textUrl(slug, "chapters.en"),
});

export const summaryView = (row: ListedRecording): RecordingSummary => ({
  slug: row.slug,
  url: recordingUrl(row.slug),
  name: fullMeetingName(row),
  kind: row.kind,
  body: bodyLink(row),
  day: row.day,
  duration: row.duration,
  lies: row.link === null ? "file" : linkKind(row.link),
  poster:
    row.poster_width === null
      ? null
      : {
          width: row.poster_width,
          height: row.poster_height!,
          renditions: row.poster_renditions.map(({ width, height, mediaType }) => ({
            ...{ url: photoUrl(row.id, width), width, height, mediaType },
          })),
        },
  chapters: row.chapters,
  captions: row.captions,
});

const named = (kind: "opening" | "break"): LocalizedText => {
  const [sq, en] = locales.map((locale) => phrases(locale, "recordings")(`chapter.${kind}`)) as [string, string];
  return { sq, en };
};

/** What a chapter is called, without the number of its item. */
export const chapterTitle = ({
  kind,
  title,
  item_title,
}: Pick<FoundChapter, "kind" | "title" | "item_title">): LocalizedText =>
  kind === "opening" || kind === "break" ? named(kind) : (title ?? item_title!);

/** The chapters as the public sees them. */
export function chaptersView(rows: readonly FoundChapter[], slug: string, duration: number | null): Chapter[] {
  const page = meetingUrl(slug);
  const seen = new Set<string>();
  return shownChapters(rows, duration).map((row) => {
    const number = row.path && numberOf(row.path);
    const isAgain = row.agenda_item_id !== null && seen.has(row.agenda_item_id);
    if (row.agenda_item_id) seen.add(row.agenda_item_id);
    const at = (url: string) => `${url}#${itemAnchor(number!)}`;
    return {
      ...{ starts: row.starts, kind: row.kind, number, title: chapterTitle(row), isAgain },
      result: isAgain ? null : row.result,
      itemUrl: number === null ? null : { sq: at(page.sq), en: at(page.en) },
    };
  });
}

export function recordingView(
  row: ListedRecording,
  chapters: readonly FoundChapter[],
  document: AttachedDocument | undefined,
): Recording {
  const { url, fileName, mediaType, size } = document ?? {};
  return {
    ...summaryView(row),
    startsAt: row.starts_at.toISOString(),
    meetingUrl: meetingUrl(row.slug),
    file: url === undefined ? null : { url, fileName: fileName!, mediaType: mediaType!, size: size! },
    link: row.link,
    chapters: chaptersView(chapters, row.slug, row.duration),
    chaptersUrl: chaptersUrl(row.slug),
    captions: row.captions.map((language) => ({ language, url: textUrl(row.slug, `captions.${language}`) })),
  };
}
