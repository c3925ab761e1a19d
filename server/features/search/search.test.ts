import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { actInput, addCouncilBody, enact } from "../../../tests/support/acts.ts";
import { doing, law, news, publish } from "../../../tests/support/content.ts";
import { publishDraft } from "../../../tests/support/drafts.ts";
import { addItem, addMeeting, addPaper } from "../../../tests/support/meeting-rows.ts";
import { createWorld, type TestCouncil, type TestWorld } from "../../../tests/support/world.ts";
import { createAct, withdrawAct } from "../acts/acts.service.ts";
import { withdrawPublication } from "../publications/publications.service.ts";
import { askForReindex } from "./feeding.ts";
import { countMiss, findMisses } from "./misses.service.ts";
import { beginRun, reindexCouncil } from "./reindex.ts";
import { reindexCouncils } from "./reindex-councils.ts";
import { takeUpChanges } from "./search.jobs.ts";
import type { CouncilsSearch, SearchPage, Suggestions } from "./search.schema.ts";

let world: TestWorld;
let lisi: TestCouncil;
let krasta: TestCouncil;
let actId: string;
let paperId: string;

/** Brings into the index what has changed, as the jobs do within a second or two. */
const index = (council: TestCouncil) =>
  takeUpChanges(world.services.search)(council.db, world.clock.now(), new AbortController().signal, council.id);

/** What a file holds, as the reading of texts notes it. */
const readPages = (council: TestCouncil, documentId: string, pages: string[], isMachineRead = false) =>
  council.db.write(async (tx) => {
    const { sha256 } = await tx
      .selectFrom("document_versions")
      .select("sha256")
      .where("document_id", "=", documentId)
      .executeTakeFirstOrThrow();
    await tx
      .insertInto("document_readings")
      .values({
        sha256,
        read_at: world.clock.now(),
        reason: null,
        pages: pages.length,
        is_whole: true,
        pictures: [],
        recognised: 0,
        had_recogniser: false,
      })
      .execute();
    for (const [at, text] of pages.entries())
      await tx
        .insertInto("document_texts")
        .values({ sha256, page: at + 1, text, language: "sq", is_machine_read: isMachineRead })
        .execute();
  });

beforeAll(async () => {
  world = await createWorld();
  ({ lisi, krasta } = world);
  const body = await addCouncilBody(lisi);
  ({ id: actId } = await enact(world, lisi, {
    title: { sq: "Për tarifën e largimit të mbetjeve", en: "On the waste collection fee" },
    subject: "taxes",
    adoptedOn: "2026-02-10",
    number: 1,
  }));
  const paper = await addPaper(world, lisi, "act", actId, {
    title: { sq: "Relacioni i tarifës", en: "Report on the fee" },
    fileName: "relacioni.pdf",
    role: "explanatory_report",
  });
  paperId = paper.id;
  await readPages(lisi, paper.id, ["Hyrja e relacionit.", "Kontejnerët nëntokësorë kushtojnë më pak."]);
  await publishDraft(world, lisi, { title: { sq: "Për tregun e fshatarëve", en: "On the farmers’ market" } });
  const meeting = await addMeeting(lisi, body.id, "2026-03-12", {});
  await addItem(lisi, meeting, [1], { sq: "Emërtimi i bibliotekës", en: "Naming the library" });
  await publish(world, lisi, news({ title: { sq: "Hapet piscina", en: "The swimming pool opens" } }));
  await publish(world, lisi, law());
  await addCouncilBody(krasta);
  await enact(world, krasta, { title: { sq: "Për tarifën e varrezave të Krastës", en: "On Krasta’s cemetery fee" } });
  await Promise.all([index(lisi), index(krasta)]);
});
afterAll(() => world.end());

const ask = (council: TestCouncil, query: string) => council.get(`/api/v1/search?${query}`);
const search = async (query: string, council = lisi) => (await (await ask(council, query)).json()) as SearchPage;
const titles = async (query: string, council = lisi) => (await search(query, council)).hits.map(({ title }) => title);

describe("A citizen who types words finds", () => {
  it.each([
    ["an act, without ë and in whatever case", "vendimi per tarifen e plehrave", "Për tarifën e largimit të mbetjeve"],
    ["a draft act", "treg fshatarësh", "Për tregun e fshatarëve"],
    ["an item of an agenda", "biblioteka", "Emërtimi i bibliotekës"],
    ["news", "piscinat", "Hapet piscina"],
    ["a page of the site", "kerkese per informacion", "Kërko informacion"],
    ["the council itself", "keshilli bashkiak", "Këshilli Bashkiak"],
  ])("%s", async (_, q, title) => {
    expect(await titles(`q=${encodeURIComponent(q)}`)).toContain(title);
  });

  it("a meeting by its kind and its day", async () => {
    const { hits } = await search("q=mbledhje+e+radhes+12.03.2026");
    expect(hits[0]).toMatchObject({ kind: "meeting", title: "Mbledhje e radhës, Këshilli Bashkiak, 12.03.2026" });
  });

  it("the page inside a file, which opens there, with the act that it belongs to", async () => {
    const { hits } = await search("q=kontejneret+nentokesore");
    expect(hits[0]).toMatchObject({
      kind: "document",
      title: "Relacioni i tarifës",
      page: 2,
      url: { sq: `/dokumente/${paperId}/relacioni.pdf#page=2` },
      beside: { sq: "Vendim nr. 1, datë 10.02.2026" },
      isMachineRead: false,
    });
    const { text, ranges } = hits[0]!.excerpt!;
    expect(ranges.map(({ start, end }) => text.slice(start, end))).toEqual(["Kontejnerët", "nëntokësorë"]);
  });

  it("the English text on the English site, and its title there", async () => {
    const { hits } = await search("q=waste+fees&lang=en");
    expect(hits[0]).toMatchObject({ title: "On the waste collection fee", language: "en" });
    expect((await search("q=kontejneret&lang=en")).hits[0]).toMatchObject({ title: "Report on the fee" });
  });
});

describe("What the public may not see", () => {
  it("is not found: drafts, what is published later, another council’s", async () => {
    await lisi.db.write(async (tx) =>
      createAct(
        tx,
        doing(world),
        await actInput(tx, { title: { sq: "Për xhirafat" }, number: 7, gapReason: { sq: "Provë" } }),
      ),
    );
    await publish(world, lisi, news({ title: { sq: "Lajm për elefantët" } }), new Date("2026-03-05T15:00:00Z"));
    await index(lisi);
    expect((await search("q=xhirafat")).total).toBe(0);
    expect((await search("q=elefantet")).total).toBe(0);
    expect((await search("q=varreza")).total).toBe(0);
    expect((await search("q=varreza", krasta)).total).toBe(1);
  });

  it("is found by itself once its time has come", async () => {
    const before = world.clock.now();
    world.clock.moveTo("2026-03-05T16:30:00Z");
    expect(await titles("q=elefantet")).toEqual(["Lajm për elefantët"]);
    world.clock.moveTo(before);
  });

  it("is gone with the withdrawal, before the index knows", async () => {
    const { id } = await publish(world, lisi, news({ title: { sq: "Lajm për pinguinët", en: "News of penguins" } }));
    await index(lisi);
    expect((await search("q=pinguinet")).total).toBe(1);
    await lisi.db.write((tx) => withdrawPublication(tx, doing(world), id, { sq: "Gabim." }));
    expect(await search("q=pinguinet")).toMatchObject({ total: 0, hits: [] });
    expect(await (await lisi.get("/api/v1/search/suggestions?q=pingu")).json()).toMatchObject({ suggestions: [] });
    await index(lisi);
    expect(
      await world.services.search.search(lisi.id, { text: "pinguinet", site: "sq", now: world.clock.now(), limit: 5 }),
    ).toMatchObject({ total: 0 });
  });

  it("is gone with a newer, redacted file: nothing of the earlier one is shown", async () => {
    await lisi.db.write((tx) =>
      tx.updateTable("document_versions").set({ visibility: "internal" }).where("document_id", "=", paperId).execute(),
    );
    expect((await search("q=kontejneret+nentokesore")).hits).toEqual([]);
    await lisi.db.write((tx) =>
      tx.updateTable("document_versions").set({ visibility: "public" }).where("document_id", "=", paperId).execute(),
    );
  });

  it("is not reached by the filters of another council", async () => {
    const { id } = await krasta.db.read((tx) => tx.selectFrom("bodies").select("id").executeTakeFirstOrThrow());
    for (const query of [
      `q=varreza&body=${id}`,
      "q=varreza&body=keshilli",
      "q=tarifa+varreza&topic=taxes",
      "q=varreza&kind=act",
    ])
      expect((await search(query)).total, query).toBe(0);
  });
});

describe("A reference leads", () => {
  it.each(["VKB 1/2026", "vendimi nr. 1, datë 10.02.2026", "1/2026"])("“%s” straight to the act", async (q) => {
    expect((await search(`q=${encodeURIComponent(q)}`)).straightTo).toEqual({
      sq: "/aktet/vendim-1-2026",
      en: "/en/acts/vendim-1-2026",
    });
  });

  it("the number of a law to the law", async () => {
    expect((await search("q=ligji+139/2015")).straightTo?.sq).toMatch(/^\/legjislacioni|^\/.+139/);
  });

  it("nowhere where more is asked, where it is no act’s, or where the reader wants the list", async () => {
    for (const q of ["buxheti 1/2026", "99/2026", "1/2026 3/2026"])
      expect((await search(`q=${encodeURIComponent(q)}`)).straightTo, q).toBeNull();
    expect((await search("q=1/2026&stay=1")).straightTo).toBeNull();
    expect((await search("q=1/2026", krasta)).straightTo?.sq).not.toBe("/aktet/vendim-1-2026-lisi");
  });
});

describe("Results can be narrowed", () => {
  it("by kind, year, body, subject and days, and say how many there are of each", async () => {
    const { facets, total } = await search("q=tarifa");
    expect(total).toBeGreaterThan(1);
    expect(facets.body).toContainEqual({
      value: "keshilli",
      label: { sq: "Këshilli Bashkiak", en: "Municipal Council" },
      count: expect.any(Number),
    });
    expect(facets.kind).toContainEqual({ value: "act", count: 1 });
    expect((await search("q=tarifa&kind=act")).total).toBe(1);
    expect(
      (await search("q=tarifa&kind=act&topic=taxes&year=2026&body=keshilli&from=2026-02-01&until=2026-02-28")).total,
    ).toBe(1);
    expect((await search("q=tarifa&kind=act&year=2024")).total).toBe(0);
  });
});

describe("Suggestions", () => {
  it("are titles that begin as somebody types", async () => {
    const { suggestions } = (await (
      await lisi.get("/api/v1/search/suggestions?q=tarifen+e+larg")
    ).json()) as Suggestions;
    expect(suggestions[0]).toMatchObject({
      title: "Për tarifën e largimit të mbetjeve",
      url: { sq: expect.stringMatching(/^\/aktet\//) },
    });
  });

  it("that show what was typed come before those that are found by another name", async () => {
    const { suggestions } = await lisi.json<Suggestions>("/api/v1/search/suggestions?q=budg&lang=en");
    const shows = suggestions.map(({ titleRanges }) => titleRanges.length > 0);
    expect(new Set(shows).size, JSON.stringify(suggestions.map(({ title }) => title))).toBe(2);
    expect(shows).toEqual(shows.toSorted((one, other) => Number(other) - Number(one)));
  });
});

describe("Whatever is typed is answered", () => {
  it.each([
    ["nothing", ""],
    ["one letter", "a"],
    ["operators and quotes", `"tarifa & | ! ((' <->`],
    ["other scripts", "市议会 съвет"],
    ["a control character", "tarifa\u0001\u0000"],
    ["half a character", "%ED%A0%80"],
  ])("%s", async (_, q) => {
    for (const council of [lisi, krasta]) {
      expect((await ask(council, `q=${q.startsWith("%") ? q : encodeURIComponent(q)}`)).status).toBe(200);
      expect(
        (await council.get(`/api/v1/search/suggestions?q=${q.startsWith("%") ? q : encodeURIComponent(q)}`)).status,
      ).toBe(200);
    }
  });

  it("ten thousand letters are too many, and an unknown filter is named", async () => {
    expect((await ask(lisi, `q=${"a".repeat(10_000)}`)).status).toBe(422);
    expect((await lisi.get(`/api/v1/search/suggestions?q=${"a".repeat(10_000)}`)).status).toBe(200);
    for (const [path, said] of [
      ["/kerko", "Ky tekst është tepër i gjatë."],
      ["/en/search", "This text is too long."],
      ["/aktet", "Ky tekst është tepër i gjatë."],
    ]) {
      const page = await lisi.get(`${path}?q=${"a".repeat(10_000)}`);
      expect([page.status, (await page.text()).includes(said!)]).toEqual([422, true]);
    }
    expect((await ask(lisi, "q=a&tenant_id=1")).status).toBe(400);
    expect((await ask(lisi, "q=a&kind=secret")).status).toBe(422);
    expect((await ask(lisi, "q=a&from=31.02.2026")).status).toBe(422);
  });
});

describe("What was searched for in vain", () => {
  const counted = () =>
    lisi.db.read((tx) => tx.selectFrom("search_misses").select(["words", "count", "site"]).orderBy("words").execute());
  const shownMisses = () => lisi.db.read((tx) => findMisses(tx, "2026-01-01", 10));
  beforeEach(() => lisi.db.write((tx) => tx.deleteFrom("search_misses").execute()).then(() => undefined));

  it("is counted by day, with its words once three have asked, and with nothing else", async () => {
    await search("q=Kozmodrom%C3%AB");
    await search("q=kozmodrome");
    await expect.poll(counted).toEqual([{ words: null, count: 2, site: "sq" }]);
    expect(await shownMisses()).toEqual({ misses: [], rare: 1 });
    await search("q=KOZMODROME");
    await expect.poll(counted).toEqual([{ words: "kozmodrome", count: 3, site: "sq" }]);
    expect(await shownMisses()).toMatchObject({ misses: [{ words: "kozmodrome", count: 3, site: "sq" }], rare: 0 });
    const ofKrasta = await krasta.db.read((tx) => tx.selectFrom("search_misses").select("words").execute());
    expect(ofKrasta.map(({ words }) => words)).not.toContain("kozmodrome");
  });

  it("is not kept where it could name somebody, or goes on and on", async () => {
    for (const q of ["J50101001W", "arta@shembull.al", "069 123 4567", "kozmo ".repeat(12), "I12345678A kozmodrom"])
      await search(`q=${encodeURIComponent(q)}`);
    await search("q=tarifa");
    await search("q=tarifa&year=1999");
    await search("q=kozmonaut");
    await expect.poll(counted).toEqual([{ words: null, count: 1, site: "sq" }]);
  });

  it("over several days has its words from the third time on, and never those of what was asked once", async () => {
    const days = [1, 2, 3].map((day) => new Date(`2026-03-0${day}T09:00:00Z`));
    for (const day of days) await countMiss(lisi.db, "kozmonaut", "sq", day);
    await countMiss(lisi.db, "Gëzim Shabani borxhe", "sq", days[2]!);
    expect(await shownMisses()).toEqual({
      misses: [{ words: "kozmonaut", count: 3, site: "sq", last: "2026-03-03" }],
      rare: 1,
    });
    const everything = await lisi.db.read((tx) => tx.selectFrom("search_misses").selectAll().execute());
    expect(JSON.stringify(everything)).not.toMatch(/shabani/i);
  });
});

describe("Everything indexed anew", () => {
  it("finds what the index had lost, sweeps away what is no more, and goes on where it was broken off", async () => {
    const { search: engine } = world.services;
    const before = await engine.count(lisi.id);
    await engine.put(lisi.id, [{ subject: `act:${actId}`, documents: [] }], world.clock.now());
    expect(await titles("q=mbetjet+largimi")).not.toContain("Për tarifën e largimit të mbetjeve");
    const stopped = new AbortController();
    await expect(
      reindexCouncil(lisi.db, engine, lisi.id, stopped.signal, () => stopped.abort(new Error("enough"))),
    ).rejects.toThrow("enough");
    const again = await reindexCouncil(lisi.db, engine, lisi.id, new AbortController().signal);
    expect(again).toMatchObject({ isResumed: true });
    expect(await engine.count(lisi.id)).toBe(before);
    expect(await titles("q=mbetjet+largimi")).toContain("Për tarifën e largimit të mbetjeve");
  });

  it("of several councils reaches each, and says which is done", async () => {
    const { search: engine } = world.services;
    const before = await Promise.all([lisi, krasta].map(({ id }) => engine.count(id)));
    for (const { id } of [lisi, krasta])
      await engine.put(id, [{ subject: `act:${actId}`, documents: [] }], world.clock.now());
    const done: string[] = [];
    const things = await reindexCouncils(world.services.pool, engine, [lisi, krasta], new AbortController().signal, {
      done: ({ id }) => done.push(id),
    });
    expect(things).toBeGreaterThan(0);
    expect(new Set(done)).toEqual(new Set([lisi.id, krasta.id]));
    expect(await Promise.all([lisi, krasta].map(({ id }) => engine.count(id)))).toEqual(before);
  });

  it("of several councils is broken off where one of them fails, with what it failed of", async () => {
    const { search: engine } = world.services;
    const failing = {
      ...{ name: engine.name, search: engine.search.bind(engine), sweep: engine.sweep.bind(engine) },
      put: (...given: Parameters<typeof engine.put>) =>
        given[0] === krasta.id ? Promise.reject(new Error("no room left")) : engine.put(...given),
    } as typeof engine;
    const signal = new AbortController().signal;
    const all = [lisi, krasta, lisi, krasta];
    await expect(reindexCouncils(world.services.pool, failing, all, signal)).rejects.toThrow("no room left");
    const { isResumed } = await reindexCouncil(krasta.db, engine, krasta.id, signal);
    expect(isResumed).toBe(true);
    await reindexCouncil(lisi.db, engine, lisi.id, signal);
  });

  it("happens by itself where somebody asks for it", async () => {
    const { search: engine } = world.services;
    await engine.put(lisi.id, [{ subject: `act:${actId}`, documents: [] }], world.clock.now());
    await lisi.db.write(askForReindex);
    await index(lisi);
    expect(await titles("q=mbetjet+largimi")).toContain("Për tarifën e largimit të mbetjeve");
  });
});

describe("Two who index at once", () => {
  it("begin one run, and neither fails; whoever ends one does not end another that has begun since", async () => {
    const runs = () => lisi.db.read((tx) => tx.selectFrom("search_runs").select("began_at").execute());
    const begun = await Promise.all(Array.from({ length: 6 }, () => beginRun(lisi.db)));
    expect(begun.map(({ isResumed }) => isResumed).toSorted()).toEqual([false, true, true, true, true, true]);
    expect(new Set(begun.map(({ began_at }) => began_at.toISOString())).size).toBe(1);
    expect(await runs()).toHaveLength(1);

    const { search: engine } = world.services;
    const signal = new AbortController().signal;
    let another: Date | undefined;
    await reindexCouncil(lisi.db, engine, lisi.id, signal);
    expect(await runs()).toEqual([]);
    const slow: typeof engine = {
      ...{ name: engine.name, search: engine.search.bind(engine), put: engine.put.bind(engine) },
      async sweep(council, before) {
        // Somebody else is through with it meanwhile, and a third begins the next.
        await lisi.db.write((tx) => tx.deleteFrom("search_runs").execute());
        another = (await beginRun(lisi.db)).began_at;
        return engine.sweep(council, before);
      },
    } as typeof engine;
    await reindexCouncil(lisi.db, slow, lisi.id, signal);
    expect(await runs()).toEqual([{ began_at: another }]);
    await lisi.db.write((tx) => tx.deleteFrom("search_runs").execute());
  });

  it("take nothing from each other: what one has written later is not swept away by the other", async () => {
    const { search: engine } = world.services;
    const before = await engine.count(lisi.id);
    const signal = new AbortController().signal;
    await lisi.db.write(askForReindex);
    await Promise.all([index(lisi), index(lisi), reindexCouncil(lisi.db, engine, lisi.id, signal)]);
    expect(await engine.count(lisi.id)).toBe(before);
  });
});

describe("At the apex", () => {
  const everywhere = async (query: string) =>
    (await (await world.ask("localhost", `/api/v1/councils/search?${query}`)).json()) as CouncilsSearch;

  it("all councils are searched that agree to it, by council and county", async () => {
    const { hits, councils } = await everywhere("q=tarifa&kind=act");
    expect(new Set(hits.map(({ council }) => council))).toEqual(new Set(["lisi", "krasta"]));
    expect(hits.find(({ council }) => council === "krasta")?.url).toMatch(/^http:\/\/krasta\.localhost\/aktet\//);
    expect(councils.map(({ slug, count }) => [slug, count]).sort()).toEqual([
      ["krasta", 1],
      ["lisi", 1],
    ]);
    expect((await everywhere("q=tarifa&council=lisi")).hits.every(({ council }) => council === "lisi")).toBe(true);
    expect((await everywhere("q=tarifa&county=nowhere")).total).toBe(0);
  });

  it("and none that does not", async () => {
    await krasta.db.write((tx) => tx.updateTable("tenant_settings").set({ searched_with_others: false }).execute());
    await index(krasta);
    const { hits, councils } = await everywhere("q=tarifa");
    expect(hits.some(({ council }) => council === "krasta")).toBe(false);
    expect(councils.map(({ slug }) => slug)).toEqual(["lisi"]);
    // Also where the engine is asked for it directly.
    const request = { text: "varreza", site: "sq", now: world.clock.now(), limit: 5 } as const;
    expect((await world.services.search.searchCouncils([krasta.id], request)).total).toBe(0);
  });

  it("what was withdrawn is not shown there either", async () => {
    await lisi.db.write((tx) => withdrawAct(tx, doing(world), actId, { sq: "Gabim.", en: "A mistake." }));
    expect((await everywhere("q=tarifa&kind=act")).hits).toEqual([]);
  });
});
