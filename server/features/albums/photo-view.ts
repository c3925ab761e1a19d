import type { LocalizedText } from "../../locale.shared.ts";
import type { Rendition } from "./albums.tables.ts";
import type { PhotoView } from "./photo.schema.ts";

const endings: Record<string, string> = {
  "image/jpeg": "jpg",
  "image/png": "png",
  "image/webp": "webp",
  "image/avif": "avif",
};

/** Where a rendition stands; its address is its content. */
export const photoUrl = ({ sha256, mediaType }: Pick<Rendition, "sha256" | "mediaType">) =>
  `/fotografi/${sha256}.${endings[mediaType] ?? "jpg"}`;

interface PhotoRow {
  caption: LocalizedText;
  alternative: LocalizedText;
  width: number;
  height: number;
  renditions: Rendition[];
}

/** A photo as pages and programs get it. */
export const photoView = ({ caption, alternative, width, height, renditions }: PhotoRow): PhotoView => ({
  caption,
  alternative,
  width,
  height,
  renditions: renditions.map((rendition) => ({
    url: photoUrl(rendition),
    width: rendition.width,
    height: rendition.height,
    mediaType: rendition.mediaType,
  })),
});
