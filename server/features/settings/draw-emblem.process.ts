import { buffer } from "node:stream/consumers";
import sharp from "sharp";
import { box, leastSide, mostTimes, tooLong, tooSmall } from "./drawing.shared.ts";

/**
 * Draws what comes in as a PNG and ends. It has a process of its own because nothing stops the library that draws an SVG
 * once it has begun: not its own limit of time, and not whoever waits for a thread.
 */
const limitInputPixels = 40_000_000;
const input = await buffer(process.stdin);
const { format, width = 0, height = 0 } = await sharp(input, { limitInputPixels }).metadata();
if (!["svg", "png", "webp", "jpeg"].includes(format ?? "")) process.exit(1);
const isDrawing = format === "svg";
if (!isDrawing && Math.max(width, height) < leastSide) process.exit(tooSmall);
if (Math.max(width, height) > mostTimes * Math.min(width, height)) process.exit(tooLong);
// A drawing is drawn as large as it is needed, also where it calls itself small.
const scale = Math.min(box.width / Math.max(width, 1), box.height / Math.max(height, 1));
const density = isDrawing ? Math.min(Math.max(72 * scale, 1), 2400) : undefined;
const drawn = await sharp(input, { density, limitInputPixels, failOn: "error" })
  .autoOrient()
  .resize({ ...box, fit: "inside", withoutEnlargement: !isDrawing })
  .toColourspace("srgb")
  .png({ compressionLevel: 9 })
  .toBuffer();
process.stdout.write(drawn);
