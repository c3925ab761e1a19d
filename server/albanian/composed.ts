import { monthNumbers } from "./data/calendar.ts";
import { dateKeys, isoDate } from "./numbers.ts";
import type { Reader } from "./reader.ts";
import type { Token } from "./token.ts";

const isYear = (token: Token | undefined): token is Token =>
  token?.kind === "number" && /^(?:19|20)\d\d$/.test(token.folded);
const isDay = (token: Token | undefined): boolean =>
  token?.kind === "number" && /^(?:[12]?\d|3[01]|0[1-9])$/.test(token.folded);
const monthOf = (token: Token | undefined): number | undefined =>
  token?.kind === "word" ? monthNumbers.get(token.folded) : undefined;
const namesADate = new Set(["date", "dates", "daten", "dt", "dated"]);
const namesAPart = new Set(["shkronja", "shkronjes", "germa", "germes", "pika", "pikes", "paragrafi", "paragrafit"]);

/** “5 mars 2026” from the token at `at`: the last token and the keys. */
function dateInWords(tokens: readonly Token[], at: number): [Token, string[]] | undefined {
  const [first, second, third] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  const month = monthOf(second);
  if (month && isDay(first) && isYear(third)) {
    const iso = isoDate(Number(third.folded), month, Number(first!.folded));
    return iso ? [third, dateKeys(iso)] : undefined;
  }
  const alone = monthOf(first);
  if (alone && isYear(second) && !isDay(tokens[at - 1]))
    return [second, [`${second.folded}-${String(alone).padStart(2, "0")}`]];
  return undefined;
}

/** “87, datë 22.12.2025” from the token at `at`. */
function numberAndDate(tokens: readonly Token[], at: number): [Token, string[]] | undefined {
  const [first, second, third] = [tokens[at]!, tokens[at + 1], tokens[at + 2]];
  if (first.kind !== "number" || !/^\d{1,6}$/.test(first.folded) || !second || !third) return undefined;
  if (namesADate.has(second.folded)) {
    const [last, keys] = third.kind === "date" ? [third, third.stems] : (dateInWords(tokens, at + 2) ?? []);
    return last && keys?.length === 3 ? [last, [`${Number(first.folded)}/${keys[2]}`]] : undefined;
  }
  // “nr. 87 i vitit 2025”
  const fourth = tokens[at + 3];
  if (second.isStopWord && /^viti?t?$/.test(third.folded) && isYear(fourth))
    return [fourth, [`${Number(first.folded)}/${fourth.folded}`]];
  return undefined;
}

/** “54, shkronja ç”, “53, pika 4” from the token at `at`. */
function articleAndPart(tokens: readonly Token[], at: number): [Token, string[]] | undefined {
  const [first, second, third] = [tokens[at]!, tokens[at + 1], tokens[at + 2]];
  if (first.kind !== "number" || !second || !third || !namesAPart.has(second.folded)) return undefined;
  return /^(?:\p{L}|\d+)$/u.test(third.folded) ? [third, [`${first.folded}/${third.folded}`]] : undefined;
}

/** Adds to what was read the tokens that others make together, and orders all by position. */
export function withComposed(reader: Reader): Token[] {
  const single = reader.tokens.filter((token) => !token.isComposed);
  single.forEach((token, at) => {
    const next = single[at + 1];
    if (token.kind === "word" && !monthNumbers.has(token.folded) && next?.kind === "word") return;
    // “nr. 87”, “datë 22.12.2025”: the number says it all
    if (next && next.kind !== "word" && (token.folded === "nr" || namesADate.has(token.folded)))
      token.isStopWord = true;
    for (const [kind, read] of [
      ["date", dateInWords],
      ["reference", numberAndDate],
      ["reference", articleAndPart],
    ] as const) {
      const found = read(single, at);
      if (found) reader.composed(kind, token, ...found);
    }
  });
  return reader.tokens.sort((a, b) => a.position - b.position || Number(a.isComposed) - Number(b.isComposed));
}
