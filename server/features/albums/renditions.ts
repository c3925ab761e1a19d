import sharp from "sharp";
import { AppError } from "../../http/errors.ts";
import { inTurn } from "../../in-turn.ts";
import { fileDamaged } from "../../storage/errors.ts";
import { cropOutside, photoTooLarge } from "./albums.errors.ts";

/** The widths of what pages show, in pixels; a smaller photo is not made larger. */
export const photoWidths = [480, 960, 1600];

/** More than any telephone takes, and 240 MB at most while it is decoded. */
const megapixels = 80;

/** Seconds for one photo. */
const patience = 30;

// One core stays free for whoever reads the site meanwhile; a photo is never worked on twice.
sharp.concurrency(1);
sharp.cache(false);

/** One size of a photo as bytes. Width and height in pixels. */
export interface MadeRendition {
  width: number;
  height: number;
  bytes: Buffer;
}

/** A part of a photo, in pixels. */
export interface Cut {
  left: number;
  top: number;
  width: number;
  height: number;
}

export interface PreparedPhoto {
  /** Of the photo as it is seen, turned upright. */
  width: number;
  height: number;
  renditions: MadeRendition[];
}

/** Photos are decoded one at a time: each may take much memory for a moment. */
const oneAtATime = inTurn();

/**
 * Turns a photo upright and makes its sizes as WebP, in threads beside the event loop. Nothing of what the camera noted
 * (place, time, device) is in them. (AVIF came out a tenth smaller at best, for two to four times the work.)
 * @param input a whole JPEG, PNG, WebP or AVIF
 * @param crop what is shown of it, in pixels of the photo as it is seen
 * @throws `photos.too_many_pixels` before anything is decoded, `photos.crop_outside`, `files.damaged`
 */
export const makeRenditions = (
  input: Buffer,
  fileName: string,
  widths: readonly number[] = photoWidths,
  crop: Cut | null = null,
): Promise<PreparedPhoto> =>
  oneAtATime(async () => {
    const open = () => sharp(input, { limitInputPixels: megapixels * 1_000_000, failOn: "error" });
    try {
      // Only the header is read.
      const { autoOrient } = await sharp(input, { limitInputPixels: false }).metadata();
      const { width, height } = autoOrient;
      if (width * height > megapixels * 1_000_000) throw photoTooLarge(fileName, megapixels);
      if (crop && (crop.left + crop.width > width || crop.top + crop.height > height)) throw cropOutside();
      const widest = Math.min(crop?.width ?? width, widths.at(-1)!);
      const upright = open().timeout({ seconds: patience }).autoOrient();
      const largest = await (crop ? upright.extract(crop) : upright)
        .resize({ width: widest })
        .flatten({ background: "#ffffff" })
        .toColourspace("srgb")
        .raw()
        .toBuffer({ resolveWithObject: true });
      const { info } = largest;
      const raw = { width: info.width, height: info.height, channels: info.channels };
      const renditions: MadeRendition[] = [];
      for (const target of [...widths.filter((size) => size < widest), widest]) {
        const made = await sharp(largest.data, { raw })
          .resize({ width: target })
          .webp({ quality: 78, effort: 4 })
          .toBuffer({ resolveWithObject: true });
        renditions.push({ width: made.info.width, height: made.info.height, bytes: made.data });
      }
      return { width, height, renditions };
    } catch (error) {
      if (error instanceof AppError) throw error;
      throw fileDamaged(fileName, error);
    }
  });
