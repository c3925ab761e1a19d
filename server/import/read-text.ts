import {
  importDamaged,
  importEmpty,
  importGarbled,
  importNotText,
  importOldEncoding,
  importOldWorkbook,
  importTooLarge,
  importUtf16,
} from "./import.errors.ts";

/** Of a table, in CSV or as a workbook. */
export const mostMegabytes = 20;
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

function* linesOf(bytes: Uint8Array): Generator<Uint8Array> {
  for (let from = 0; from < bytes.length; ) {
    const end = bytes.indexOf(0x0a, from);
    yield bytes.subarray(from, end < 0 ? bytes.length : end);
    if (end < 0) return;
    from = end + 1;
  }
}

/** Outside of ASCII; the letters of Albanian are the same in Windows-1250 and Windows-1252. */
const foreign = /[^\p{ASCII}]/u;

/** Where UTF-8 ends, and the word as an old Windows encoding has it. */
function notUtf8(bytes: Uint8Array) {
  let line = 0;
  for (const part of linesOf(bytes)) {
    line += 1;
    if (decoded(part, "utf-8") !== null) continue;
    const found = firstWord([new TextDecoder("windows-1252").decode(part)], foreign);
    return importOldEncoding(line, found?.word ?? "");
  }
  return importNotText();
}

/** What UTF-8 becomes when it was read as a Windows encoding and saved once more: “Ã«” for “ë”. */
const garbled = /[ÃĂ][«§‹‡\u0087\u008b]/;
const lost = /\ufffd/;

/**
 * A file's text, in UTF-8 with or without its mark. Every other encoding is refused in a sentence that says what it
 * probably is and where: guessing would turn names into others.
 * @throws `import.empty`, `import.too_large`, `import.old_workbook`, `import.utf16`, `import.not_text`,
 *   `import.old_encoding`, `import.garbled`, `import.damaged`
 */
export function textOf(bytes: Uint8Array): string {
  if (bytes.length > mostMegabytes * 1_000_000) throw importTooLarge(mostMegabytes);
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) throw importOldWorkbook();
  if (startsWith(bytes, 0xff, 0xfe) || startsWith(bytes, 0xfe, 0xff)) throw importUtf16();
  if (bytes.includes(0)) throw importNotText();
  const text = decoded(bytes, "utf-8");
  if (text === null) throw notUtf8(bytes);
  if (text.trim() === "") throw importEmpty();
  const lines = text.split("\n");
  const twice = firstWord(lines, garbled);
  if (twice) throw importGarbled(twice.line, twice.word);
  const gone = firstWord(lines, lost);
  if (gone) throw importDamaged(gone.line, gone.word);
  return text;
}
