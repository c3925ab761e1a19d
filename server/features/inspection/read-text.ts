import { readSync } from "node:fs";
import { blankPages } from "./blank-pages.ts";
import { findPersonalData } from "./find-personal-data.ts";
import { guessLanguage } from "./guess-language.ts";
import type { FoundPersonalData, TextCheck } from "./inspection.shared.ts";
import { officeText } from "./office-text.ts";
import { hasWords, pdfText } from "./pdf-text.ts";

const office = new Set(["docx", "xlsx", "pptx", "odt", "ods"]);

/** So many findings are kept with a file; whoever has more knows enough. */
const keptFindings = 200;

function wholeFile(fd: number, size: number): Buffer<ArrayBuffer> {
  const bytes = Buffer.alloc(size);
  for (let at = 0; at < size; ) {
    const read = readSync(fd, bytes, at, size - at, at);
    if (read === 0) break;
    at += read;
  }
  return bytes;
}

/** How far pages without words are of a scan: those that are blank are of none. */
function stateOf(texts: string[], blank: number): TextCheck["state"] {
  const written = texts.filter(hasWords).length;
  if (written + blank === texts.length) return "text";
  return written === 0 ? "none" : "partly";
}

/**
 * @param texts one for each page, or a single one of a file without pages
 * @param blank pages that are
 */
function checkOf(texts: string[], pages: number | null, blank = 0): TextCheck {
  const found = texts.flatMap((text, at): FoundPersonalData[] =>
    findPersonalData(text).map(({ kind, sureness, hint, need }) => ({
      kind,
      sureness,
      hint,
      need,
      page: pages === null ? null : at + 1,
    })),
  );
  return {
    state: stateOf(texts, blank),
    reason: null,
    pages,
    pagesRead: pages === null ? null : texts.length,
    language: guessLanguage(texts.join("\n")),
    findings: found.slice(0, keptFindings),
    found: found.length,
  };
}

/**
 * Reads a file's text and says what was found in it, and once more where a closer look says it better. Whoever calls sees to it that it ends: a file may be made to keep a
 * reader busy (see `inspect-text.ts`).
 * @param fd of the file, read by place
 */
export async function* readText(
  fd: number,
  size: number,
  extension: string,
  maximumPages: number,
): AsyncGenerator<TextCheck> {
  if (office.has(extension)) return yield checkOf([await officeText(fd)], null);
  // What is typed is never a picture, however few its letters: a table may be all numbers.
  if (extension !== "pdf") return yield { ...checkOf([wholeFile(fd, size).toString("utf8")], null), state: "text" };
  const bytes = wholeFile(fd, size);
  const { pages, texts } = await pdfText(bytes, maximumPages);
  yield checkOf(texts, pages);
  const wordless = texts.flatMap((text, at) => (hasWords(text) ? [] : [at + 1]));
  const blank = await blankPages(bytes, wordless);
  if (blank.length > 0) yield checkOf(texts, pages, blank.length);
}
