import { mkdtemp, open, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { readFilm } from "./read-film.ts";

/** The length of the film of 196 608 ticks, of which so many are said to be one second. */
async function lengthWith(ticksInSecond: number) {
  const bytes = await readFile("tests/samples/film.mp4");
  bytes.writeUInt32BE(ticksInSecond, bytes.indexOf("mdhd") + 16);
  const place = await mkdtemp(join(tmpdir(), "film-"));
  const path = join(place, "film.mp4");
  await writeFile(path, bytes);
  const file = await open(path);
  try {
    return (await readFilm(file.fd, bytes.length, "film.mp4")).duration;
  } finally {
    await file.close();
    await rm(place, { recursive: true });
  }
}

it("takes no length from a film that says it is longer than any meeting", async () => {
  expect(await lengthWith(16_384)).toBe(12);
  expect(await lengthWith(2)).toBe(98_304);
  expect(await lengthWith(1)).toBeNull();
});
