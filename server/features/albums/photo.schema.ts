import * as v from "valibot";
import { Localized } from "../../text.schema.ts";

/** A photo as a page shows it: sizes in pixels, each rendition a path. */
export const PhotoView = v.object({
  caption: Localized,
  alternative: Localized,
  width: v.number(),
  height: v.number(),
  renditions: v.array(v.object({ url: v.string(), width: v.number(), height: v.number(), mediaType: v.string() })),
});
export type PhotoView = v.InferOutput<typeof PhotoView>;
