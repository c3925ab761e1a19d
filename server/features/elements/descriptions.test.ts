import { describe, expect, it } from "vitest";
import { locales } from "../../locale.shared.ts";
import { elementCodes, partCodes } from "./catalogue.shared.ts";
import descriptions from "./descriptions.json" with { type: "json" };
import { descriptionOf, leadOf } from "./descriptions.ts";
import legal from "./legal.json" with { type: "json" };

const sentences = (text: string) => text.split(/[.!?](?:\s|$)/).filter(Boolean).length;
const everyText = locales.flatMap((locale) =>
  elementCodes.flatMap((code) => [descriptionOf(code).stands[locale], descriptionOf(code).paper[locale]]),
);
const lawsNamed = (text: string) => [...text.matchAll(/\b(\d{1,3}\/20\d\d)\b/g)].map(([, law]) => law);

describe("what is said about each element", () => {
  it("is there for all 81 and for no other, and opens each part", () => {
    expect(Object.keys(descriptions.elements)).toEqual([...elementCodes]);
    expect(Object.keys(descriptions.parts)).toEqual([...partCodes]);
    for (const part of partCodes) for (const locale of locales) expect(sentences(leadOf(part)[locale])).toBe(1);
  });

  it("says in both languages what stands there and how the thing is done on paper, in two to four sentences", () => {
    for (const code of elementCodes) {
      const { stands, paper } = descriptionOf(code);
      for (const locale of locales) {
        for (const text of [stands[locale], paper[locale]]) {
          expect(sentences(text), `${code} ${locale}: ${text}`).toBeGreaterThanOrEqual(2);
          expect(sentences(text), `${code} ${locale}: ${text}`).toBeLessThanOrEqual(4);
          expect(text, code).toMatch(/^\p{Lu}[^\n]*\.$/u);
        }
      }
    }
  });

  it("is written for each element by itself", () => {
    expect(new Set(everyText).size).toBe(everyText.length);
  });

  it("is typeset with curly quotes and apostrophes, and without stray spaces", () => {
    for (const text of everyText) expect(text).not.toMatch(/['"`]|\s{2}|\s[,.;:)]|\(\s/);
  });

  it("rests on rules that say in both languages what the law asks", () => {
    const used = new Set(elementCodes.flatMap((code) => descriptionOf(code).legal.map(({ rule }) => rule)));
    expect([...used].sort()).toEqual(Object.keys(legal.rules).sort());
    const cited = new Set(Object.values(legal.rules).map(({ law }) => law));
    expect([...cited].sort()).toEqual(Object.keys(legal.laws).sort());
    for (const code of elementCodes) {
      for (const { lawTitle, text, certainty } of descriptionOf(code).legal) {
        for (const locale of locales) expect(lawTitle[locale] && text[locale]).toBeTruthy();
        expect(["seen", "likely"]).toContain(certainty);
      }
    }
  });

  it("names no law in its text that is not among the rules it rests on", () => {
    for (const code of elementCodes) {
      const { paper, legal } = descriptionOf(code);
      for (const locale of locales) {
        for (const law of lawsNamed(paper[locale]))
          expect(
            legal.map((rule) => rule.law),
            `${code} ${locale}`,
          ).toContain(law);
      }
    }
  });

  it("names the same laws, articles and numbers in both languages", () => {
    const figures = (text: string) => [...text.matchAll(/\d+(?:[/–]\d+)*/g)].map(([figure]) => figure).sort();
    for (const code of elementCodes) {
      const { stands, paper, legal } = descriptionOf(code);
      for (const text of [stands, paper, ...legal.map((rule) => rule.text)]) {
        expect(figures(text.sq), `${code}: ${text.en}`).toEqual(figures(text.en));
      }
    }
  });

  it("cites only articles of the rules it rests on", () => {
    for (const code of elementCodes) {
      const { paper, legal } = descriptionOf(code);
      const known = legal.flatMap(({ article }) => article?.match(/\d+(?:[/–]\w+)*/g) ?? []);
      const cited = [...paper.sq.matchAll(/nen(?:i|et) (\d+[/–\d\w]*)(?: dhe (\d+[/–\d\w]*))?/g)].flatMap(
        ([, ...articles]) => articles.filter(Boolean),
      );
      for (const article of cited) {
        const covered = known.some((name) => name === article || name.startsWith(`${article}/`));
        expect(covered, `${code} cites ${article}, rests on ${known.join(", ")}`).toBe(true);
      }
    }
  });
});
