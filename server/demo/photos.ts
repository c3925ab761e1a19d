import { readFile } from "node:fs/promises";
import sharp from "sharp";

const photos = new URL("../../tenants/demo/photos/", import.meta.url);
export const photoSize = { width: 1600, height: 1067 } as const;

/** Draws an illustration of the demo as a JPEG of `photoSize`. */
export async function drawPhoto(name: string): Promise<Buffer> {
  const svg = await readFile(new URL(`${name}.svg`, photos));
  return sharp(svg, { density: 96 })
    .resize({ ...photoSize, fit: "cover" })
    .flatten({ background: "#ffffff" })
    .jpeg({ quality: 82 })
    .toBuffer();
}
