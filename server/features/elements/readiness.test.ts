import { describe, expect, it } from "vitest";
import { phrases } from "../../http/phrases.ts";
import { publicationKind } from "../publications/kinds.shared.ts";
import { elements } from "./catalogue.shared.ts";
import { coverageWindows } from "./coverage.ts";
import {
  type CollectionFacts,
  collectionReadiness,
  type Facts,
  pageReadiness,
  readinessOf,
  type WindowCount,
} from "./readiness.ts";

const day = "2026-03-05";
const nothing: WindowCount = { covering: 0, withoutFile: 0, withoutEnglish: 0 };
const one: WindowCount = { ...nothing, covering: 1 };
const verdict = (element: string, facts: Partial<CollectionFacts>, on = day) => {
  const kind = publicationKind(element)!;
  const { readiness, reasons } = collectionReadiness(kind, {
    total: 3,
    windows: coverageWindows(kind, on),
    current: nothing,
    grace: null,
    ...facts,
  });
  return [readiness, ...reasons.map(({ key, values }) => (values ? `${key} ${Object.values(values)}` : key))];
};

describe("A collection", () => {
  it("counts as none while nothing is published", () => {
    expect(collectionReadiness(publicationKind("I.1.1")!, undefined).readiness).toBe("none");
  });

  it("is there in part when nothing in it covers the present, and says what is missing", () => {
    expect(verdict("III.1.4", {})).toEqual(["partial", "collection.year_missing 2025"]);
    expect(verdict("V.1.1", {})).toEqual(["partial", "collection.not_recent 90"]);
    expect(verdict("B.II.2", {})).toEqual(["partial", "collection.none_valid"]);
  });

  it("is there in part when what covers the present lacks its file or its English", () => {
    expect(verdict("III.1.4", { current: { ...one, withoutFile: 1 } })).toEqual([
      "partial",
      "collection.without_file 1",
    ]);
    expect(verdict("V.1.1", { current: { covering: 9, withoutFile: 0, withoutEnglish: 2 } })).toEqual([
      "partial",
      "collection.without_english 2",
    ]);
  });

  it("is there in full when what covers the present is whole", () => {
    expect(verdict("III.1.4", { current: one })).toEqual(["full", "collection.full_year 2025"]);
    expect(verdict("I.1.1", { current: { ...one, covering: 7 } })).toEqual(["full", "collection.full_any 7"]);
    expect(verdict("B.II.2", { current: one })).toEqual(["full", "collection.full_valid 1"]);
    expect(verdict("V.1.1", { current: one })).toEqual(["full", "collection.full_recent 1"]);
  });

  it("of years is served by the year before in the first months, and by the new one as soon as it is there", () => {
    const whole = { current: nothing, grace: one };
    expect(verdict("III.1.1", whole, "2026-02-28")).toEqual(["full", "collection.full_year 2025"]);
    expect(verdict("III.1.1", { current: nothing }, "2026-03-01")).toEqual(["partial", "collection.year_missing 2026"]);
    expect(verdict("III.1.1", { current: one, grace: { ...one, withoutFile: 1 } }, "2026-02-28")).toEqual([
      "full",
      "collection.full_year 2026",
    ]);
    expect(verdict("III.1.1", { current: { ...one, withoutEnglish: 1 }, grace: one }, "2026-02-28")[0]).toBe("partial");
  });
});

describe("The time that a document must cover", () => {
  const windows = (element: string, on: string) => coverageWindows(publicationKind(element)!, on);

  it("is the year asked for, and the one before in the months of grace", () => {
    expect(windows("III.1.4", "2026-03-31")).toEqual({
      current: { since: "2025-01-01", until: "2025-12-31" },
      grace: { since: "2024-01-01", until: "2024-12-31" },
    });
    expect(windows("III.1.4", "2026-04-01").grace).toBeNull();
  });

  it("is today for what is valid from a day to a day, and the last days for what is recent", () => {
    expect(windows("I.4.1", day).current).toEqual({ since: day, until: day });
    expect(windows("V.1.1", day).current.since).toBe("2025-12-05");
  });
});

describe("A procedure's page", () => {
  const both = (text: string) => ({ sq: text, en: text });
  const whole = {
    lead: both("Si"),
    how: [{ text: both("Hapi") }],
    periods: [{ what: both("Afati"), number: 20, unit: "working", law: "146/2014", article: "15", certainty: "seen" }],
    who: both("<p>Kushdo</p>"),
  } as const;

  it("is full with every part that it must tell, in both languages", () => {
    expect(pageReadiness("I.3.12", { ...whole, how: [...whole.how], periods: [...whole.periods] }).readiness).toBe(
      "full",
    );
  });

  it("names the parts that are missing", () => {
    expect(pageReadiness("I.3.14", { lead: both("Si"), how: [] })).toEqual({
      readiness: "partial",
      reasons: ["how", "periods", "address", "form"].map((part) => ({ key: `page.without_${part}` })),
    });
  });

  it("sees a text that is missing in English wherever it stands", () => {
    const how = [{ text: both("Hapi") }, { text: { sq: "Vetëm shqip" } }];
    expect(pageReadiness("I.3.12", { ...whole, how, periods: [...whole.periods] }).reasons).toEqual([
      { key: "page.without_english" },
    ]);
  });
});

describe("All 81 elements", () => {
  const empty: Facts = {
    collections: new Map(),
    pages: new Map(),
    albums: { albums: 0, photos: 0, withoutEnglish: 0 },
    contacts: {},
    declined: new Map(),
    features: new Map(),
  };
  const judged = (facts: Facts) =>
    new Map(elements.map((element) => [element.code as string, readinessOf(element, facts)]));

  it("of a new council are none, but for the board itself", () => {
    const verdicts = judged(empty);
    expect(verdicts.size).toBe(81);
    expect([...verdicts].filter(([, { readiness }]) => readiness !== "none").map(([code]) => code)).toEqual(["B.I.2"]);
  });

  it("whose feature is still to come count as none, also where the way on paper is described", () => {
    const page = { lead: { sq: "Si", en: "How" } };
    const verdicts = judged({
      ...empty,
      pages: new Map([
        ["I.3.15", page],
        ["I.2.1", page],
      ]),
    });
    expect(verdicts.get("I.2.1")).toEqual({ readiness: "none", reasons: [{ key: "feature.missing" }] });
    expect(verdicts.get("I.3.15")).toEqual({ readiness: "none", reasons: [{ key: "feature.described" }] });
  });

  it("take social accounts and media contacts from the settings", () => {
    const social = [{ network: "Facebook", url: "https://facebook.example/keshilli" }];
    const media = {
      name: "Eriona Balla",
      phone: "+355 00",
      email: "media@a.example",
      hours: { sq: "9–15", en: "9–15" },
    };
    const verdicts = judged({ ...empty, contacts: { social, media } });
    expect(verdicts.get("V.1.4")?.readiness).toBe("full");
    expect(verdicts.get("V.1.6")).toEqual({ readiness: "partial", reasons: [{ key: "media.without_accreditation" }] });
  });

  it("have photographs in full only with every text in both languages", () => {
    const albums = { albums: 1, photos: 12, withoutEnglish: 0 };
    expect(judged({ ...empty, albums }).get("V.1.5")?.readiness).toBe("full");
    expect(judged({ ...empty, albums: { ...albums, withoutEnglish: 1 } }).get("V.1.5")?.readiness).toBe("partial");
    expect(judged({ ...empty, albums: { ...albums, photos: 0 } }).get("V.1.5")?.readiness).toBe("none");
  });

  it("give a reason that reads as a sentence in both languages", () => {
    for (const { reasons } of judged(empty).values())
      for (const locale of ["sq", "en"] as const)
        for (const { key, values } of reasons)
          expect(phrases(locale, "readiness")(key, values ?? {})).toMatch(/^\p{Lu}.*\.$/u);
  });
});
