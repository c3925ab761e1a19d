import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { law, news, publish } from "../../../tests/support/content.ts";
import { createWorld, type TestCouncil, type TestWorld } from "../../../tests/support/world.ts";
import { matchPage } from "../../pages/page-routes.shared.ts";
import type { AnyRegister } from "../open-data/register.ts";
import { describedSlugs } from "../open-data/register-paths.shared.ts";
import { tableColumns } from "../open-data/register-rows.ts";
import { registers } from "../open-data/registers.ts";
import { registersVerdict } from "./registers.readiness.ts";
import type { RegisterDetail, RegisterList } from "./registers.schema.ts";

let world: TestWorld;
let lisi: TestCouncil;
let krasta: TestCouncil;
beforeAll(async () => {
  world = await createWorld();
  ({ lisi, krasta } = world);
  await publish(world, lisi, law());
  await publish(world, lisi, law({ title: { sq: "Ligji i vjetër" }, year: 2000 }));
  await publish(world, lisi, news({ title: { sq: "Nesër" } }), new Date("2026-03-06T08:00:00Z"));
  await publish(world, krasta, news());
});
afterAll(() => world.end());

const api = "/api/v1/registers";
const listOf = (council: TestCouncil, query = "") => council.json<RegisterList>(api + query);
const named = async (council: TestCouncil, name: string) =>
  (await listOf(council)).registers.find((register) => register.name === name)!;

describe("Every register", () => {
  const each = registers.map((register) => [register.name, register] as [string, AnyRegister]);

  it("has a name of its own and an address of its own", () => {
    for (const of of [
      registers.map(({ name }) => name),
      ...(["sq", "en"] as const).map((locale) => registers.map(({ path }) => path[locale])),
    ])
      expect(new Set(of).size).toBe(of.length);
    for (const locale of ["sq", "en"] as const) {
      const slugs = Object.values(describedSlugs).map((slug) => slug[locale]);
      expect(new Set(slugs).size).toBe(slugs.length);
    }
  });

  it.each(each)("%s stands at the address of a page, in both languages", (_, { path }) => {
    const match = matchPage(path.sq);
    expect(match?.paths).toEqual(path);
    expect(matchPage(path.en)?.paths).toEqual(path);
  });

  it.each(each)("%s has columns of different names, each with its meaning in both languages", (_, register) => {
    const columns = tableColumns(register);
    const names = columns.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const { name, label } of columns) {
      expect(name).toMatch(/^[a-z][A-Za-z0-9_]*$/);
      expect(
        [label.sq.length, label.en.length].every((length) => length > 0),
        name,
      ).toBe(true);
    }
  });

  it.each(each)(
    "%s gives the same rows as CSV, workbook and JSON, and its schema names its columns",
    async (_, register) => {
      const { path } = register;
      const csv = await (await lisi.get(`${path.en}.csv`)).text();
      const rows = parse(csv, { bom: true }) as string[][];
      const { total, items } = await lisi.json<{ total: number; items: object[] }>(`${path.sq}.json`);
      const { fields } = await lisi.json<{ fields: { name: string }[] }>(`${path.en}.schema.json`);
      expect(rows[0]).toEqual(fields.map(({ name }) => name));
      expect([rows.length - 1, items.length]).toEqual([total, total]);
      const workbook = await world.ask(lisi.host, `${path.sq}.xlsx`, { method: "HEAD" });
      expect(workbook.status).toBe(200);
      expect((await lisi.get(`${path.sq}.csv?page=2`)).status).toBe(400);
      expect((await lisi.get(`${path.en}.csv?no_such_filter=1`)).status).toBe(400);
    },
  );
});

describe("The list of registers", () => {
  it("tells of each what it holds, how many rows and since when, and where it is", async () => {
    const { licence, registers: all } = await listOf(lisi);
    expect(licence.name).toBe("CC BY 4.0");
    expect(all).toHaveLength(registers.length);
    const laws = all.find(({ name }) => name === "documents_i_1_1")!;
    expect(laws).toMatchObject({
      group: "documents",
      total: 2,
      url: { sq: "/legjislacioni", en: "/en/legislation" },
      described: { sq: "/te-dhena-te-hapura/legjislacioni", en: "/en/open-data/legislation" },
      exports: { csv: { en: "http://lisi.localhost/en/legislation.csv" } },
      filters: ["q", "year", "tag", "actKind", "status"],
    });
    expect(Date.parse(laws.changedAt!)).toBeGreaterThan(0);
    expect(laws.columns).toContainEqual({
      name: "year",
      kind: "integer",
      label: { sq: "Viti", en: "Year" },
    });
  });

  it("counts what the public sees: no neighbour's rows, and a schedule when it comes due", async () => {
    expect((await named(krasta, "documents_i_1_1")).total).toBe(0);
    expect((await named(lisi, "documents_v_1_1")).total).toBe(0);
    const before = world.clock.now();
    world.clock.moveTo("2026-03-06T08:00:00Z");
    expect((await named(lisi, "documents_v_1_1")).total).toBe(1);
    world.clock.moveTo(before);
  });

  it("counts anew after every publication", async () => {
    const before = (await named(krasta, "documents_v_1_1")).total;
    await publish(world, krasta, news({ title: { sq: "Edhe një" } }));
    expect((await named(krasta, "documents_v_1_1")).total).toBe(before + 1);
  });

  it("is narrowed by words, also without their marks and by the name of a column", async () => {
    const found = async (q: string) =>
      (await listOf(lisi, `?columns=none&q=${encodeURIComponent(q)}`)).registers.map(({ name }) => name);
    expect(await found("legjislacion")).toContain("documents_i_1_1");
    expect(await found("donator asgje")).toEqual([]);
    expect(await found("Numri")).toContain("documents_i_1_1");
    expect((await lisi.get(`${api}?q=${"x".repeat(201)}`)).status).toBe(422);
    expect((await lisi.get(`${api}?columns=all`)).status).toBe(422);
  });
});

describe("One register", () => {
  it("comes with its columns and its first rows", async () => {
    const register = await lisi.json<RegisterDetail>(`${api}/documents_i_1_1`);
    expect(register.sample).toHaveLength(2);
    expect(register.sample[0]).toMatchObject({
      year: 2015,
      title_en: "Law on local self-government",
      status: "inForce",
    });
    expect(register.columns.map(({ name }) => name)).toEqual(Object.keys(register.sample[0]!));
    expect((await krasta.json<RegisterDetail>(`${api}/documents_i_1_1`)).sample).toEqual([]);
  });

  it("that does not exist is named in the refusal", async () => {
    const answer = await lisi.get(`${api}/nope`);
    expect(answer.status).toBe(404);
    expect(await answer.json()).toMatchObject({ code: "registers.not_found" });
  });
});

describe("Pages", () => {
  it.each(["/te-dhena-te-hapura", "/en/open-data"])("%s lists the registers with their downloads", async (path) => {
    const answer = await lisi.get(path);
    expect(answer.status).toBe(200);
    const html = await answer.text();
    const laws = path.startsWith("/en/") ? "/en/legislation" : "/legjislacioni";
    for (const ending of ["csv", "xlsx", "json"]) expect(html).toContain(`href="${laws}.${ending}"`);
  });

  it("a register's page stands at its word in each language, and nowhere else", async () => {
    const albanian = await lisi.get("/te-dhena-te-hapura/legjislacioni");
    expect(albanian.status).toBe(200);
    expect(await albanian.text()).toContain('hreflang="en" href="http://lisi.localhost/en/open-data/legislation"');
    const english = await (await lisi.get("/en/open-data/legislation")).text();
    expect(english).toContain("Law on local self-government");
    expect(english).toMatch(/<code[^>]*>title_en</);
    for (const path of ["/en/open-data/legjislacioni", "/te-dhena-te-hapura/legislation", "/te-dhena-te-hapura/nope"])
      expect((await lisi.get(path)).status, path).toBe(404);
  });

  it("of an empty register says that it is empty, and has its columns", async () => {
    const html = await (await krasta.get("/en/open-data/legislation")).text();
    expect(html).toContain("This register has no rows yet");
    expect(html).toMatch(/<code[^>]*>files_sha256</);
  });
});

describe("Catalogues", () => {
  it("DCAT has a data set with six distributions for each register, in both languages", async () => {
    const answer = await lisi.get("/te-dhena-te-hapura/dcat.jsonld");
    expect(answer.headers.get("content-type")).toBe("application/ld+json");
    const catalogue = (await answer.json()) as Record<string, unknown>;
    expect(catalogue["@type"]).toBe("dcat:Catalog");
    const sets = catalogue["dcat:dataset"] as Record<string, unknown>[];
    expect(sets).toHaveLength(registers.length);
    const laws = sets.find((set) => set["dct:identifier"] === "lisi/documents_i_1_1")!;
    expect(laws["dcat:distribution"]).toHaveLength(6);
    expect(laws["dct:modified"]).toMatchObject({ "@type": "xsd:dateTime" });
    const again = await lisi.get("/te-dhena-te-hapura/dcat.jsonld", { "if-none-match": answer.headers.get("etag")! });
    expect(again.status).toBe(304);
  });

  it("the Data Package names every CSV with the schema that it has", async () => {
    const packed = await lisi.json<{ resources: { name: string; path: string; schema: object }[] }>(
      "/en/open-data/datapackage.json",
    );
    const laws = packed.resources.find(({ name }) => name === "documents_i_1_1")!;
    expect(laws.path).toBe("http://lisi.localhost/en/legislation.csv");
    expect(laws.schema).toEqual(await lisi.json("/en/legislation.schema.json"));
  });

  it("the description of the interface has every export with its filters", async () => {
    const { paths } = await lisi.json<{ paths: Record<string, { get: { parameters: { name: string }[] } }> }>(
      "/api/v1/openapi.json",
    );
    for (const { path } of registers)
      for (const ending of ["csv", "xlsx", "json"]) expect(paths[`${path.en}.${ending}`]).toBeDefined();
    expect(paths["/legjislacioni.csv"]!.get.parameters.map(({ name }) => name)).toContain("status");
  });
});

describe("How far the registers are there", () => {
  const day = "2026-03-05";
  it.each([
    ["nothing", { meetings: 0, last_held: null, last_has_attendance: null }, "none", ["registers.empty"]],
    ["only plans", { meetings: 2, last_held: null, last_has_attendance: null }, "partial", ["registers.none_held"]],
    [
      "an old meeting without attendance",
      { meetings: 2, last_held: "2025-12-20", last_has_attendance: false },
      "partial",
      ["registers.not_current", "registers.without_attendance"],
    ],
    ["the last month", { meetings: 9, last_held: "2026-02-26", last_has_attendance: true }, "full", ["registers.full"]],
  ] as const)("with %s", (_, facts, readiness, reasons) => {
    const verdict = registersVerdict(facts, day);
    expect([verdict.readiness, verdict.reasons.map(({ key }) => key)]).toEqual([readiness, reasons]);
  });

  it("is judged for each council by itself", async () => {
    const board = await lisi.json<{ readiness: string }>("/api/v1/elements/I.8.1");
    expect(board.readiness).toBe("none");
  });
});
