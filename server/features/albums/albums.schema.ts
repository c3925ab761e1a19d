import * as v from "valibot";
import { isoDate, Localized, localizedText } from "../../text.schema.ts";
import { PhotoView } from "./photo.schema.ts";

export const albumsPerPage = 24;

const day = v.pipe(v.string(), v.isoDate());
const InBoth = v.object({ sq: v.string(), en: v.string() });

/** An album in the list: its first photo stands for it. `date` is the day that it shows, `YYYY-MM-DD`. */
export const AlbumSummary = v.object({
  slug: v.string(),
  /** Paths of its page. */
  url: InBoth,
  title: Localized,
  summary: v.nullable(Localized),
  date: day,
  photoCount: v.number(),
  cover: PhotoView,
});
export type AlbumSummary = v.InferOutput<typeof AlbumSummary>;

export const AlbumList = v.object({
  total: v.number(),
  page: v.number(),
  pages: v.number(),
  perPage: v.number(),
  items: v.array(AlbumSummary),
});
export type AlbumList = v.InferOutput<typeof AlbumList>;

export const Album = v.object({ ...AlbumSummary.entries, photos: v.array(PhotoView) });
export type Album = v.InferOutput<typeof Album>;

export const AlbumsQuery = v.strictObject({
  page: v.optional(v.pipe(v.string(), v.regex(/^[1-9]\d{0,5}$/, "filter.not_a_page"), v.transform(Number))),
});

/** What an album is made of. */
export const NewAlbum = v.strictObject({
  /** Only where an address is known beforehand; otherwise it comes from the Albanian title. */
  slug: v.optional(
    v.pipe(
      v.string(),
      v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "publications.slug_malformed"),
      v.maxLength(100, "text.too_long"),
    ),
  ),
  title: localizedText(300),
  summary: v.nullish(localizedText(1_000)),
  date: isoDate,
});
export type NewAlbum = v.InferInput<typeof NewAlbum>;

/** What is said about a photo: beneath it, and to those who do not see it. */
export const PhotoTexts = v.strictObject({ caption: localizedText(500), alternative: localizedText(500) });
export type PhotoTexts = v.InferInput<typeof PhotoTexts>;

/** An album whole. Photos come by being sent; here they are told, put in order, or (left out) taken away. */
export const AlbumEdit = v.strictObject({
  ...v.omit(NewAlbum, ["slug"]).entries,
  photos: v.optional(
    v.pipe(v.array(v.strictObject({ id: v.pipe(v.string(), v.uuid()), ...PhotoTexts.entries })), v.maxLength(500)),
    [],
  ),
});
export type AlbumEdit = v.InferOutput<typeof AlbumEdit>;
