import type { Token } from "./token.ts";
import { analyse } from "./tokens.ts";

/** What a text cites: an act or a law by number and year, an article, a date, an amount. */
export interface Reference {
  kind: "act" | "law" | "article" | "date" | "amount" | "number";
  /** What it is found by: `87/2025`, `54/c`, `2025-12-22`, `4200000`. */
  key: string;
  start: number;
  end: number;
  /** Of acts and laws. */
  number?: number;
  year?: number;
  /** Of an act or a law whose date stands beside its number. */
  date?: string;
  /** The word that names its kind, as a stem: `vkb`, `vendim`, `urdheres`, `ligj`, `vkm`. */
  named?: string;
}

const laws = new Set(["ligj", "kod"]);
const acts = new Set(["vendim", "vkb", "urdheres", "urdhr", "rezolut", "vkm", "udhezo", "projektvendim", "projektakt"]);

/**
 * The word before a number that says what it numbers, at most four words away: “vendimi i Këshillit nr. 87”. Of a list
 * of articles (“nenet 18, 54 dhe 55”) it stands before the first.
 */
function namedBefore(tokens: readonly Token[], at: number): string | undefined {
  let isList = false;
  for (let back = 1; back <= 4; back++) {
    const token = tokens[at - back];
    if (!token) return undefined;
    if (token.kind !== "word") {
      isList = true;
      continue;
    }
    if (isList && token.stems.includes("nen")) return "nen";
    if (isList) continue;
    const stem = token.stems.find((one) => acts.has(one) || laws.has(one) || one === "nen");
    if (stem) return stem;
  }
  return undefined;
}

/**
 * The references of a text, in order.
 *
 *     references("vendimi nr. 87, datë 22.12.2025")
 *     // [{ kind: "act", key: "87/2025", number: 87, year: 2025, date: "2025-12-22", named: "vendim", … }]
 */
export function references(text: string): Reference[] {
  const tokens = analyse(text);
  const single = tokens.filter((token) => !token.isComposed);
  const at = new Map(single.map((token, index) => [token.position, index]));
  const inside = new Set<number>();
  const found: Reference[] = [];
  const composedAt = new Map<number, Token>();
  for (const token of tokens) if (token.isComposed && token.kind !== "word") composedAt.set(token.position, token);
  for (const plain of single) {
    if (inside.has(plain.position)) continue;
    const token = composedAt.get(plain.position) ?? plain;
    for (let position = token.position; position < token.position + token.length; position++) inside.add(position);
    const key = token.stems[0]!;
    const place = { key, start: token.start, end: token.end };
    const named = namedBefore(single, at.get(token.position)!);
    if (token.kind === "date") {
      if (/^\d{4}-\d\d-\d\d$/.test(key)) found.push({ kind: "date", ...place });
    } else if (token.kind === "amount") found.push({ kind: "amount", ...place });
    else if (token.kind === "reference" || (token.kind === "number" && named)) {
      const [, number, year] = /^(\d{1,9})\/((?:19|20)\d\d)$/.exec(key) ?? [];
      const kind = named === "nen" ? "article" : named && laws.has(named) ? "law" : named || year ? "act" : "number";
      const last = at.get(token.position + token.length - 1);
      const date = token.isComposed && last !== undefined ? single[last]!.stems[0]! : undefined;
      found.push({
        kind,
        ...place,
        ...(kind !== "article" && number ? { number: Number(number), year: Number(year) } : {}),
        ...(date && /^\d{4}-\d\d-\d\d$/.test(date) ? { date } : {}),
        ...(named && named !== "nen" ? { named } : {}),
      });
    }
  }
  return found;
}
