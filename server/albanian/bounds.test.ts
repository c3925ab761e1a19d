import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { albanian, analyse, excerpt, fold, highlight, queryTerms, references, satisfies, stems } from "./albanian.ts";
import type { Language } from "./language.ts";
import { entries, listedStems } from "./lexicon.ts";
import { piecesOf } from "./pieces.ts";

const anyText = fc.oneof(
  fc.string({ unit: "binary", maxLength: 300 }),
  fc.string({ unit: fc.constantFrom(..."aeëiçtvkrjnimu0123456789./-–'’, \n\u00ad\u0308ABÇ"), maxLength: 300 }),
);
const words = fc.constantFrom(
  ..."këshilli vendimit tarifën plehrave 112/2026 22.12.2025 nr. datë për e të bllok-ndihma VKB-së t'i 4 200 000 neni 54/ç".split(
    " ",
  ),
);
const councilText = fc.array(words, { maxLength: 40 }).map((list) => list.join(" "));

describe("Any text", () => {
  it("is read without an error, every token where it says", () => {
    fc.assert(
      fc.property(fc.oneof(anyText, councilText), (text) => {
        let before = -1;
        for (const token of analyse(text)) {
          expect(token.start).toBeGreaterThanOrEqual(0);
          expect(token.end).toBeGreaterThan(token.start);
          expect(token.end).toBeLessThanOrEqual(text.length);
          expect(token.position).toBeGreaterThanOrEqual(before);
          expect(token.stems.length).toBeGreaterThan(0);
          for (const stem of token.stems) expect(stem).toMatch(/^\S{1,64}$/u);
          before = token.position;
        }
        references(text);
      }),
    );
  });

  it("gives stems without spaces, and none of what is no letter", () => {
    expect(analyse("\ufdfa").flatMap((token) => token.stems)).toEqual([expect.stringMatching(/^\S+$/)]);
    expect(analyse("\u0308 \u0000 \ud800 🙂 \u00ad")).toEqual([]);
  });

  it("can be asked for, highlighted and cut short", () => {
    fc.assert(
      fc.property(fc.oneof(anyText, councilText), fc.oneof(anyText, councilText), (text, query) => {
        let before = -1;
        for (const { start, end } of highlight(text, query)) {
          expect(start).toBeGreaterThan(before);
          expect(end).toBeGreaterThan(start);
          before = end;
        }
        const shown = excerpt(text, query, { length: 50 });
        expect(text).toContain(shown.text);
        for (const { start, end } of shown.ranges) expect(end <= shown.text.length && start < end).toBe(true);
      }),
    );
  });

  it("finds itself", () => {
    fc.assert(
      fc.property(fc.oneof(anyText, councilText), (text) => {
        const query = queryTerms(text);
        if (query.terms.length > 0) expect(satisfies(text, query)).toBe(true);
      }),
      // Three numbers beside each other, of which a question could mean a day.
      { examples: [["2 9 18"], ["22 12 2025"]] },
    );
  });

  it("is found the same in capitals and decomposed", () => {
    fc.assert(
      fc.property(councilText, (text) => {
        const found = (as: string) => analyse(as).map((token) => token.stems);
        expect(found(text.normalize("NFD"))).toEqual(found(text));
        expect(satisfies(text.toUpperCase(), queryTerms(text)) || queryTerms(text).terms.length === 0).toBe(true);
      }),
    );
  });
});

describe("Ten thousand letters", () => {
  const hostile: [string, string][] = [
    ["one word", "a"],
    ["figures", "1"],
    ["strokes", "1/"],
    ["points", "1."],
    ["groups of an amount", "000 "],
    ["dates", "1.1.2026 "],
    ["hyphens", "a-"],
    ["apostrophes", "t'"],
    ["letters with points", "a."],
    ["drafts", "p/vendim "],
    ["marks", "a\u0308"],
    ["marks alone", "\u0308"],
    ["soft hyphens", "\u00ad"],
    ["broken lines", "a-\n"],
    ["spaces after a hyphen", "a-          "],
    ["synonyms", "rendi i ditës "],
    ["numbers with dates", "87, datë 22.12.2025 "],
    ["other scripts", "会議の議事録"],
    ["half a pair", "\ud800"],
  ];

  /** How often a text makes the language work, and how many pieces and tokens it comes to. */
  function steps(text: string): number {
    let asked = 0;
    const counting: Language = {
      ...albanian,
      stems: (word) => {
        asked += word.length;
        return albanian.stems(word);
      },
    };
    const tokens = analyse(text, counting);
    return asked + tokens.reduce((sum, token) => sum + token.stems.length + 1, 0) + [...piecesOf(text)].length;
  }

  it.each(hostile)("of %s cost twice as much as five thousand", (_, unit) => {
    const half = unit.repeat(Math.ceil(5_000 / unit.length));
    expect(steps(half + half)).toBeLessThanOrEqual(2 * steps(half) + 64);
  });

  it.each(hostile)("of %s make a query of a bounded number of terms", (_, unit) => {
    const query = queryTerms(unit.repeat(Math.ceil(10_000 / unit.length)));
    expect(query.terms.length).toBeLessThanOrEqual(32);
    expect(query.terms.reduce((sum, term) => sum + term.alternatives.length, 0)).toBeLessThanOrEqual(32 * 8);
  });
});

describe("The lists", () => {
  const all = [...entries()];

  it("know every form of every word, with and without its marks", () => {
    const unknown = all.flatMap(({ stem, forms }) =>
      forms.filter((form) => !listedStems(form)?.includes(stem) || !stems(fold(form)).includes(stem)),
    );
    expect(unknown).toEqual([]);
  });

  it("give a form one stem or two, seldom more", () => {
    const forms = new Set(all.flatMap((entry) => entry.forms));
    const more = [...forms].filter((form) => stems(form).length > 2);
    expect(more.length / forms.size).toBeLessThan(0.001);
  });

  it("name no word twice", () => {
    const seen = new Map<string, string>();
    const twice = all.filter(({ stem, forms }) => {
      const key = `${forms[0]} ${stem}`;
      const known = seen.has(key);
      seen.set(key, key);
      return known;
    });
    expect(twice.map(({ forms }) => forms[0])).toEqual([]);
  });

  it("let two words share a stem only where they are meant to", () => {
    const byStem = Map.groupBy(all, ({ stem }) => stem);
    const shared = [...byStem].filter(([, list]) => list.length > 1).map(([stem]) => stem);
    // Two spellings; policy and political; net and network.
    expect(shared.sort()).toEqual(["certifikat", "certifiko", "falendero", "politik", "rrjet"]);
  });
});
