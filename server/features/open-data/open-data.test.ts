import { parse } from "csv-parse/sync";
import { readSheet } from "read-excel-file/node";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { doing, law, news, publish, storePdf } from "../../../tests/support/content.ts";
import { createWorld, type TestCouncil, type TestWorld } from "../../../tests/support/world.ts";
import { withdrawPublication } from "../publications/publications.service.ts";

let world: TestWorld;
let lisi: TestCouncil;
let krasta: TestCouncil;
beforeAll(async () => {
  world = await createWorld();
  ({ lisi, krasta } = world);
  const { id } = await storePdf(world, lisi, "Ligji", { fileName: "ligji.pdf" });
  await publish(world, lisi, law({ documents: [id], tags: ["qeverisje", "ligje"] }));
  await publish(
    world,
    lisi,
    law({
      title: { sq: '=HYPERLINK("http://evil.example")' },
      year: 2000,
      fields: { actKind: "law", number: "+1", status: "repealed" },
    }),
  );
  await publish(world, lisi, law({ title: { sq: "Nesër" } }), new Date("2026-03-06T08:00:00Z"));
});
afterAll(() => world.end());

interface Exported {
  total: number;
  licence: object;
  fields: object[];
  filters: object;
  items: {
    title: { sq: string };
    url: object;
    body: object | null;
    fields: Record<string, unknown>;
    documents: { url: string }[];
  }[];
}
const json = (path: string, council = lisi) => council.json<Exported>(path);
const csv = async (path: string, council = lisi) => {
  const answer = await council.get(path);
  // `text()` would take the mark away.
  const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(await answer.arrayBuffer());
  return { answer, text, rows: parse<Record<string, string>>(text, { bom: true, columns: true }) };
};

describe("A collection as JSON", () => {
  it("has every publication whole, its meaning and its licence", async () => {
    const answer = await lisi.get("/legjislacioni.json");
    expect(answer.headers.get("content-type")).toBe("application/json");
    expect(answer.headers.get("access-control-allow-origin")).toBe("*");
    expect(answer.headers.get("link")).toContain('<https://creativecommons.org/licenses/by/4.0/>; rel="license"');
    const data = (await answer.json()) as Exported;
    expect(data).toMatchObject({
      element: "I.1.1",
      council: { slug: "lisi", url: "http://lisi.localhost" },
      licence: { name: "CC BY 4.0" },
      total: 2,
      filters: { q: null, year: null, tag: null, fields: {} },
    });
    expect(data.fields).toContainEqual({
      name: "status",
      kind: "choice",
      required: true,
      label: { sq: "Gjendja", en: expect.any(String) },
      choices: [
        { value: "inForce", label: { sq: "Në fuqi", en: "In force" } },
        { value: "repealed", label: { sq: "I shfuqizuar", en: "Repealed" } },
      ],
    });
    expect(data.items[0]).toMatchObject({
      title: { sq: "Ligji “Për vetëqeverisjen vendore”" },
      fields: { number: "139/2015" },
      url: { en: "http://lisi.localhost/en/legislation/ligji-per-veteqeverisjen-vendore" },
      documents: [{ url: expect.stringMatching(/^http:\/\/lisi\.localhost\/dokumente\/.+\/ligji\.pdf$/) }],
    });
  });

  it("understands the filters of the page, and refuses what it does not know", async () => {
    const data = await json("/legjislacioni.json?status=repealed&q=hyperlink");
    expect(data).toMatchObject({ total: 1, filters: { q: "hyperlink", fields: { status: "repealed" } } });
    expect(data.items).toHaveLength(1);
    for (const [query, status] of [
      ["color=red", 400],
      ["page=2", 400],
      ["year=x", 422],
    ] as const)
      expect((await lisi.get(`/legjislacioni.json?${query}`)).status, query).toBe(status);
  });

  it("of more rows than are read at a time has each once", async () => {
    for (let number = 0; number < 205; number += 1)
      await publish(world, krasta, news({ title: { sq: `Lajmi ${number}` } }));
    const { total, items } = await json("/lajme.json", krasta);
    expect(total).toBe(205);
    expect(new Set(items.map(({ title }) => title.sq)).size).toBe(205);
    expect(await json("/lajme.json")).toMatchObject({ total: 0, items: [] });
  });

  it("is not sent again while nothing changed; a schedule that comes due and a withdrawal change it", async () => {
    const etagOf = async () => {
      const answer = await lisi.get("/en/legislation.json");
      await answer.arrayBuffer();
      return answer.headers.get("etag")!;
    };
    const first = await etagOf();
    expect((await lisi.get("/en/legislation.json", { "if-none-match": first })).status).toBe(304);
    const before = world.clock.now();
    world.clock.moveTo("2026-03-06T08:00:00Z");
    const second = await etagOf();
    world.clock.moveTo(before);
    const { id } = await publish(world, lisi, law());
    await lisi.db.write((tx) => withdrawPublication(tx, doing(world), id, { sq: "Gabim." }));
    expect(new Set([first, second, await etagOf()]).size).toBe(3);
  });

  it("answers its head without reading the collection", async () => {
    const answer = await world.ask(lisi.host, "/legjislacioni.json", { method: "HEAD" });
    expect([answer.status, (await answer.arrayBuffer()).byteLength]).toEqual([200, 0]);
    expect(answer.headers.get("etag")).toMatch(/^W\//);
  });
});

describe("A collection as CSV", () => {
  it("opens in a spreadsheet: marked UTF-8, one row each, choices with what they mean", async () => {
    const { answer, text, rows } = await csv("/legjislacioni.csv");
    expect(answer.headers.get("content-type")).toBe("text/csv; charset=utf-8; header=present");
    expect(answer.headers.get("content-disposition")).toBe("attachment; filename=lisi-legjislacioni.csv");
    expect(text.startsWith("\uFEFFid,")).toBe(true);
    expect(text.split("\r\n")).toHaveLength(4);
    expect(rows[0]).toMatchObject({
      year: "2015",
      title_sq: "Ligji “Për vetëqeverisjen vendore”",
      title_en: "Law on local self-government",
      number: "139/2015",
      status: "inForce",
      status_label: "Në fuqi",
      tags: "qeverisje; ligje",
      url: "http://lisi.localhost/legjislacioni/ligji-per-veteqeverisjen-vendore",
      files: expect.stringContaining("http://lisi.localhost/dokumente/"),
      files_sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect((await csv("/en/legislation.csv")).rows[0]).toMatchObject({
      status_label: "In force",
      url: "http://lisi.localhost/en/legislation/ligji-per-veteqeverisjen-vendore",
    });
  });

  it("holds no formula that a spreadsheet would run", async () => {
    const { rows } = await csv("/legjislacioni.csv?status=repealed");
    expect(rows[0]!.title_sq).toBe(`'=HYPERLINK("http://evil.example")`);
    expect(rows[0]!.number).toBe("'+1");
  });

  it("of a kind with periods and tables has its own columns, the table in one cell", async () => {
    const lines = [{ line: { sq: "Paga", en: "Pay" }, planned: 100, spent: 90, source: "donor" }];
    await publish(world, lisi, law({ element: "B.IV.1", year: 2026, fields: { lines } }));
    const { rows } = await csv("/buxheti-i-faqes.csv");
    expect(JSON.parse(rows[0]!.lines!)).toEqual(lines);
    await publish(
      world,
      lisi,
      law({
        element: "B.III.4",
        year: null,
        periodFrom: "2026-01-01",
        periodTo: "2026-06-30",
        fields: { audience: ["youth", "elderly"], channels: ["sms"] },
      }),
    );
    expect((await csv("/en/education-campaign.csv")).rows[0]).toMatchObject({
      period_from: "2026-01-01",
      period_to: "2026-06-30",
      audience: "youth; elderly",
    });
  });

  it("of an empty collection is its heading alone", async () => {
    const { text, rows } = await csv("/legjislacioni.csv", krasta);
    expect(rows).toEqual([]);
    expect(text).toMatch(/^\uFEFFid,year,title_sq,/);
  });
});

const xlsx = async (path: string, council = lisi) => {
  const answer = await council.get(path);
  const bytes = Buffer.from(await answer.arrayBuffer());
  return { answer, bytes, rows: await readSheet(bytes, 1), about: await readSheet(bytes, 2) };
};

describe("A collection as a workbook", () => {
  it("has typed cells under the names that people know, in the language of the address", async () => {
    const { answer, bytes, rows } = await xlsx("/legjislacioni.xlsx");
    expect(answer.headers.get("content-type")).toContain("spreadsheetml.sheet");
    expect(answer.headers.get("content-disposition")).toBe("attachment; filename=lisi-legjislacioni.xlsx");
    expect(answer.headers.get("content-length")).toBe(String(bytes.byteLength));
    const [heading, first] = rows as [string[], unknown[]];
    const cell = (name: string) => first[heading.indexOf(name)];
    expect(cell("Viti")).toBe(2015);
    expect(cell("Titulli (shqip)")).toBe("Ligji “Për vetëqeverisjen vendore”");
    expect([cell("Gjendja"), cell("Gjendja (kuptimi)")]).toEqual(["inForce", "Në fuqi"]);
    expect(cell("Publikuar")).toEqual(new Date("2026-03-05T10:00:00Z"));
    const english = await xlsx("/en/legislation.xlsx");
    expect(english.rows[0]).toContain("Title (Albanian)");
  });

  it("keeps what looks like a formula a text, and says on its second sheet what everything means", async () => {
    const { rows, about } = await xlsx("/legjislacioni.xlsx?status=repealed");
    expect(rows).toHaveLength(2);
    expect(rows[1]).toContain('=HYPERLINK("http://evil.example")');
    const said = new Map(about.map(([name, value]) => [name, value]));
    expect(said.get("Këshilli")).toBe("Këshilli Bashkiak Lisi");
    expect(said.get("Licenca")).toContain("CC BY 4.0");
    expect(said.get("status_label")).toBe("Gjendja (kuptimi)");
    expect(about).toContainEqual(["status", "Gjendja", "inForce, repealed"]);
  });

  it("of an empty collection is its heading alone, and another council's rows are not in it", async () => {
    expect((await xlsx("/legjislacioni.xlsx", krasta)).rows).toHaveLength(1);
  });

  it("is not made again for those who have it, and its head costs nothing", async () => {
    const first = (await lisi.get("/legjislacioni.xlsx")).headers.get("etag")!;
    expect((await lisi.get("/legjislacioni.xlsx", { "if-none-match": first })).status).toBe(304);
    const head = await world.ask(lisi.host, "/legjislacioni.xlsx", { method: "HEAD" });
    expect([head.status, (await head.arrayBuffer()).byteLength]).toEqual([200, 0]);
    expect((await krasta.get("/legjislacioni.xlsx")).headers.get("etag")).not.toBe(first);
  });
});

describe("The schema of a register", () => {
  it("names every column of its CSV, with type, meaning and values", async () => {
    const { text } = await csv("/en/legislation.csv");
    const schema = await lisi.json<{ fields: { name: string }[] }>("/en/legislation.schema.json");
    const columns = parse(text, { bom: true })[0];
    expect(schema.fields.map(({ name }) => name)).toEqual(columns);
    expect(schema.fields).toContainEqual({
      name: "status",
      type: "string",
      title: "Status",
      constraints: { enum: ["inForce", "repealed"] },
    });
    expect(schema.fields).toContainEqual({
      name: "published_at",
      type: "datetime",
      title: "Published",
      description: "ISO 8601, in UTC.",
    });
  });

  it("is named by the data that it describes", async () => {
    const answer = await lisi.get("/legjislacioni.csv");
    expect(answer.headers.get("link")).toContain(
      '<http://lisi.localhost/legjislacioni.schema.json>; rel="describedby"',
    );
    expect((await lisi.get("/legjislacioni.schema.json")).status).toBe(200);
  });
});

it.each([
  "/kontaktet-per-median.schema.json",
  "/nope.xlsx",
  "/kontaktet-per-median.json",
  "/nope.csv",
  "/en/.json",
  "/api/v1/nope.json",
])("there is no open data at %s", async (path) => {
  expect((await lisi.get(path)).status).toBe(404);
});
