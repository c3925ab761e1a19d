import type { Query } from "../albanian/albanian.ts";
import { fold } from "../albanian/albanian.ts";

/** A word of a council's texts: folded, and as it is written there. */
export interface KnownWord {
  word: string;
  written: string;
}

/** Letters to add, leave out, change or swap between two words; more than `most` is told as `most + 1`. */
export function distance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let least = Math.min(row[j - 1]! + 1, last[j]! + 1, last[j - 1]! + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) least = Math.min(least, before[j - 2]! + 1);
      row.push(least);
    }
    [before, last] = [last, row];
  }
  return Math.min(last[b.length]!, most + 1);
}

const mostWords = 6;
const mostTries = 6;

/**
 * The same question in words that are known, if that finds something: each word that finds nothing by itself is replaced by
 * one that is a letter or two away.
 * @param similar words of the council like this one, the likest first
 * @param finds whether a question finds anything
 */
export async function respelt(
  text: string,
  query: Query,
  similar: (folded: string) => Promise<KnownWord[]>,
  finds: (text: string) => Promise<boolean>,
): Promise<string | null> {
  const spellable = query.terms
    .filter(({ kind, written }) => kind === "word" && written.length === 1 && written[0]!.length >= 4)
    .slice(0, mostWords);
  // A word that finds something by itself is spelt as it was meant.
  const areKnown = await Promise.all(spellable.map(({ written }) => finds(written[0]!)));
  const words = spellable.filter((_, at) => !areKnown[at]);
  const known = await Promise.all(words.map(({ written }) => similar(fold(written[0]!))));
  const choices = words.map(({ written }, at) => {
    const folded = fold(written[0]!);
    const most = folded.length < 6 ? 1 : 2;
    const near = known[at]!.map((one) => ({ ...one, far: distance(folded, one.word, most) }));
    return near
      .filter(({ far }) => far > 0 && far <= most)
      .sort((a, b) => a.far - b.far)
      .slice(0, 3);
  });
  if (choices.every((few) => few.length === 0)) return null;
  const spelt = (pick: (at: number) => number) => {
    let said = text;
    for (const [at, { start, end }] of [...words.entries()].reverse()) {
      const choice = choices[at]![pick(at)] ?? choices[at]![0];
      if (choice) said = said.slice(0, start) + choice.written + said.slice(end);
    }
    return said;
  };
  const tries = new Set([spelt(() => 0)]);
  for (const at of words.keys())
    for (const other of [1, 2]) if (choices[at]![other]) tries.add(spelt((word) => (word === at ? other : 0)));
  for (const one of [...tries].slice(0, mostTries)) if (await finds(one)) return one;
  return null;
}
