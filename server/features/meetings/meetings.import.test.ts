import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { stringify } from "csv-stringify/sync";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { doing, intakeFor, pdfOf } from "../../../tests/support/content.ts";
import { seatBody } from "../../../tests/support/council-rows.ts";
import { createWorld, type TestCouncil, type TestWorld } from "../../../tests/support/world.ts";
import { openFolder } from "../../import/file-source.ts";
import type { ImportOptions } from "../../import/import.ts";
import { bringIn, undoImport } from "../imports/imports.service.ts";

let world: TestWorld;
let folder: string;
let members: string[];
beforeAll(async () => {
  world = await createWorld();
  folder = await mkdtemp(join(tmpdir(), "e-keshilli-meetings-"));
  const council = { sq: "Këshilli Bashkiak", en: "Municipal Council" };
  members = (await seatBody(world.lisi, "council", "keshilli", council, 3)).members.map(({ name }) => name);
  await seatBody(world.krasta, "council", "keshilli", { ...council, sq: "Këshilli i Krastës" }, 3);
});
afterAll(async () => {
  await world.end();
  await rm(folder, { recursive: true });
});

type Row = Record<string, string>;
const meeting = { Data: "14.03.2024", Ora: "17:00" };
const tableOf = (...rows: Row[]) => {
  const headers = [...new Set(["Data", "Ora", ...rows.flatMap((row) => Object.keys(row))])];
  return Buffer.from(
    stringify([
      headers,
      ...rows.map((row) => headers.map((header) => ({ ...meeting, ...row })[header as "Ora"] ?? "")),
    ]),
  );
};
const bring = (bytes: Buffer, options: ImportOptions = {}, council: TestCouncil = world.lisi) =>
  bringIn(council.db, doing(world), "meetings", { name: "mbledhjet.csv", bytes }, options);
const item = (number: string, title: string, more: Row = {}) => ({
  "Numri i pikës": number,
  "Titulli i pikës": title,
  ...more,
});
const page = async (path: string, council = world.lisi) => {
  await world.catchUp();
  const answer = await council.get(path);
  return [answer.status, (await answer.text()).replace(/<[^>]+>/g, " ").replace(/\s+/g, " ")] as const;
};
const counted = (council: TestCouncil) =>
  council.db.read(async (tx) => (await tx.selectFrom("meetings").select("id").execute()).length);

describe("Nothing is kept of meetings", () => {
  it.each<[string, Row[], object[]]>([
    ["that are still to come", [{ Data: "14.03.2027" }], [{ line: 2, column: "day", code: "meetings.not_past" }]],
    ["whose hour is none", [{ Ora: "pas dite" }], [{ line: 2, column: "time", code: "meetings.import_time" }]],
    [
      "of which the rows say different things",
      [
        { ...item("1", "Një"), Vendi: "Salla" },
        { ...item("2", "Dy"), Vendi: "Pallati" },
      ],
      [{ line: 3, column: "place_sq", code: "import.differs_from_first" }],
    ],
    [
      "whose agenda leaves out a number",
      [item("1", "Një"), item("3", "Tre")],
      [{ line: 3, column: "item_number", code: "meetings.item_out_of_order" }],
    ],
    [
      "with an item without a title",
      [item("1", "")],
      [{ line: 2, column: "item_title_sq", code: "meetings.import_item_half" }],
    ],
    [
      "with more votes than people",
      [item("1", "Një", { "Anëtarë gjithsej": "31", "Të pranishëm": "20", "Vota pro": "18", "Vota kundër": "5" })],
      [{ line: 2, column: "votes_for", code: "meetings.more_votes_than_present" }],
    ],
    [
      "with an item that was adopted by fewer than were against",
      [
        item("1", "Një", {
          "Anëtarë gjithsej": "31",
          "Të pranishëm": "20",
          Rezultati: "Miratuar",
          "Vota pro": "5",
          "Vota kundër": "9",
        }),
      ],
      [{ line: 2, column: "votes_for", code: "meetings.adopted_by_fewer" }],
    ],
    [
      "with a column of somebody whom nobody knows, such as a neighbour",
      [{ "Anëtari 1 i Këshilli i Krastës": "po" }],
      [{ line: 1, column: "Anëtari 1 i Këshilli i Krastës", code: "meetings.import_member_unknown" }],
    ],
    [
      "whose notice came after they began",
      [{ Njoftuar: "15.03.2024" }],
      [{ line: 2, column: "announced_on", code: "meetings.announced_after_it_began" }],
    ],
  ])("%s", async (_, rows, problems) => {
    expect(await bring(tableOf(...rows), { publish: true })).toMatchObject({ id: null, problems });
    expect(await counted(world.lisi)).toBe(0);
  });

  it("where some member's presence is missing, or is said in a word that nobody knows", async () => {
    const [one, two] = members as [string, string];
    expect((await bring(tableOf({ [one]: "po", [two]: "mungon" }))).problems).toEqual([
      { line: 2, column: null, code: "meetings.attendance_incomplete" },
    ]);
    expect((await bring(tableOf({ [one]: "ndoshta" }))).problems).toEqual([
      { line: 2, column: one, code: "meetings.import_attendance_unknown" },
    ]);
    expect(await counted(world.lisi)).toBe(0);
  });
});

describe("Meetings of past years", () => {
  it("stand with agenda, results, votes, presence and minutes, and nothing of them is called late", async () => {
    const minutes = await pdfOf("Procesverbali");
    await writeFile(join(folder, "procesverbali.pdf"), minutes);
    await writeFile(join(folder, "njoftimi.pdf"), await pdfOf("Njoftimi"));
    const first = {
      Mbaroi: "19:30",
      Vendi: "Salla e Këshillit",
      "Vendi (anglisht)": "Council chamber",
      Njoftuar: "13.03.2024",
    };
    const papers = { "Skedari i njoftimit": "njoftimi.pdf", "Skedari i procesverbalit": "procesverbali.pdf" };
    const presence = { [members[0]!]: "po", [members[1]!]: "me vonesë", [members[2]!]: "me arsye" };
    const votes = { "Vota pro": "2", "Vota kundër": "0" };
    const table = tableOf(
      item("1", "Për tarifën e pastrimit", {
        ...first,
        ...papers,
        ...presence,
        ...votes,
        "Titulli i pikës (anglisht)": "On the cleaning fee",
      }),
      item("2", "Raporti i vitit", { "Lloji i pikës": "Raport", Rezultati: "U mor shënim" }),
      item("2.1", "Pyetje"),
    );
    const source = await openFolder(folder);
    const report = await bring(table, { files: { source, intake: intakeFor(world, world.lisi) }, publish: true });
    expect(report).toMatchObject({ made: { meetings: 1, items: 3 }, problems: [] });
    const [status, text] = await page("/mbledhjet/2024-03-14-keshilli");
    expect(status).toBe(200);
    for (const said of [
      "Për tarifën e pastrimit",
      "Raporti i vitit",
      "Salla e Këshillit",
      "Procesverbali i mbledhjes së datës 14.03.2024",
    ])
      expect(text).toContain(said);
    expect(text).not.toMatch(/i vonuar|ardhur vonë|u shtua pas/i);
    const [english, translated] = await page("/en/meetings/2024-03-14-keshilli");
    expect([english, translated.includes("On the cleaning fee")]).toEqual([200, true]);
    const stored = await world.lisi.db.read((tx) =>
      tx.selectFrom("meetings").select(["stage", "members", "present", "state"]).executeTakeFirstOrThrow(),
    );
    expect(stored).toEqual({ stage: "minutes_published", members: 3, present: 2, state: "published" });
    expect((await page("/mbledhjet/2024-03-14-keshilli", world.krasta))[0]).toBe(404);
  });

  it("of a term whose members nobody entered keep their numbers; the rules of today are not asked of them", async () => {
    const counts = { "Anëtarë gjithsej": "45", "Të pranishëm": "20", "Vota pro": "11", "Vota kundër": "9" };
    const report = await bring(tableOf(item("1", "Për buxhetin", { ...counts, Data: "30.12.2009", Ora: "9:00" })), {
      publish: true,
    });
    expect(report.problems).toEqual([]);
    const votes = await world.lisi.db.read((tx) =>
      tx.selectFrom("votes").select(["members", "present", "outcome"]).where("votes_for", "=", 11).execute(),
    );
    expect(votes).toEqual([{ members: 45, present: 20, outcome: "adopted" }]);
    expect((await page("/mbledhjet/2009-12-30-keshilli"))[0]).toBe(200);
  });

  it("are there once; as drafts nobody sees them; taken back they are gone", async () => {
    const table = tableOf(item("1", "Një", { Data: "01.02.2018" }), item("1", "Një", { Data: "01.03.2018" }));
    const { id } = await bring(table);
    expect((await page("/mbledhjet/2018-02-01-keshilli"))[0]).toBe(404);
    expect((await bring(table)).problems.map(({ line, code }) => [line, code])).toEqual([
      [2, "meetings.another_then"],
      [3, "meetings.another_then"],
    ]);
    const before = await counted(world.lisi);
    const undone = await world.lisi.db.write((tx) => undoImport(tx, doing(world), id!));
    expect(undone).toEqual({ deleted: 2, withdrawn: 0, left: [] });
    expect(await counted(world.lisi)).toBe(before - 2);
  });
});
