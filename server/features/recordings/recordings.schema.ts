import * as v from "valibot";
import { isoDate, isPublicHttps, Localized, localizedText } from "../../text.schema.ts";
import { BodyLink } from "../meetings/meeting-view.schema.ts";
import { itemResults, meetingKinds } from "../meetings/meetings.shared.ts";
import { chapterKinds, longestRecording } from "./chapters.shared.ts";
import { linkKinds } from "./link-kind.shared.ts";

export const perPage = 20;

const InBoth = v.object({ sq: v.string(), en: v.string() });
const seconds = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(longestRecording));

/** Sizes in pixels, each rendition a path. */
const Poster = v.object({
  width: v.number(),
  height: v.number(),
  renditions: v.array(v.object({ url: v.string(), width: v.number(), height: v.number(), mediaType: v.string() })),
});

/** A recording in a list. */
export const RecordingSummary = v.object({
  /** The meeting's own. */
  slug: v.string(),
  url: InBoth,
  /** What the meeting is called. */
  name: Localized,
  kind: v.picklist(meetingKinds),
  body: BodyLink,
  day: isoDate,
  /** In seconds; `null` where nobody knows. */
  duration: v.nullable(seconds),
  /** Where it lies: a file of the council's, or a link elsewhere. */
  lies: v.picklist(["file", ...linkKinds]),
  poster: v.nullable(Poster),
  chapters: v.number(),
  /** In which languages what is said can be read. */
  captions: v.array(v.picklist(["sq", "en"])),
});
export type RecordingSummary = v.InferOutput<typeof RecordingSummary>;

const Count = <S extends v.GenericSchema>(value: S) => v.object({ value, count: v.number() });

/** A page of the library, the latest meeting first. Each facet counts with all other filters as they are. */
export const RecordingList = v.object({
  total: v.number(),
  page: v.number(),
  pages: v.number(),
  perPage: v.number(),
  filters: v.object({
    q: v.nullable(v.string()),
    year: v.nullable(v.number()),
    body: v.nullable(v.string()),
    kind: v.nullable(v.picklist(meetingKinds)),
  }),
  items: v.array(RecordingSummary),
  facets: v.object({
    years: v.array(Count(v.number())),
    bodies: v.array(v.object({ ...Count(v.string()).entries, name: Localized })),
    kinds: v.array(Count(v.picklist(meetingKinds))),
  }),
});
export type RecordingList = v.InferOutput<typeof RecordingList>;

export const Chapter = v.object({
  /** Seconds from the beginning. */
  starts: seconds,
  kind: v.picklist(chapterKinds),
  /** Of the agenda item. */
  number: v.nullable(v.string()),
  title: Localized,
  /** The item was called before and goes on here. */
  isAgain: v.boolean(),
  result: v.nullable(v.picklist(itemResults)),
  /** Where the item stands on the meeting's page. */
  itemUrl: v.nullable(InBoth),
});
export type Chapter = v.InferOutput<typeof Chapter>;

/** One recording with its chapters. */
export const Recording = v.object({
  ...RecordingSummary.entries,
  startsAt: v.pipe(v.string(), v.isoTimestamp()),
  meetingUrl: InBoth,
  /** The file, by ranges; `null` where there is a link. */
  file: v.nullable(v.object({ url: v.string(), fileName: v.string(), mediaType: v.string(), size: v.number() })),
  link: v.nullable(v.string()),
  chapters: v.array(Chapter),
  /** The same chapters as WebVTT. */
  chaptersUrl: InBoth,
  captions: v.array(v.object({ language: v.picklist(["sq", "en"]), url: v.string() })),
});
export type Recording = v.InferOutput<typeof Recording>;

/** Where a recording lies elsewhere. */
export const RecordingLink = v.strictObject({
  link: v.pipe(
    v.string(),
    v.trim(),
    v.minLength(1, "text.required"),
    v.maxLength(500, "text.too_long"),
    v.check((text) => URL.canParse(text) && new URL(text).protocol === "https:", "recordings.link_not_https"),
    v.check(
      (text) => !URL.canParse(text) || new URL(text).protocol !== "https:" || isPublicHttps(text),
      "url.not_public",
    ),
    v.transform((text) => new URL(text).href),
    v.maxLength(500, "text.too_long"),
  ),
  duration: v.nullish(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(longestRecording))),
});
export type RecordingLink = v.InferInput<typeof RecordingLink>;

const starts = v.pipe(v.number(), v.integer(), v.minValue(-longestRecording), v.maxValue(longestRecording));
const uuid = v.pipe(v.string(), v.uuid());

/** One that stands keeps its id. */
const id = v.optional(uuid);

/** A chapter as it is written: of an item, or of what has a name or a title of its own. */
export const ChapterInput = v.variant("kind", [
  v.strictObject({ id, kind: v.literal("opening"), starts }),
  v.strictObject({ id, kind: v.literal("break"), starts }),
  v.strictObject({ id, kind: v.literal("item"), starts, itemId: uuid }),
  v.strictObject({ id, kind: v.literal("other"), starts, title: localizedText(200) }),
]);
export type ChapterInput = v.InferInput<typeof ChapterInput>;
export const ChaptersInput = v.pipe(v.array(ChapterInput), v.maxLength(400, "input.wrong"));
