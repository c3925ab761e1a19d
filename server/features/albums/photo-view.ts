import type { LocalizedText } from "../../locale.shared.ts";
import type { Rendition } from "./albums.tables.ts";
import type { PhotoView } from "./photo.schema.ts";

interface PhotoRow {
  /** The photo's; that of the publication for the one that a publication has. */
  id: string;
  caption: LocalizedText;
  alternative: LocalizedText;
  width: number;
  height: number;
  renditions: Rendition[];
}

/** Where a rendition is fetched; see `photos.routes.ts`. */
export const photoUrl = (id: string, width: number) => `/foto/${id}/${width}.webp`;

/** A photo as pages and programs get it. */
export const photoView = ({ id, caption, alternative, width, height, renditions }: PhotoRow): PhotoView => ({
  caption,
  alternative,
  width,
  height,
  renditions: renditions.map((rendition) => ({
    url: photoUrl(id, rendition.width),
    width: rendition.width,
    height: rendition.height,
    mediaType: rendition.mediaType,
  })),
});
