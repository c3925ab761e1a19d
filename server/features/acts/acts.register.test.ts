import { parse } from "csv-parse/sync";
import * as v from "valibot";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addCouncilBody, enact } from "../../../tests/support/acts.ts";
import { doing } from "../../../tests/support/content.ts";
import { createWorld, type TestCouncil, type TestWorld } from "../../../tests/support/world.ts";
import { json } from "../../db/columns.ts";
import { ActList } from "./acts.schema.ts";
import { createAct } from "./acts.service.ts";
import { actsPerPage, subjects } from "./acts.shared.ts";
import { announceAct } from "./announcing.service.ts";
import { depositAct, recordReturn } from "./prefect.service.ts";
import { relateActs } from "./relations.service.ts";

let world: TestWorld;
let lisi: TestCouncil;
let krasta: TestCouncil;
beforeAll(async () => {
  world = await createWorld();
  ({ lisi, krasta } = world);
  await addCouncilBody(lisi);
  await addCouncilBody(krasta);
  await enact(world, krasta, { title: { sq: "Akt i Krastës" } });
  await fill();
  await world.catchUp();
});
afterAll(() => world.end());

const by = () => doing(world);
/** Without figures, so that numbers are found as such. */
const nameOf = (at: number) => "abc"[Math.floor(at / 10)]! + "abcdefghij"[at % 10]!;
/** Thirty acts of two years, of which some are in force, one is repealed, one returned, and one a draft. */
async function fill() {
  const committee = await lisi.db.write((tx) =>
    tx
      .insertInto("bodies")
      .values({
        ...{ slug: "financat", kind: "committee", name: json({ sq: "Komisioni i Financave" }), contacts: "{}" },
        ...{ folded_text: "financat", state: "published", public_from: by().now },
      })
      .returning("id")
      .executeTakeFirstOrThrow(),
  );
  const made: Awaited<ReturnType<typeof enact>>[] = [];
  for (let at = 0; at < 30; at += 1)
    made.push(
      await enact(world, lisi, {
        title: { sq: at === 7 ? "Për tarifën e çdo mbetjeje" : `Akti ${nameOf(at)}`, en: `Act ${nameOf(at)}` },
        type: at % 10 === 9 ? "ordinance" : "decision",
        nature: at % 6 === 5 ? "individual" : "normative",
        subject: subjects[at % 3]!,
        proposerKind: at % 2 ? "mayor" : "councillors",
        adoptedOn: at < 12 ? "2025-11-20" : `2026-01-${10 + (at % 15)}`,
        ...(at === 3 && { bodyId: committee.id }),
      }),
    );
  await lisi.db.write(async (tx) => {
    for (const at of [0, 1, 2]) await announceAct(tx, by(), made[at]!.id, { announcedOn: "2025-11-25" });
    await depositAct(tx, by(), made[0]!.id, { day: "2025-11-28", protocolNumber: "9" });
    await recordReturn(tx, by(), made[0]!.id, { day: "2025-12-03", reasons: { sq: "Pa bazë ligjore." } });
    await relateActs(tx, by(), { actId: made[20]!.id, kind: "repeals", targetId: made[1]!.id, since: "2026-02-01" });
    const body = await tx.selectFrom("bodies").select("id").where("kind", "=", "council").executeTakeFirstOrThrow();
    await createAct(tx, by(), {
      ...{ type: "decision", nature: "normative", title: { sq: "Draft i fshehtë" }, subject: "other" },
      ...{ bodyId: body.id, adoptedOn: "2026-02-20" },
    });
  });
}

const list = async (query = "", council = lisi) => {
  const answer = await council.get(`/api/v1/acts${query}`);
  expect(answer.status).toBe(200);
  return v.parse(ActList, await answer.json());
};
const count = (facet: readonly { value: unknown; count: number }[], value: unknown) =>
  facet.find((one) => one.value === value)?.count ?? 0;

describe("The register of acts", () => {
  it("shows the newest first, page by page, each act once", async () => {
    const [first, second] = [await list(), await list("?page=2")];
    expect([first.total, first.pages, first.items.length, second.items.length]).toEqual([30, 2, actsPerPage, 5]);
    const all = [...first.items, ...second.items];
    expect(new Set(all.map(({ id }) => id)).size).toBe(30);
    const days = all.map(({ adoptedOn }) => adoptedOn);
    expect(days).toEqual(days.toSorted().toReversed());
  });

  it("can be put in another order", async () => {
    expect((await list("?sort=oldest")).items[0]!.adoptedOn).toBe("2025-11-20");
    const titles = (await list("?sort=title")).items.map(({ title }) => title.sq);
    expect(titles).toEqual(titles.toSorted(new Intl.Collator("sq").compare));
    const numbers = (await list("?sort=number&type=decision&year=2026")).items.map(({ number }) => number);
    expect(numbers).toEqual(numbers.toSorted((one, other) => other - one));
  });

  it.each([
    ["q", "tarifen mbetjeje", 1],
    ["q", "vendim nr 8 2025", 1],
    ["q", "8/2025", 1],
    ["q", "100%", 0],
    ["year", "2025", 12],
    ["type", "ordinance", 3],
    ["nature", "individual", 5],
    ["subject", "taxes", 10],
    ["proposer", "mayor", 15],
    ["body", "financat", 1],
    ["body", "askush", 0],
    ["force", "in_force", 2],
    ["force", "repealed", 1],
    ["prefect", "returned", 1],
    ["prefect", "not_required", 5],
  ])("narrowed by %s=%s has %i", async (name, value, total) => {
    const found = await list(`?${new URLSearchParams({ [name]: value })}`);
    expect(found.total).toBe(total);
    expect(found.items).toHaveLength(total);
  });

  it("counts each choice as it would be found, beside the filters that are set", async () => {
    const { facets, total } = await list("?year=2025&type=ordinance");
    expect(total).toBe(1);
    expect([count(facets.type, "decision"), count(facets.type, "ordinance")]).toEqual([11, 1]);
    expect([count(facets.year, 2025), count(facets.year, 2026)]).toEqual([1, 2]);
    for (const [name, values] of Object.entries((await list()).facets))
      for (const { value, count } of values)
        expect((await list(`?${name}=${value}`)).total, `${name} ${value}`).toBe(count);
  });

  it("has nothing of drafts and nothing of the neighbour", async () => {
    expect((await list("?q=fshehte")).total).toBe(0);
    expect((await list("?q=Krastes")).total).toBe(0);
    expect((await list("", krasta)).items.map(({ title }) => title.sq)).toEqual(["Akt i Krastës"]);
    expect((await list("?body=financat", krasta)).total).toBe(0);
  });

  it.each([
    ["?nesër=1", 400],
    ["?year=26", 422],
    ["?type=law", 422],
    ["?type=decision&type=ordinance", 422],
    ["?prefect=asleep", 422],
    ["?sort=random", 422],
    ["?page=0", 422],
    ["?page=9", 404],
  ])("refuses %s with %i", async (query, status) => {
    expect((await lisi.get(`/api/v1/acts${query}`)).status).toBe(status);
  });

  it("keeps its filters in the address, in both languages, and says what was wrong with them", async () => {
    const html = async (path: string) => (await lisi.get(path, { accept: "text/html" })).text();
    const albanian = await html("/aktet?type=ordinance&sort=title");
    expect(albanian).toContain("3 akte");
    expect(albanian).toMatch(/<option [^>]*value="ordinance" selected>Urdhëresë \(3\)/);
    expect(albanian).toContain('href="/aktet.csv?type=ordinance"');
    expect(await html("/en/acts?type=ordinance")).toContain("3 acts");
    expect(await html("/aktet?year=26")).toContain('aria-invalid="true"');
    expect(await html("/aktet?q=asgjë")).toContain("Nuk u gjet asgjë");
  });
});

describe("The same as data", () => {
  const csv = async (path: string, council = lisi): Promise<Record<string, string>[]> => {
    const answer = await council.get(path);
    expect(answer.status).toBe(200);
    return parse(await answer.text(), { bom: true, columns: true });
  };

  it("has a row for each act, with the filters of the page", async () => {
    const rows = await csv("/aktet.csv");
    expect(rows).toHaveLength(30);
    // An act of another type may have the same day and number: which of them comes last is the id's to say.
    expect(rows.slice(-2)).toContainEqual(
      expect.objectContaining({ series: "2025", number: "1", adopted_on: "2025-11-20" }),
    );
    expect(await csv("/en/acts.csv?force=repealed")).toMatchObject([{ repealed_on: "2026-02-01", force: "repealed" }]);
    expect((await lisi.get("/aktet.csv?page=2")).status).toBe(400);
    expect(await csv("/aktet.csv", krasta)).toHaveLength(1);
  });

  it("tells relations, the prefect's steps and the numbers without an act", async () => {
    expect(await csv("/te-dhena-te-hapura/lidhjet-e-akteve.csv")).toMatchObject([
      { relation: "repeals", target_sq: "Akti ab", since: "2026-02-01" },
    ]);
    const steps = await csv("/te-dhena-te-hapura/verifikimi-i-prefektit.csv");
    expect(steps.map(({ step, day }) => `${step} ${day}`)).toEqual(["deposited 2025-11-28", "returned 2025-12-03"]);
    const gaps = await lisi.json<{ items: object[] }>("/api/v1/acts/gaps");
    expect(gaps.items).toEqual([]);
    expect(await csv("/te-dhena-te-hapura/numrat-e-munguar.csv")).toEqual([]);
    expect(await csv("/te-dhena-te-hapura/verifikimi-i-prefektit.csv", krasta)).toEqual([]);
  });

  it("is JSON with the whole of each act", async () => {
    const { items, total } = await lisi.json<{ total: number; items: { url: { en: string }; force: string }[] }>(
      "/aktet.json?force=repealed",
    );
    expect(total).toBe(1);
    expect(items[0]).toMatchObject({ force: "repealed", url: { en: expect.stringMatching(/^http.*\/en\/acts\//) } });
  });
});

describe("The readiness board", () => {
  const standing = async (council: TestCouncil) =>
    (await council.json<{ elements: { code: string; readiness: string; reason: { sq: string } }[] }>(
      "/api/v1/elements",
    ))!.elements.find(({ code }) => code === "I.3.6")!;

  it("says what the register lacks", async () => {
    const { readiness, reason } = await standing(lisi);
    expect(readiness).toBe("partial");
    expect(reason.sq).toContain("nuk e tregojnë votimin");
    expect(reason.sq).toContain("nuk janë shpallur");
  });
});
