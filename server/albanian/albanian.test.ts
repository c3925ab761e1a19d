import { describe, expect, it, test } from "vitest";
import {
  analyse,
  english,
  excerpt,
  highlight,
  queryTerms,
  references,
  satisfies,
  stemDictionary,
  stemPositions,
  stems,
  stemText,
  synonymSets,
} from "./albanian.ts";

const finds = (query: string, text: string) => satisfies(text, queryTerms(query));
const marked = (text: string, query: string) => highlight(text, query).map(({ start, end }) => text.slice(start, end));
const title =
  "Për disa ndryshime në vendimin nr. 87, datë 22.12.2025, të Këshillit Bashkiak, “Për tarifën e largimit të mbeturinave”";

describe("A word is found by its stem", () => {
  test.each([
    ["këshilltarëve", ["keshilltar"]],
    ["Keshilltaret", ["keshilltar"]],
    ["shtigjeve", ["shteg"]],
    ["pleqtë", ["plak"]],
    ["lumenjve", ["lum"]],
    ["ujërave", ["uj"]],
    ["dha", ["dheni"]],
    ["miratohen", ["mirato"]],
    ["miratimin", ["mirato"]],
    ["zëvendëskryetares", ["zevendeskryetar"]],
    ["bashki", ["bashki"]],
    ["bashkë", ["bashk"]],
    ["rëndë", ["rende"]],
    ["rendi", ["rend"]],
    ["arë", ["are"]],
    ["ar", ["ar"]],
  ])("%s", (word, expected) => expect(stems(word)).toEqual(expected));

  it("by two where it reads in two ways", () => {
    expect(stems("planet")).toEqual(["plan", "planet"]);
    expect(stems("drejtori")).toEqual(["drejtor", "drejtori"]);
  });

  it("however its letters are encoded or broken", () => {
    for (const word of ["Ke\u0308shilli", "KËSHILLI", "kësh\u00adilli", "kësh-\nilli"])
      expect(finds("këshill", word)).toBe(true);
  });

  it("written with its marks only as it is written", () => {
    expect(stems("njeri")).toContain("njeri");
    expect(stems("njëri")).not.toContain("njeri");
    expect(finds("rend", "i rëndë")).toBe(false);
    expect(finds("rruge", "rrugë")).toBe(true);
    expect(finds("keshilltarët", "këshilltaret")).toBe(true);
  });

  it("even where no list knows it", () => expect(finds("xhiruesi", "xhiruesve")).toBe(true));
});

describe("Numbers and references are whole", () => {
  test.each([
    ["VKB 112/2026", "Vendimi nr. 112/2026"],
    ["87/2025", title],
    ["nr. 87, datë 22.12.2025", title],
    ["vendim 87 datë 22 dhjetor 2025", title],
    ["22 12 2025", title],
    ["dhjetor 2025", title],
    ["12/2026", "nr. 12 / 2026"],
    ["ligji 139 2015", "ligjit nr. 139/2015, “Për vetëqeverisjen vendore”"],
    ["neni 54/c", "neni 54, shkronja ç"],
    ["4200000", "4.200.000 lekë"],
    ["ora 18:00", "ora 18.00"],
  ])("“%s” finds “%s”", (query, text) => expect(finds(query, text)).toBe(true));

  test.each([
    ["112/2026", "112/2025"],
    ["112/2026", "12/2026"],
    ["87/2025", "vendimin nr. 87, datë 22.12.2024"],
    ["03.05.2026", "05.03.2026"],
    ["neni 54/b", "neni 54, shkronja ç"],
    ["30.02.2026", "28.02.2026"],
  ])("“%s” does not find “%s”", (query, text) => expect(finds(query, text)).toBe(false));

  it("are what goes straight to an act", () => {
    expect(queryTerms("vendimi nr. 87, datë 22.12.2025").exact).toEqual(["87/2025"]);
    expect(queryTerms("VKB 112/2026").exact).toEqual(["112/2026"]);
    expect(queryTerms("tarifa 2026").exact).toEqual([]);
  });

  it("are read out of a text with what they name", () => {
    expect(references(title)).toEqual([
      {
        kind: "act",
        key: "87/2025",
        start: title.indexOf("87"),
        end: title.indexOf(", të"),
        number: 87,
        year: 2025,
        date: "2025-12-22",
        named: "vendim",
      },
    ]);
    expect(references("nenet 18, 54 dhe 55").map(({ kind, key }) => `${kind} ${key}`)).toEqual([
      "article 18",
      "article 54",
      "article 55",
    ]);
    const law = references("ligji nr. 9632, datë 30.10.2006, neni 54/ç, 1 150 000 lekë, më 5 mars 2026");
    expect(law.map(({ kind, key }) => `${kind} ${key}`)).toEqual([
      "law 9632/2006",
      "article 54/c",
      "amount 1150000",
      "date 2026-03-05",
    ]);
  });
});

describe("A query", () => {
  it("asks for its words without those that only link them", () => {
    expect(queryTerms("vendimi për tarifën e plehrave ").terms.map(({ written }) => written.join(" "))).toEqual([
      "vendimi",
      "tarifën",
      "plehrave",
    ]);
  });

  it("of linking words alone asks for those", () => {
    expect(queryTerms("për të").terms).toHaveLength(2);
    expect(finds("për të", title)).toBe(true);
    expect(finds("e", "Rendi i ditës")).toBe(false);
  });

  it("of nothing asks for nothing, and finds nothing", () => {
    for (const nothing of ["", "  ", "“”—…", "%_\\", "\u0000\u0007"]) {
      expect(queryTerms(nothing)).toEqual({ terms: [], prefix: undefined, exact: [] });
      expect(finds(nothing, title)).toBe(false);
    }
  });

  it("has a last word that may be unfinished, until a space ends it", () => {
    expect(queryTerms("tarifa e pleh").prefix).toBe("pleh");
    expect(queryTerms("tarifa e pleh ").prefix).toBeUndefined();
    expect(queryTerms("VKB 112/20").prefix).toBe("112/20");
    expect(queryTerms("tarifa 2026").prefix).toBeUndefined();
  });

  it("knows what councils call by two names", () => {
    expect(finds("KB", "mbledhja e Këshillit Bashkiak")).toBe(true);
    expect(finds("këshilli bashkiak", "vendimi i KB-së")).toBe(true);
    expect(finds("axhenda", "rendi i ditës së mbledhjes")).toBe(true);
    expect(finds("tarifa e plehrave", "tarifës së mbeturinave")).toBe(true);
  });

  it("that says tax finds fees, but one that says fee finds no taxes", () => {
    expect(finds("taksa e pastrimit", "tarifën e pastrimit")).toBe(true);
    expect(finds("tarifa e pasurisë", "taksa mbi pasurinë")).toBe(false);
  });

  it("weighs a synonym less than the word", () => {
    const [term] = queryTerms("plehra ").terms;
    expect(term?.alternatives[0]).toEqual({ words: [["pleh"]], weight: 1, because: "asked" });
    expect(term?.alternatives.slice(1).every(({ weight, because }) => weight < 1 && because === "synonym")).toBe(true);
  });
});

describe("A text shows where it was found", () => {
  it("in other forms of the word and by synonyms", () => {
    expect(marked(title, "tarifa e plehrave")).toEqual(["tarifën", "mbeturinave"]);
    expect(marked(title, "87/2025")).toEqual(["87, datë 22.12.2025"]);
    expect(marked("Bllok-ndihma për maj", "bllokndihma")).toEqual(["Bllok-ndihma"]);
  });

  it("while the word is typed, and only then by its beginning", () => {
    const text = "Këshilli dhe këshilltarët";
    expect(highlight(text, "këshill", { isTyping: true })).toHaveLength(2);
    expect(marked(text, "këshill")).toEqual(["Këshilli"]);
  });

  it("in the stretch that holds most of the query", () => {
    const text = `${"Tarifa të tjera. ".repeat(30)}Miratohet tarifa e mbeturinave. ${"Ky vendim hyn në fuqi. ".repeat(30)}`;
    const shown = excerpt(text, "tarifa e plehrave", { length: 120 });
    expect(shown.text).toContain("tarifa e mbeturinave");
    expect(shown.text.length).toBeLessThanOrEqual(121);
    expect(shown.isCutBefore && shown.isCutAfter).toBe(true);
    expect(shown.ranges.map(({ start, end }) => shown.text.slice(start, end))).toContain("mbeturinave");
  });
});

describe("Search engines are fed", () => {
  it("with stems and positions from 1", () => {
    const positions = stemPositions(analyse("Tarifa, tarifat: 139/2015"));
    expect(positions.get("tarif")).toEqual([1, 2]);
    expect(positions.get("139/2015")).toEqual([3]);
    expect(positions.get("139")).toEqual([3]);
  });

  it("with stems in the order of the text", () => expect(stemText("Buxheti i bashkisë")).toBe("buxhet i0 bashki"));

  it("with a dictionary of words and roots, for listed words and those of an index", () => {
    const lines = new Map([...stemDictionary(["xhirimet", "139/2015"])].map(({ word, root }) => [word, root]));
    expect(lines.get("keshilltareve")).toBe("keshilltar");
    expect(lines.get("shtigjet")).toBe("shteg");
    expect(lines.get("xhirimet")).toBe("xhirim");
    expect(lines.has("139/2015")).toBe(false);
    expect([...lines].every(([word, root]) => word !== root)).toBe(true);
  });

  it("with synonyms, some of them one way", () => {
    expect(synonymSets()).toContainEqual({ id: expect.any(String), root: "takse", synonyms: ["tarife"] });
    expect(synonymSets("stems")).toContainEqual({ id: expect.any(String), root: "taks", synonyms: ["tarif"] });
  });
});

describe("English texts", () => {
  const language = english((word) => word.replace(/s$/, ""));
  it("take a stemmer of English, and no Albanian endings or synonyms", () => {
    expect(analyse("the meetings’ notes", language).map(({ stems: found }) => found)).toEqual([
      ["the0"],
      ["meeting"],
      ["note"],
    ]);
    expect(satisfies("Notes of the meetings", queryTerms("meeting note", language), language)).toBe(true);
    expect(satisfies("Decision of the council", queryTerms("VKB", language), language)).toBe(false);
  });
});
