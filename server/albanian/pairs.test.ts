import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { albanian, queryTerms, satisfies } from "./albanian.ts";
import { withoutEnding } from "./endings.ts";
import { fold, lower } from "./fold.ts";
import type { Language } from "./language.ts";

interface Pair {
  expect: "match" | "apart";
  query: string;
  document: string;
  shows: string;
}
const pairsOf = (name: string): Pair[] =>
  parse(readFileSync(new URL(`pairs/${name}.csv`, import.meta.url), "utf8"), { columns: true });

/** Of what is found, how much should be (precision); of what should be found, how much is (recall). */
function measured(pairs: readonly Pair[], language: Language) {
  const isFound = ({ query, document }: Pair) => satisfies(document, queryTerms(query, language), language);
  const found = pairs.filter(isFound);
  const right = found.filter((pair) => pair.expect === "match");
  const wrong = pairs.filter((pair) => isFound(pair) !== (pair.expect === "match"));
  return {
    precision: right.length / found.length,
    recall: right.length / pairs.filter((pair) => pair.expect === "match").length,
    wrong: wrong.map(({ expect: wanted, query, document }) => `${wanted}: ${query} | ${document}`),
  };
}

/** As if no word were listed: what an unknown word can hope for. */
const byEndingsAlone: Language = { ...albanian, stems: (word) => withoutEnding(fold(word), lower(word)) };

const print = (what: string, { precision, recall }: { precision: number; recall: number }) =>
  process.stdout.write(`${what}: precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}\n`);

describe("Who searches finds the word in any of its forms, and no other word", () => {
  it.each([
    ["seen", "looked at while the rules were written", 0.99, 0.99],
    ["held-out", "written before the rules, never looked at one by one", 0.98, 0.97],
    ["titles", "queries as people type them against titles of acts, written when the rules stood", 0.98, 0.95],
    ["given", "a sample from elsewhere", 1, 1],
  ])("in the pairs “%s”, %s", (name, _, precision, recall) => {
    const pairs = pairsOf(name);
    const result = measured(pairs, albanian);
    print(`${name}, ${pairs.length} pairs`, result);
    expect(result.precision, result.wrong.join("\n")).toBeGreaterThanOrEqual(precision);
    expect(result.recall, result.wrong.join("\n")).toBeGreaterThanOrEqual(recall);
  });

  it("mostly even where no list knows the word", () => {
    const pairs = [...pairsOf("seen"), ...pairsOf("held-out")];
    const result = measured(pairs, byEndingsAlone);
    print(`by endings alone, ${pairs.length} pairs`, result);
    expect(result.precision).toBeGreaterThanOrEqual(0.95);
    expect(result.recall).toBeGreaterThanOrEqual(0.8);
  });
});
