import { fold, lower } from "./fold.ts";
import type { Language } from "./language.ts";
import { keysOf } from "./numbers.ts";
import type { Piece, PieceKind } from "./pieces.ts";
import type { Token } from "./token.ts";

const hyphens = /[-\u2010\u2011]/;
const brokenLine = /[-\u2010\u2011][ \t]*\r?\n[ \t]*/g;
const apostrophes = /['’‘ʼ`´]/;
const joints = /[-\u2010\u2011'’‘ʼ`´]/g;
/** What an abbreviation or a number takes after a hyphen: VKB-së, OSHEE-ja, 2025-ën, 20-të. */
export const caseEndings = new Set("a ave e en es et eve i in it ja je n ne s se sh t te u un ut ve shi".split(" "));
const isAbbreviation = (part: string): boolean =>
  /^\p{Lu}{2,}$/u.test(part) || (part.length <= 5 && !/[aeëiouy]/i.test(part));
/** What is longer than any word is found by its beginning: indexes bound the length of what they hold. */
const longest = 64;
const short = (stems: readonly string[]): readonly string[] =>
  stems.some((stem) => stem.length > longest) ? stems.map((stem) => stem.slice(0, longest)) : stems;
/** A chain of more hyphens is a list, not a compound. */
const mostParts = 4;

interface Part {
  text: string;
  start: number;
}

/** The parts of a joined word with their places. */
function split(text: string, start: number, at: RegExp): Part[] {
  const parts: Part[] = [];
  let from = 0;
  for (const part of text.split(at)) {
    if (part) parts.push({ text: part, start: start + from });
    from += part.length + 1;
  }
  return parts;
}

type Reading = Pick<Token, "written" | "folded" | "stems" | "isStopWord">;
/** Words come again and again: what was read of them is kept, up to so many, and begun anew. */
const mostKept = 20_000;
const kept = new WeakMap<Language, Map<string, Reading>>();

function readingOf(word: string, language: Language): Reading {
  let readings = kept.get(language);
  if (!readings) {
    readings = new Map();
    kept.set(language, readings);
  }
  const known = readings.get(word);
  if (known) return known;
  // A letter of another script may be a whole phrase once decomposed (ﷺ).
  const folded = fold(word).replace(/\s/g, "");
  const written = lower(word).replace(/\s/g, "");
  const isStopWord = language.isStopWord(folded, written);
  const stems = short(isStopWord ? [`${folded}0`] : language.stems(written));
  const reading = { written, folded, stems, isStopWord };
  if (readings.size >= mostKept) readings.clear();
  if (word.length <= longest) readings.set(word, reading);
  return reading;
}

/** Makes tokens of pieces, one position after another. */
export class Reader {
  readonly tokens: Token[] = [];
  private position = 0;
  private readonly language: Language;
  constructor(language: Language) {
    this.language = language;
  }

  word(text: string, start: number, end: number, as = text): void {
    const { written, folded, stems, isStopWord } = readingOf(as, this.language);
    if (!folded) return;
    this.tokens.push({
      kind: "word",
      start,
      end,
      position: this.position++,
      written,
      folded,
      stems,
      isStopWord,
      isComposed: false,
      length: 1,
    });
  }

  number(piece: Piece): void {
    const stems = short(keysOf(piece));
    const { kind, start, end } = piece;
    this.tokens.push({
      kind,
      start,
      end,
      position: this.position++,
      written: stems[0]!,
      folded: stems[0]!,
      stems,
      isStopWord: false,
      isComposed: false,
      length: 1,
    });
  }

  /** A token over the ones from `first` to `last`. */
  composed(kind: PieceKind, first: Token, last: Token, stems: readonly string[], written = stems[0]!): void {
    this.tokens.push({
      kind,
      start: first.start,
      end: last.end,
      position: first.position,
      written,
      folded: fold(written),
      stems,
      isStopWord: false,
      isComposed: true,
      length: last.position - first.position + 1,
    });
  }

  /** A word, or words joined by apostrophes and hyphens. */
  chain({ text, start, end }: Piece): void {
    const whole = text.replace(brokenLine, "");
    if (whole !== text) this.word(text, start, end, whole.replace(joints, ""));
    else if (text.includes(".")) this.word(text, start, end, text.replaceAll(".", ""));
    else for (const part of split(text, start, apostrophes)) this.compound(part);
  }

  private compound({ text, start }: Part): void {
    const parts = split(text, start, hyphens);
    const [abbreviation, ending] = parts;
    if (parts.length < 2) this.word(text, start, start + text.length);
    else if (parts.length === 2 && isAbbreviation(abbreviation!.text) && caseEndings.has(fold(ending!.text)))
      this.word(abbreviation!.text, start, start + text.length);
    else this.parts(parts);
  }

  /** `bllok-ndihma` is `bllok` and `ndihma`, and both in one. */
  private parts(parts: readonly Part[]): void {
    const from = this.tokens.length;
    for (const part of parts) this.word(part.text, part.start, part.start + part.text.length);
    const [first, last] = [this.tokens[from], this.tokens.at(-1)];
    if (!first || !last || first === last || parts.length > mostParts) return;
    const joined = parts.map((part) => part.text).join("");
    const { stems, written } = readingOf(joined, this.language);
    this.composed("word", first, last, stems, written);
  }
}
