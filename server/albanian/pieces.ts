/**
 * Cuts a text into words and numbers with their places. By one regular expression over Unicode's classes, for
 * `Intl.Segmenter` parts `139/2015` and `54/ç`, joins `t’i`, and knows nothing of amounts. No two alternatives of the
 * expression can match the same text in different ways, so the time is linear in the text.
 */

const kinds = ["word", "number", "date", "reference", "amount", "time"] as const;
export type PieceKind = (typeof kinds)[number];
export interface Piece {
  kind: PieceKind;
  text: string;
  start: number;
  end: number;
}

/** Letters, with the marks and the invisible characters that stand among them. */
const letter = "[\\p{L}\\p{M}\\u00ad\\u200b-\\u200f\\u2060\\ufeff]";
const inWord = "[\\p{L}\\p{M}\\p{N}\\u00ad\\u200b-\\u200f\\u2060\\ufeff]";
const apostrophe = "['’‘ʼ`´]";
const hyphen = "[-\\u2010\\u2011]";
/** Between the groups of an amount: 4 200 000, 4.200.000; the same sign all the way. */
const group = "(?<group>[ \\u00a0\\u202f\\u2009.'’])";

const pieces = new RegExp(
  [
    // 2026-03-05; 05.03.2026, 5/3/2026, 5-3-2026, 5. 3. 2026; 05.03.26
    "(?<date>\\d{4}-\\d{1,2}-\\d{1,2}(?!\\d)|\\d{1,2}(?:\\. ?\\d{1,2}\\. ?|/\\d{1,2}/|-\\d{1,2}-)\\d{4}(?!\\d)|\\d{1,2}\\.\\d{1,2}\\.\\d{2}(?![\\d.]))",
    // 139/2015, 12 / 2026, 1060/1, 54/ç, 16/2/a, 12/2023-2027
    "(?<reference>\\d{1,6} ?/ ?(?:19|20)\\d\\d(?![\\d/-])|\\d+(?:/(?:\\d+|\\p{L}\\p{M}*(?![\\p{L}\\p{M}])))+(?:-\\d{4}(?!\\d))?)",
    "(?<time>\\d{1,2}:\\d{2}(?!\\d))",
    `(?<amount>\\d{1,3}${group}\\d{3}(?:\\k<group>\\d{3}){0,4}(?!\\d)(?:,\\d{1,2}(?!\\d))?|\\d+,\\d+)`,
    "(?<number>\\d+(?:\\.\\d+)*)",
    // vkb60/2026, nr87
    "(?<word>(?<![\\p{L}\\p{M}\\p{N}])(?:[vV][kK][bBmM]|[nN][rR])(?=\\d)" +
      // K.B., sh.p.k.
      "|(?<![\\p{L}\\p{M}])\\p{L}(?:\\.\\p{L}(?![\\p{L}\\p{M}]))+\\.?" +
      // words with what joins them: t’i, s’ka, bllok-ndihma, a word broken at the end of a line
      `|${letter}${inWord}*(?:(?:${apostrophe}|${hyphen}(?:[ \\t]*\\r?\\n[ \\t]*)?)${letter}${inWord}*)*)`,
  ].join("|"),
  "gu",
);

/** The words and numbers of a text, in order. Words joined by hyphens or apostrophes are one piece. */
export function* piecesOf(text: string): Generator<Piece> {
  for (const match of text.matchAll(pieces)) {
    const groups = match.groups!;
    const kind = kinds.find((name) => groups[name]);
    yield { kind: kind ?? "number", text: match[0], start: match.index, end: match.index + match[0].length };
  }
}
