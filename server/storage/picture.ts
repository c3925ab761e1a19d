import { fileDamaged } from "./errors.ts";
import type { Spool } from "./spool.ts";

/** What is larger, in pixels, is judged by its head alone: to read it through takes too long. */
const readThrough = 80_000_000;

/** Seconds for one picture. */
const patience = 30;

/**
 * Reads a JPEG, PNG, WebP or AVIF to its end, as far as is needed to see that all of it is there; what it is made of is
 * thrown away line by line, so that a large one takes no memory.
 * @param name for the words of the refusal
 * @throws `files.damaged`
 */
export async function checkPicture(spool: Spool, name: string): Promise<void> {
  // With the first picture: whoever only takes in films and papers does without.
  const { default: sharp } = await import("sharp");
  // Otherwise what was read under a number is taken for what the next one under it holds.
  sharp.cache(false);
  // The spool has no name of its own; what is open can be opened once more by its number.
  const open = () =>
    sharp(`/dev/fd/${spool.handle.fd}`, { failOn: "truncated", limitInputPixels: false, sequentialRead: true });
  try {
    const { width, height } = await open().metadata();
    if (width * height > readThrough) return;
    await open().timeout({ seconds: patience }).resize({ width: 8 }).raw().toBuffer();
  } catch (error) {
    throw fileDamaged(name, error);
  }
}
