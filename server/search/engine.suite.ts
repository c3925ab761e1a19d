import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { TenantId } from "../db/tenant-db.ts";
import type { Locale } from "../locale.shared.ts";
import type { SearchDocument, SearchFilters, SearchRequest, SubjectInIndex } from "./search-document.ts";
import type { SearchEngine } from "./search-engine.ts";

export interface EngineUnderTest {
  engine: SearchEngine;
  /** Two councils, of which nothing is indexed yet; both agree to be searched together with others. */
  councils: readonly [TenantId, TenantId];
  close(): Promise<void>;
}

const now = new Date("2026-03-05T09:00:00Z");
const uuid = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, "0")}`;
const council = uuid(900);
const committee = uuid(901);

/** A document as the feeding makes it; what is not named is plain. */
export function documentOf(
  subject: string,
  given: Partial<SearchDocument> & Pick<SearchDocument, "title">,
): SearchDocument {
  const language = given.language ?? "sq";
  return {
    key: `${subject}:${language}`,
    subject,
    kind: "act",
    language,
    sites: ["sq", "en"],
    names: [],
    text: "",
    pages: [],
    date: null,
    year: null,
    body: null,
    topic: null,
    url: { sq: `/aktet/${subject.split(":")[1]}`, en: `/en/acts/${subject.split(":")[1]}` },
    visibleFrom: new Date("2026-01-01T00:00:00Z"),
    ...given,
  };
}
const one = (document: SearchDocument): SubjectInIndex => ({ subject: document.subject, documents: [document] });

const acts: SubjectInIndex[] = [
  one(
    documentOf("act:waste", {
      title: "Për miratimin e tarifës së pastrimit dhe të largimit të mbetjeve për vitin 2026",
      names: ["VKB 112/2026", "Vendim nr. 112, datë 12.02.2026"],
      text: "Tarifa vjetore për familje është 2 400 lekë. Përjashtohen familjet në nevojë.",
      date: "2026-02-12",
      year: 2026,
      body: council,
      topic: "taxesAndFees",
    }),
  ),
  one(
    documentOf("act:budget", {
      title: "Për miratimin e buxhetit të vitit 2026",
      names: ["VKB 87/2025", "Vendim nr. 87, datë 22.12.2025"],
      text: "Këshilli Bashkiak vendosi miratimin e buxhetit, me investime në rrugë dhe në shkolla.",
      date: "2025-12-22",
      year: 2025,
      body: council,
      topic: "budget",
    }),
  ),
  one(
    documentOf("draft_act:market", {
      kind: "draft_act",
      title: "Projektvendim për rregulloren e tregut",
      text: "Rregullorja e tregut të fshatarëve cakton ditët dhe tarifën e vendit.",
      date: "2026-02-20",
      year: 2026,
      body: council,
      topic: "economy",
    }),
  ),
  one(
    documentOf("body:finance", {
      kind: "body",
      title: "Komisioni i financës",
      text: "Shqyrton buxhetin.",
      body: committee,
    }),
  ),
  {
    subject: "news:park",
    documents: [
      documentOf("news:park", {
        kind: "news",
        sites: ["sq"],
        title: "Hapet parku i ri pranë lumit",
        text: "Parku ka pemë, stola dhe një fushë lojërash.",
        date: "2026-03-01",
        year: 2026,
      }),
      documentOf("news:park", {
        kind: "news",
        language: "en",
        sites: ["en"],
        title: "The new park by the river opens",
        text: "The park has trees, benches and a playground.",
        date: "2026-03-01",
        year: 2026,
      }),
    ],
  },
  one(
    documentOf("document:report", {
      kind: "document",
      title: "Relacion për tarifat",
      pages: [
        { page: 1, text: "Hyrje. Ky relacion shpjegon propozimin." },
        { page: 2, text: "Tarifa e ujit të pijshëm llogaritet sipas matësit." },
        { page: 3, text: "Shtojcë me tabela dhe burime." },
      ],
      date: "2026-02-01",
      year: 2026,
    }),
  ),
  one(
    documentOf("act:secret", { title: "Vendim për planetin e largët", visibleFrom: new Date("2026-03-05T12:00:00Z") }),
  ),
];

/**
 * What every driver of the search's port must do: the same finds, facets and highlights, whichever engine stands behind.
 * The councils handed over are of this suite alone.
 */
export function engineSuite(name: string, open: () => Promise<EngineUnderTest>): void {
  describe(name, () => {
    let subject: EngineUnderTest;
    let engine: SearchEngine;
    let lisi: TenantId;
    let krasta: TenantId;

    beforeAll(async () => {
      subject = await open();
      engine = subject.engine;
      [lisi, krasta] = subject.councils;
      await engine.prepare();
      await engine.put(lisi, acts, now);
      await engine.put(
        krasta,
        [
          one(
            documentOf("act:neighbour", {
              title: "Për tarifën e mbetjeve te fqinji",
              names: ["VKB 9/2026"],
              body: council,
            }),
          ),
        ],
        now,
      );
    });
    afterAll(() => subject?.close());

    const search = (text: string, rest: Partial<SearchRequest> = {}, of: TenantId = lisi) =>
      engine.search(of, { text, site: "sq", now, limit: 20, ...rest });
    const found = async (text: string, filters: SearchFilters = {}, site: Locale = "sq") =>
      (await search(text, { filters, site })).hits.map((hit) => hit.subject);
    const suggested = async (text: string, site: Locale = "sq", of: TenantId = lisi) =>
      (await engine.suggest(of, { text, site, now, limit: 5 })).map((one) => one.subject);

    it("finds an act by what people type: without marks, in any form, by the word they use", async () => {
      expect(await found("vendimi per tarifen e plehrave")).toEqual(["act:waste"]);
      expect((await found("tarifë pastrimi"))[0]).toBe("act:waste");
      expect(await found("buxhetet")).toContain("act:budget");
    });

    it("asks for every word, and for no other word that begins alike", async () => {
      expect(await found("tarifë kozmodrom")).toEqual([]);
      expect(await found("fshat")).not.toContain("draft_act:market");
    });

    it("finds an act by its number", async () => {
      expect(await found("112/2026")).toEqual(["act:waste"]);
      expect(await found("nr. 87, datë 22.12.2025")).toEqual(["act:budget"]);
      expect(await found("112/2025")).toEqual([]);
    });

    it("puts what has the words in its title first", async () => {
      expect(await found("buxheti")).toEqual(["act:budget", "body:finance"]);
    });

    it("shows where title and text have what was asked", async () => {
      const [hit] = (await search("tarifa familje")).hits;
      expect(hit).toMatchObject({ subject: "act:waste", kind: "act", date: "2026-02-12", year: 2026, body: council });
      const marked = (text: string, ranges: readonly { start: number; end: number }[]) =>
        ranges.map(({ start, end }) => text.slice(start, end));
      expect(marked(hit!.title, hit!.titleRanges)).toEqual(["tarifës"]);
      expect(marked(hit!.excerpt!.text, hit!.excerpt!.ranges)).toEqual(["Tarifa", "familje", "familjet"]);
    });

    it("opens a document at the page that holds it", async () => {
      const [hit] = (await search("uji i pijshëm")).hits;
      expect(hit).toMatchObject({ subject: "document:report", page: 2 });
      expect(hit!.excerpt!.text).toContain("ujit të pijshëm");
      expect((await search("shtojca me burime")).hits[0]).toMatchObject({ subject: "document:report", page: 3 });
    });

    it("counts each facet under the other filters", async () => {
      const { facets, total } = await search("tarifë", { filters: { kind: "act" } });
      expect(total).toBe(1);
      expect(Object.fromEntries(facets.kind.map(({ value, count }) => [value, count]))).toEqual({
        act: 1,
        draft_act: 1,
        document: 1,
      });
      expect(facets.year).toEqual([{ value: 2026, count: 1 }]);
      expect(facets.topic).toEqual([{ value: "taxesAndFees", count: 1 }]);
      expect(facets.body).toEqual([{ value: council, count: 1 }]);
    });

    it("narrows by kind, year, body, topic and days", async () => {
      expect(await found("buxheti", { kind: "body" })).toEqual(["body:finance"]);
      expect(await found("buxheti", { body: committee })).toEqual(["body:finance"]);
      expect(await found("tarifë", { year: 2025 })).toEqual([]);
      expect(await found("tarifë", { topic: "economy" })).toEqual(["draft_act:market"]);
      expect(await found("tarifë", { from: "2026-02-02", until: "2026-02-15" })).toEqual(["act:waste"]);
      expect(await found("tarifë", { from: "2026-02-15" })).toEqual(["draft_act:market"]);
    });

    it("orders by day when asked, and goes through everything once page by page", async () => {
      const all = (await search("tarifë", { order: "newest" })).hits.map((hit) => hit.date);
      expect(all).toEqual(["2026-02-20", "2026-02-12", "2026-02-01"]);
      const pages = await Promise.all(
        [0, 1, 2, 3].map((offset) => search("tarifë", { order: "newest", limit: 1, offset })),
      );
      expect(pages.flatMap((page) => page.hits.map((hit) => hit.date))).toEqual(all);
      expect(pages.map((page) => page.total)).toEqual([3, 3, 3, 3]);
    });

    it("finds on each site what is read there, an English text by English words", async () => {
      expect(await found("benches", {}, "en")).toEqual(["news:park"]);
      expect(await found("bench parks", {}, "en")).toEqual(["news:park"]);
      expect(await found("stol", {}, "en")).toEqual([]);
      expect(await found("stol")).toEqual(["news:park"]);
      expect(await found("tarifë pastrimi", {}, "en")).toEqual(["act:waste"]);
      expect((await search("park", { site: "en" })).hits[0]).toMatchObject({ language: "en", title: /river/ as never });
    });

    it("never finds what is not public yet", async () => {
      expect(await found("planeti i largët")).toEqual([]);
      expect(await suggested("plane")).toEqual([]);
      const later = await search("planeti i largët", { now: new Date("2026-03-05T12:00:01Z") });
      expect(later.hits.map((hit) => hit.subject)).toEqual(["act:secret"]);
    });

    it("asks whether another spelling was meant where nothing was found, and only where that finds something", async () => {
      expect((await search("tariffa mbetje")).didYouMean).toMatch(/^tarif\S* mbetje$/);
      expect((await search("buxhteti")).didYouMean).toMatch(/^buxhet/);
      expect((await search("kozmodrom")).didYouMean).toBeNull();
      expect((await search("largte")).didYouMean).toBeNull();
      expect((await search("buxheti")).didYouMean).toBeNull();
    });

    it("suggests titles while somebody types", async () => {
      expect(await suggested("bux")).toEqual(["act:budget"]);
      expect(await suggested("miratimin e buxh")).toEqual(["act:budget"]);
      expect(await suggested("rregullore tre")).toEqual(["draft_act:market"]);
      expect(await suggested("the new pa", "en")).toEqual(["news:park"]);
      expect(await suggested("112/20")).toEqual(["act:waste"]);
      const [first] = await engine.suggest(lisi, { text: "bux", site: "sq", now, limit: 5 });
      const { start, end } = first!.titleRanges[0]!;
      expect(first!.title.slice(start, end)).toBe("buxhetit");
    });

    it("replaces what was found of a subject, removes it, and putting twice is as once", async () => {
      const before = await engine.count(lisi);
      const draft = one(documentOf("act:changing", { title: "Emërtimi i rrugës së re" }));
      await engine.put(lisi, [draft], now);
      await engine.put(lisi, [draft], now);
      expect(await engine.count(lisi)).toBe(before + 1);
      await engine.put(lisi, [one(documentOf("act:changing", { title: "Emërtimi i sheshit" }))], now);
      expect(await found("emërtimi i rrugës")).toEqual([]);
      expect(await found("emërtimi i sheshit")).toEqual(["act:changing"]);
      await engine.put(lisi, [{ subject: "act:changing", documents: [] }], now);
      expect(await found("sheshi")).toEqual([]);
      expect(await engine.count(lisi)).toBe(before);
    });

    it("keeps one language where the other is taken away", async () => {
      const both = (["sq", "en"] as const).map((language) =>
        documentOf("page:both", { kind: "page", language, sites: [language], title: `Xhirafe ${language}` }),
      );
      await engine.put(lisi, [{ subject: "page:both", documents: both }], now);
      expect(await found("xhirafe", {}, "en")).toEqual(["page:both"]);
      await engine.put(lisi, [{ subject: "page:both", documents: both.slice(0, 1) }], now);
      expect(await found("xhirafe", {}, "en")).toEqual([]);
      expect(await found("xhirafe")).toEqual(["page:both"]);
      await engine.put(lisi, [{ subject: "page:both", documents: [] }], now);
    });

    it("sweeps away what a reindex did not find any more", async () => {
      const later = new Date(now.getTime() + 60_000);
      await engine.put(krasta, [one(documentOf("act:kept", { title: "Mbetet" }))], later);
      await engine.put(krasta, [one(documentOf("act:left", { title: "Iken" }))], now);
      await engine.put(
        krasta,
        [one(documentOf("act:neighbour", { title: "Për tarifën e mbetjeve te fqinji" }))],
        later,
      );
      expect(await engine.sweep(krasta, later)).toBe(1);
      expect(await engine.count(krasta)).toBe(2);
      expect(await engine.count(lisi)).toBeGreaterThan(5);
    });

    it("never reaches another council, through whatever field of a question", async () => {
      const filters: SearchFilters[] = [
        {},
        { body: council },
        { kind: "act" },
        { body: `${council}') or true --` },
        { body: `${council}" || tenant_id:!=x` },
        { topic: "`] || tenant_id:*" },
        { topic: "taxesAndFees' or '1'='1" },
        { from: "0001-01-01", until: "9999-12-31" },
      ];
      const texts = [
        "fqinji",
        "tarifë fqinji",
        `fqinji ${krasta}`,
        "fqinji' or 1=1 --",
        "fqinji | tarifë",
        `${krasta}:fqinj`,
      ];
      for (const text of texts) {
        for (const narrowed of filters)
          for (const order of ["best", "newest"] as const) {
            const { hits } = await search(text, { filters: narrowed, order, site: "en" });
            expect(hits.map((hit) => hit.subject)).not.toContain("act:neighbour");
          }
        expect(await suggested(text)).not.toContain("act:neighbour");
      }
      expect((await search("fqinjit")).didYouMean ?? "").not.toMatch(/fqinji\b/);
      expect(await found("fqinji")).toEqual([]);
      await engine.put(lisi, [{ subject: "act:neighbour", documents: [] }], now);
      expect((await search("fqinji", {}, krasta)).total).toBe(1);
    });

    it("searches several councils together, and none beside those it was given", async () => {
      const both = await engine.searchCouncils([lisi, krasta], {
        text: "tarifa e mbetjeve",
        site: "sq",
        now,
        limit: 20,
      });
      expect(both.hits.map((hit) => [hit.council, hit.subject]).sort()).toEqual(
        [
          [lisi, "act:waste"],
          [krasta, "act:neighbour"],
        ].sort(),
      );
      expect(both.total).toBe(2);
      expect(new Set(both.councils.map(({ value }) => value))).toEqual(new Set([lisi, krasta]));
      expect(both.kind).toEqual([{ value: "act", count: 2 }]);
      const alone = await engine.searchCouncils([lisi], { text: "tarifa e mbetjeve", site: "sq", now, limit: 20 });
      expect(alone.hits.map((hit) => hit.council)).toEqual([lisi]);
      expect((await engine.searchCouncils([], { text: "tarifa", site: "sq", now, limit: 20 })).total).toBe(0);
    });

    it.each([
      ["nothing", ""],
      ["spaces", "   \t\n "],
      ["one letter", "a"],
      ["ten thousand letters", "a".repeat(10_000)],
      ["ten thousand words", "tarifë ".repeat(10_000)],
      ["quotes and operators", `"tarif' & | ! ( :* <-> \\ && || !( ')`],
      ["operators of an engine", "tarifë:* && -mbetje || title:=x [*] `x`"],
      ["other scripts", "συμβούλιο съвет 市议会 مجلس"],
      ["control characters", "tarif\u0000ë\u0001\u001f \u202e mbetje\ud800"],
      ["signs alone", "!?%_ — … ***"],
    ])("answers %s with a result", async (_, text) => {
      const results = await search(text);
      expect(results.total).toBeGreaterThanOrEqual(results.hits.length);
      expect(Array.isArray(await engine.suggest(lisi, { text, site: "sq", now, limit: 5 }))).toBe(true);
    });

    it("takes texts with anything in them", async () => {
      const odd = one(
        documentOf("page:odd", {
          kind: "page",
          title: "Xixëllonjë \u0000 ' \" \\ & | \ud800",
          text: `${"fjalë ".repeat(20_000)}${"x".repeat(5_000)} 市议会`,
          pages: Array.from({ length: 300 }, (_, at) => ({ page: at + 1, text: `Faqja ${at + 1}: kapitull` })),
        }),
      );
      await engine.put(lisi, [odd], now);
      expect(await found("xixëllonjë")).toEqual(["page:odd"]);
      await engine.put(lisi, [{ subject: "page:odd", documents: [] }], now);
    });

    it("goes once through hundreds that have a common word, page by page, what has it in the title first", async () => {
      const common = Array.from({ length: 230 }, (_, at) =>
        one(
          documentOf(`act:common-${at}`, {
            title: at % 10 === 0 ? `Për ujësjellësin e fshatit ${at}` : `Për punët e fshatit ${at}`,
            text: "Ujësjellësi i fshatit rindërtohet.",
            date: "2025-05-05",
            year: 2025,
          }),
        ),
      );
      await engine.put(krasta, common, now);
      const pages = await Promise.all(
        [0, 50, 100, 150, 200, 250].map((offset) => search("ujësjellës", { limit: 50, offset }, krasta)),
      );
      const hits = pages.flatMap((page) => page.hits.map((hit) => hit.subject));
      expect(new Set(hits).size).toBe(230);
      expect(hits).toHaveLength(230);
      expect(pages.map(({ total }) => total)).toEqual(Array(6).fill(230));
      const titled = common.filter((_, at) => at % 10 === 0).map((act) => act.subject);
      expect(new Set(hits.slice(0, titled.length))).toEqual(new Set(titled));
      await engine.put(
        krasta,
        common.map(({ subject }) => ({ subject, documents: [] })),
        now,
      );
    });

    it("says that it is there", () => expect(engine.check()).resolves.toBeUndefined());
  });
}
