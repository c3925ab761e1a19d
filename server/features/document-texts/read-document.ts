import type { TenantDb, TenantId } from "../../db/tenant-db.ts";
import { openSpool, type Spool } from "../../storage/spool.ts";
import { fileKey, type Storage } from "../../storage/storage.ts";
import { guessLanguage } from "../inspection/guess-language.ts";
import { hasWords } from "../inspection/pdf-text.ts";
import type { UnreadFile } from "./document-texts.queries.ts";
import { type KeptReading, keepReading } from "./document-texts.service.ts";
import type { Recogniser } from "./recogniser.ts";
import type { ReadText, TextReader } from "./text-reader.ts";

export interface ReadingParts {
  storage: Storage;
  spoolDir: string;
  reader: TextReader;
  /** `null` where this machine reads no pictures. */
  recogniser: () => Promise<Recogniser | null>;
}

/** Of one file so many pages are read out of pictures, in at most so many milliseconds. */
const mostPictures = 80;
const longestLooking = 420_000;

/** As the database takes it: no null characters, no halves of characters; lines without their ends of space. */
const tidied = (text: string) =>
  text
    .toWellFormed()
    .replace(/[^\P{Cc}\n\t]/gu, " ")
    .replace(/[ \t]+\n/g, "\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();

const languageOf = (text: string) => {
  const guess = guessLanguage(text);
  return guess === "mul" ? null : guess;
};

const asRow = (page: number, text: string, isMachineRead: boolean): KeptReading["texts"][number] => ({
  page,
  text,
  language: languageOf(text),
  is_machine_read: isMachineRead,
});

/** What is kept of the words that stand in a file. @param isPaged a page without words is a picture of some, or blank */
function written(read: ReadText, isPaged: boolean): KeptReading {
  const pages = read.texts.map((text, at) => ({ page: at + 1, text: tidied(text) }));
  const blank = new Set(read.blank);
  const isPicture = ({ page, text }: { page: number; text: string }) => isPaged && !hasWords(text) && !blank.has(page);
  return {
    reading: {
      reason: read.reason,
      pages: read.pages,
      is_whole: read.isWhole,
      pictures: pages.filter(isPicture).map(({ page }) => page),
      recognised: 0,
      had_recogniser: false,
    },
    texts: pages
      .filter((page) => page.text !== "" && !isPicture(page))
      .map(({ page, text }) => asRow(page, text, false)),
  };
}

/** The same with what a machine can read in its pictures, as far as the limits go. */
async function withPictures(
  { reading, texts }: KeptReading,
  recogniser: Recogniser,
  fd: number,
  signal: AbortSignal,
): Promise<KeptReading> {
  const found: KeptReading["texts"][number][] = [];
  const began = performance.now();
  for (const page of reading.pictures.slice(0, mostPictures)) {
    signal.throwIfAborted();
    if (performance.now() - began > longestLooking) break;
    const text = tidied((await recogniser.read(fd, page, signal)) ?? "");
    if (hasWords(text)) found.push(asRow(page, text, true));
  }
  signal.throwIfAborted();
  const isFound = new Set(found.map(({ page }) => page));
  return {
    reading: {
      ...reading,
      pictures: reading.pictures.filter((page) => !isFound.has(page)),
      recognised: found.length,
      had_recogniser: true,
    },
    texts: [...texts, ...found],
  };
}

async function fetched({ storage, spoolDir }: ReadingParts, key: string, signal: AbortSignal): Promise<Spool | null> {
  const object = await storage.get(key, { signal });
  if (!object) return null;
  const spool = await openSpool(spoolDir);
  try {
    for await (const piece of object.body) await spool.write(piece);
    return spool;
  } catch (error) {
    await spool.close();
    throw error;
  }
}

const missing: KeptReading = {
  reading: { reason: "missing", pages: null, is_whole: false, pictures: [], recognised: 0, had_recogniser: false },
  texts: [],
};

/**
 * Reads one file and keeps its text: first the words that stand in it, so that they are found soon, then what a machine
 * reads in pictures of pages.
 * @throws `files.storage_unavailable`, when the file has its turn again later
 */
export async function readDocument(
  parts: ReadingParts,
  { db, tenantId, now, signal }: { db: TenantDb; tenantId: TenantId; now: Date; signal: AbortSignal },
  { sha256, extension, size }: Pick<UnreadFile, "sha256" | "extension" | "size">,
): Promise<void> {
  const keep = (kept: KeptReading) => db.write((tx) => keepReading(tx, now, sha256, kept));
  const spool = await fetched(parts, fileKey(tenantId, sha256), signal);
  if (!spool) return void (await keep(missing));
  try {
    const read = await parts.reader.read({ extension, size, read: () => spool.read() }, signal);
    const kept = written(read, extension === "pdf");
    const isWanted = await keep(kept);
    const recogniser = await parts.recogniser();
    if (!isWanted || !recogniser || kept.reading.pictures.length === 0) return;
    await keep(await withPictures(kept, recogniser, spool.handle.fd, signal));
  } finally {
    await spool.close();
  }
}
