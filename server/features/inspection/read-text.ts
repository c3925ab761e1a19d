import { readSync } from "node:fs";
import { findPersonalData } from "./find-personal-data.ts";
import { guessLanguage } from "./guess-language.ts";
import type { FoundPersonalData, TextCheck } from "./inspection.shared.ts";
import { officeText } from "./office-text.ts";
import { pdfText } from "./pdf-text.ts";

const office = new Set(["docx", "xlsx", "pptx", "odt", "ods"]);

/** A page with fewer letters than this is a picture, with a number at its foot perhaps. */
const fewestLetters = 12;
/** So many findings are kept with a file; whoever has more knows enough. */
const keptFindings = 200;

const lettersIn = (text: string) => text.match(/\p{L}/gu)?.length ?? 0;

function wholeFile(fd: number, size: number): Buffer<ArrayBuffer> {
  const bytes = Buffer.alloc(size);
  for (let at = 0; at < size; ) {
    const read = readSync(fd, bytes, at, size - at, at);
    if (read === 0) break;
    at += read;
  }
  return bytes;
}

/** @param texts one for each page, or a single one of a file without pages */
function checkOf(texts: string[], pages: number | null): TextCheck {
  const found = texts.flatMap((text, at): FoundPersonalData[] =>
    findPersonalData(text).map(({ kind, sureness, hint, need }) => ({
      kind,
      sureness,
      hint,
      need,
      page: pages === null ? null : at + 1,
    })),
  );
  const written = texts.filter((text) => lettersIn(text) >= fewestLetters).length;
  return {
    state: written === 0 ? "none" : written < texts.length ? "partly" : "text",
    reason: null,
    pages,
    pagesRead: pages === null ? null : texts.length,
    language: guessLanguage(texts.join("\n")),
    findings: found.slice(0, keptFindings),
    found: found.length,
  };
}

/**
 * Reads a file's text and says what was found in it. Whoever calls sees to it that it ends: a file may be made to keep a
 * reader busy (see `inspect-text.ts`).
 * @param fd of the file, read by place
 */
export async function readText(fd: number, size: number, extension: string, maximumPages: number): Promise<TextCheck> {
  if (office.has(extension)) return checkOf([await officeText(fd)], null);
  // What is typed is never a picture, however few its letters: a table may be all numbers.
  if (extension !== "pdf") return { ...checkOf([wholeFile(fd, size).toString("utf8")], null), state: "text" };
  const { pages, texts } = await pdfText(new Uint8Array(wholeFile(fd, size).buffer), maximumPages);
  return checkOf(texts, pages);
}
