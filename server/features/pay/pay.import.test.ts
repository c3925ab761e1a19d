import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { doing } from "../../../tests/support/content.ts";
import { createWorld, type TestCouncil, type TestWorld } from "../../../tests/support/world.ts";
import { type ImportOptions, importFile } from "../../import/import.ts";
import { payImport } from "./pay.import.ts";
import type { PayYear } from "./pay.schema.ts";
import { createRate } from "./pay.service.ts";

let world: TestWorld;
const people: [slug: string, name: string, familyName: string][] = [
  ["ana-zeka", "Ana Zeka", "Zeka"],
  ["besim-cela", "Besim Çela", "Çela"],
];

beforeAll(async () => {
  world = await createWorld();
  await world.lisi.db.write(async (tx) => {
    for (const [slug, name, family_name] of people)
      await tx
        .insertInto("people")
        .values({
          ...{ slug, name, family_name, gender: null, contacts: "{}", photo_renditions: "[]", folded_text: "" },
          ...{ photo_width: null, photo_height: null, photo_sha256: null },
          ...{ state: "published", public_from: world.clock.now() },
        })
        .execute();
    const legalBasis = { sq: "Vendimi nr. 12", en: "Decision no. 12" };
    const rate = { legalBasis, validFrom: "2025-12-20" };
    await createRate(tx, doing(world), { ...rate, appliesTo: "member", basis: "month", amount: 15_000 });
    await createRate(tx, doing(world), { ...rate, appliesTo: "committee_member", basis: "meeting", amount: 2_000 });
  });
});
afterAll(() => world.end());

const header = "year,month,person,applies_to,basis,meetings,amount,note_sq";
const rows = [
  "2026,1,ana-zeka,member,,,15000,",
  "2026,1,ana-zeka,committee_member,meeting,2,4000,",
  "2026,2,besim-cela,member,month,,7 500,Nga mesi i muajit.",
];
const bring = (given: string[], options?: ImportOptions, council: TestCouncil = world.lisi) =>
  importFile(council.db, doing(world), payImport, Buffer.from([header, ...given].join("\n")), options);
const year = () => world.lisi.json<PayYear>("/api/v1/pay");

const reading = expect.objectContaining({ encoding: "utf-8" });

describe("Payments from a file", () => {
  it.each<[string, string, unknown]>([
    [
      "with somebody unknown",
      rows[0]!.replace("ana-zeka", "askush"),
      { line: 5, column: "person", code: "pay.person_unknown" },
    ],
    [
      "before the rate was in force",
      rows[0]!.replace("2026,1", "2025,12"),
      { line: 5, column: "applies_to", code: "pay.rate_not_in_force" },
    ],
    [
      "with another amount and no word",
      rows[2]!.replace("Nga mesi i muajit.", "").replace("2026,2", "2026,3"),
      { line: 5, column: "amount", code: "pay.differs_without_note" },
    ],
    ["twice", rows[2]!, { line: 5, column: "person", code: "pay.paid_twice" }],
    [
      "of a month that does not exist",
      rows[0]!.replace("2026,1", "2026,13"),
      { line: 5, column: "month", code: "pay.month_out_of_range" },
    ],
  ])("are refused whole %s", async (_, row, problem) => {
    expect(await bring([...rows, row], { publish: true })).toEqual({
      rows: 4,
      made: {},
      problems: [problem],
      reading,
      notes: [],
    });
    expect(await year()).toMatchObject({ years: [] });
  });

  it("come in month by month, once, and are changed only where that is asked for", async () => {
    const made = { months: 2, payments: 3 };
    expect(await bring(rows, { dryRun: true, publish: true })).toEqual({
      rows: 3,
      made,
      problems: [],
      reading,
      notes: [],
    });
    expect(await year()).toMatchObject({ years: [] });
    expect(await bring(rows, { publish: true })).toEqual({ rows: 3, made, problems: [], reading, notes: [] });
    expect((await year()).members.map(({ name, months }) => [name, months.slice(0, 2)])).toEqual([
      ["Besim Çela", [null, 7_500]],
      ["Ana Zeka", [19_000, null]],
    ]);
    expect((await bring(rows)).problems).toEqual([
      { line: 2, column: null, code: "pay.month_there_already" },
      { line: 4, column: null, code: "pay.month_there_already" },
    ]);
    const better = rows.map((row) => row.replace("meeting,2,4000", "meeting,3,6000"));
    expect((await bring(better, { replace: true })).problems).toEqual([]);
    expect((await year()).total).toBe(28_500);
  });

  it("do not know the people of another council", async () => {
    expect((await bring(rows.slice(0, 1), {}, world.krasta)).problems).toEqual([
      { line: 2, column: "person", code: "pay.person_unknown" },
      { line: 2, column: "applies_to", code: "pay.rate_not_in_force" },
    ]);
  });
});
