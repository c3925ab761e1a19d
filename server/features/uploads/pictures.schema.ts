import * as v from "valibot";
import { localizedText } from "../../text.schema.ts";

/** Longest side of what is cut out of a photo, and the shortest that is still a picture, in pixels. */
export const smallestCrop = 64;
const pixels = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100_000));
const side = v.pipe(v.number(), v.integer(), v.minValue(smallestCrop, "photos.crop_too_small"), v.maxValue(100_000));

/** What is shown of a photo, in pixels of the photo as it is seen. */
export const Crop = v.strictObject({ left: pixels, top: pixels, width: side, height: side });
export type Crop = v.InferOutput<typeof Crop>;

/** What is said to those who do not see it, and the part that is shown; `null` is all of it. */
export const PictureInput = v.strictObject({ alternative: localizedText(300), crop: v.nullable(Crop) });
export type PictureInput = v.InferInput<typeof PictureInput>;
