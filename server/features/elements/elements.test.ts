import * as v from "valibot";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { doing, law, news, publish, storePdf } from "../../../tests/support/content.ts";
import { createWorld, type TestCouncil, type TestWorld } from "../../../tests/support/world.ts";
import { json } from "../../db/columns.ts";
import { withdrawPublication } from "../publications/publications.service.ts";
import { elementRules } from "./element-rules.ts";
import { ElementBoard, ElementDetail } from "./elements.schema.ts";

let world: TestWorld;
let lisi: TestCouncil;
let krasta: TestCouncil;
beforeAll(async () => {
  world = await createWorld();
  ({ lisi, krasta } = world);
});
afterAll(() => world.end());

const board = async (council: TestCouncil) => v.parse(ElementBoard, await council.json("/api/v1/elements"));
const standing = async (code: string, council = lisi) =>
  (await board(council)).elements.find((element) => element.code === code)!;

describe("The readiness board", () => {
  it("has all 81 elements of a new council, with addresses that scripts can rely on", async () => {
    const { elements, summary, day } = await board(krasta);
    expect(elements).toHaveLength(81);
    expect(day).toBe("2026-03-05");
    expect(summary).toMatchObject({ none: 80, partial: 0, full: 1, total: 81 });
    expect(summary.parts).toMatchObject({ B: { none: 12, full: 1, total: 13 }, IV: { none: 2, full: 0, total: 2 } });
    const { code, title, url, readiness, reason } = elements[0]!;
    expect({ code, title, url, readiness, reason }).toEqual({
      code: "I.1.1",
      title: { sq: expect.stringContaining("Legjislacioni"), en: expect.stringContaining("legislation") },
      url: { sq: "http://krasta.localhost/legjislacioni", en: "http://krasta.localhost/en/legislation" },
      readiness: "none",
      reason: { sq: "Këtu nuk është publikuar ende asgjë.", en: "Nothing has been published here yet." },
    });
  });

  it("goes from none over partly to fully as a collection fills, and back when it is withdrawn", async () => {
    expect((await standing("III.1.4")).readiness).toBe("none");
    const report = (year: number, documents: string[], english: boolean) =>
      law({
        element: "III.1.4",
        year,
        title: { sq: `Raporti ${year}`, ...(english && { en: `Report ${year}` }) },
        documents,
        fields: {
          adoptingAct: { sq: "VKB 1", ...(english && { en: "Decision 1" }) },
          keyFigures: [{ figure: { sq: "Mbledhje", ...(english && { en: "Meetings" }) }, amount: 12, unit: "count" }],
        },
      });
    await publish(world, lisi, report(2023, [], true));
    expect(await standing("III.1.4")).toMatchObject({
      readiness: "partial",
      reason: { en: "The document for 2025 has not been published." },
    });
    const { id } = await publish(world, lisi, report(2025, [], false));
    expect(await standing("III.1.4")).toMatchObject({
      readiness: "partial",
      reason: { en: "One current document has no file. One current document is not complete in English." },
    });
    await lisi.db.write((tx) => withdrawPublication(tx, doing(world), id, { sq: "U zëvendësua." }));
    const { id: document } = await storePdf(world, lisi, "Raporti 2025");
    await publish(world, lisi, report(2025, [document], true));
    expect(await standing("III.1.4")).toMatchObject({
      readiness: "full",
      reason: { sq: "Dokumenti për vitin 2025 është publikuar, i plotë dhe në të dyja gjuhët." },
    });
    expect((await standing("III.1.4", krasta)).readiness).toBe("none");
  });

  it("sees a cell of a table that is missing in English", async () => {
    const { id: document } = await storePdf(world, lisi, "Buxheti");
    const lines = [
      { line: { sq: "Paga", en: "Pay" }, planned: 5 },
      { line: { sq: "Udhëtime" }, planned: 1 },
    ];
    await publish(
      world,
      lisi,
      law({
        element: "III.1.3",
        year: 2026,
        documents: [document],
        fields: { adoptingAct: { sq: "VKB 2", en: "Decision 2" }, lines },
      }),
    );
    expect((await standing("III.1.3")).reason.en).toBe("One current document is not complete in English.");
  });

  it("takes an official link for the file of a law, and its own file only where the public has it", async () => {
    await publish(world, lisi, law());
    expect((await standing("I.1.1")).readiness).toBe("full");
    const { id: internal } = await storePdf(world, lisi, "I brendshëm", { visibility: "internal" });
    const fields = { actKind: "law", number: "1", status: "inForce" };
    await publish(world, lisi, law({ documents: [internal], fields }));
    expect((await standing("I.1.1")).reason.en).toBe("One current document has no file.");
  });

  it("changes with the days alone", async () => {
    await publish(world, lisi, news({ date: "2026-03-05" }));
    const before = world.clock.now();
    expect((await standing("V.1.1")).readiness).toBe("full");
    world.clock.moveTo("2026-06-03T21:59:59Z");
    expect((await standing("V.1.1")).readiness).toBe("full");
    world.clock.moveTo("2026-06-03T22:00:00Z");
    expect((await standing("V.1.1")).readiness).toBe("partial");
    world.clock.moveTo(before);
  });

  it("reads social accounts and media contacts from the council's settings", async () => {
    const social = [{ network: "Facebook", url: "https://facebook.example/lisi" }];
    await lisi.db.write((tx) =>
      tx
        .updateTable("tenant_settings")
        .set({ contacts: json({ social }) })
        .execute(),
    );
    expect(await standing("V.1.4")).toMatchObject({ readiness: "full" });
    expect((await standing("V.1.6")).reason.sq).toBe("Nuk është treguar ende asnjë kontakt për median.");
    expect((await standing("V.1.4", krasta)).readiness).toBe("none");
  });

  it("costs the same few queries however much is published", async () => {
    let queries = 0;
    const { pool } = world.services;
    const counted = (client: { query: (...args: unknown[]) => unknown }) => {
      const query = client.query.bind(client);
      client.query = (...args) => {
        queries += 1;
        return query(...args);
      };
    };
    const connect = pool.connect.bind(pool) as () => Promise<never>;
    pool.connect = (async () => {
      const client = (await connect()) as { query: (...args: unknown[]) => unknown };
      if (!Object.hasOwn(client, "query")) counted(client);
      return client;
    }) as never;
    await board(krasta);
    const empty = queries;
    queries = 0;
    await board(lisi);
    pool.connect = connect as never;
    expect(empty).toBeGreaterThan(3);
    expect(empty).toBeLessThanOrEqual(8 + 2 * elementRules.length);
    expect(queries).toBe(empty);
  });
});

describe("One element", () => {
  it("says what stands there, how it is done on paper and by which law", async () => {
    const detail = v.parse(ElementDetail, await lisi.json("/api/v1/elements/I.3.15"));
    expect(detail).toMatchObject({
      code: "I.3.15",
      part: "I",
      section: "I.3",
      readiness: "none",
      stands: { en: expect.stringContaining("petition") },
      paper: { sq: expect.stringContaining("zyrën e protokollit") },
    });
    expect(detail.legal.length).toBeGreaterThan(0);
  });

  it("that does not exist is not found", async () => {
    for (const code of ["X.1.1", "toString", "I.1.1%00"])
      expect((await lisi.get(`/api/v1/elements/${code}`)).status).toBe(404);
  });

  it("stands with the same readiness as on the board", async () => {
    for (const code of ["I.1.1", "III.1.3", "V.1.4", "B.I.2"]) {
      const { readiness, reason } = await standing(code);
      expect(await lisi.json(`/api/v1/elements/${code}`)).toMatchObject({ readiness, reason });
    }
  });
});
