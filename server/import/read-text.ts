import {
  importDamaged,
  importEmpty,
  importGarbled,
  importNotText,
  importOldEncoding,
  importOldWorkbook,
  importTooLarge,
} from "./import.errors.ts";

/** Of a table, in CSV or as a workbook. */
export const mostMegabytes = 20;

export type Encoding = "utf-8" | "utf-16" | "windows-1252";

/** As what a file's letters were read. `sample` is a line to check them by, `null` where all are of ASCII. */
export interface Reading {
  encoding: Encoding;
  sample: { line: number; text: string } | null;
}

const startsWith = (bytes: Uint8Array, ...start: number[]) => start.every((byte, at) => bytes[at] === byte);
const decoded = (bytes: Uint8Array, encoding: string): string | null => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
};

/** The first line in which something is found, counted from 1, and the word there. */
function firstWord(lines: Iterable<string>, sign: RegExp): { line: number; word: string } | null {
  let line = 0;
  for (const text of lines) {
    line += 1;
    const word = text.split(/[\s;,"]+/).find((part) => sign.test(part));
    if (word !== undefined) return { line, word: word.slice(0, 40) };
  }
  return null;
}

/** Outside of ASCII. */
const foreign = /[^\p{ASCII}]/u;
const control = /[^\P{Cc}\t\n\f\r\u0080-\u009f]/u;
/**
 * Where DOS and old Macs have ë and ç, Windows has ‰, ‡ or nothing: `K‰shilli`. Excel still offers to save a CSV for either.
 */
const otherThanWindows = /\p{L}[‰‡]|[\x80-\x9f]/u;
/** What UTF-8 becomes when it was read as a Windows encoding and saved once more: “Ã«” for “ë”. */
const garbled = /[ÃĂ][«§‹‡\u0087\u008b]/;
const lost = /\ufffd/;

/**
 * Text in the letters of Windows, as Excel's plain CSV is. Windows-1250 and Windows-1252 have ë, ç, quotation marks, dashes and
 * € at the same places, which is all that Albanian needs. Where they differ 1252 is taken: it has what else occurs here, the
 * â, ê, û of Gheg and the à, è, ò of Italian names; what 1250 has instead, č, ć, ł, Albanian writes by ear as q and ll.
 * @throws `import.not_text`, `import.old_encoding`
 */
function windowsText(bytes: Uint8Array): string {
  const text = new TextDecoder("windows-1252").decode(bytes);
  if (control.test(text)) throw importNotText();
  const other = firstWord(text.split("\n"), otherThanWindows);
  if (other) throw importOldEncoding(other.line, other.word);
  return text;
}

/** @throws `import.not_text`, `import.old_encoding` */
function decode(bytes: Uint8Array): { encoding: Encoding; text: string } {
  const isLittle = startsWith(bytes, 0xff, 0xfe);
  if (isLittle || startsWith(bytes, 0xfe, 0xff)) {
    const text = decoded(bytes, isLittle ? "utf-16le" : "utf-16be");
    if (text === null || text.includes("\0")) throw importNotText();
    return { encoding: "utf-16", text };
  }
  if (bytes.includes(0)) throw importNotText();
  const text = decoded(bytes, "utf-8");
  if (text !== null) return { encoding: "utf-8", text };
  const other = windowsText(bytes);
  if (!startsWith(bytes, 0xef, 0xbb, 0xbf)) return { encoding: "windows-1252", text: other };
  const found = firstWord(other.slice(3).split("\n"), foreign);
  throw importOldEncoding(found?.line ?? 1, found?.word ?? "");
}

/** Signs of a sample before and after the letter that it is there for. */
const around = 80;

/** The line whose letters are most in doubt: one that Windows of another country has otherwise, else the first with any. */
function sampleOf(bytes: Uint8Array, encoding: Encoding, lines: readonly string[]): Reading["sample"] {
  const others =
    encoding === "windows-1252" ? new TextDecoder("windows-1250").decode(bytes).split("\n") : (lines as string[]);
  const doubtful = lines.findIndex((line, at) => line !== others[at]);
  const line = doubtful < 0 ? lines.findIndex((one) => foreign.test(one)) : doubtful;
  if (line < 0) return null;
  const text = lines[line]!.replace(/\r$/, "");
  const sign = doubtful < 0 ? text.search(foreign) : [...text].findIndex((one, at) => one !== others[line]![at]);
  const from = Math.max(0, sign - around);
  const part = text.slice(from, sign + around);
  return { line: line + 1, text: `${from > 0 ? "…" : ""}${part}${from + part.length < text.length ? "…" : ""}` };
}

/**
 * A file's text. A mark at its beginning says how it is written; without one it is UTF-8, and where it cannot be, the letters
 * of Windows. Nothing is guessed silently: what it was read as is told with a line to check.
 * @throws `import.empty`, `import.too_large`, `import.old_workbook`, `import.not_text`, `import.old_encoding`,
 *   `import.garbled`, `import.damaged`
 */
export function textOf(bytes: Uint8Array): { text: string; reading: Reading } {
  if (bytes.length > mostMegabytes * 1_000_000) throw importTooLarge(mostMegabytes);
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) throw importOldWorkbook();
  const { encoding, text } = decode(bytes);
  if (text.trim() === "") throw importEmpty();
  const lines = text.split("\n");
  const twice = firstWord(lines, garbled);
  if (twice) throw importGarbled(twice.line, twice.word);
  const gone = firstWord(lines, lost);
  if (gone) throw importDamaged(gone.line, gone.word);
  return { text, reading: { encoding, sample: sampleOf(bytes, encoding, lines) } };
}
