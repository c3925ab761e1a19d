import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { stringify } from "csv-stringify/sync";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { doing } from "../../../tests/support/content.ts";
import { createWorld, environment, type TestCouncil, type TestWorld } from "../../../tests/support/world.ts";
import { type ImportOptions, importFile } from "../../import/import.ts";
import { electionsImport } from "./elections.import.ts";
import { electionsRegisters } from "./elections.registers.ts";
import type { ElectionList } from "./elections.schema.ts";

let world: TestWorld;
let folder: string;
beforeAll(async () => {
  world = await createWorld();
  folder = await mkdtemp(join(tmpdir(), "e-keshilli-import-"));
  for (const council of [world.lisi, world.krasta])
    await council.db.write((tx) =>
      tx
        .insertInto("parties")
        .values({ slug: `ura-e-${council.slug}`, colour: null, ended_on: null, successor_id: null })
        .execute(),
    );
});
afterAll(async () => {
  await world.end();
  await rm(folder, { recursive: true });
});

const header =
  "held_on;kind;council_seats;electorate;voters;valid_ballots;list_sq;list_en;short_name;party;votes;seats";
const rows = [
  "14.05.2023;ordinary;15;20 000;9000;8800;Partia e Urës;Bridge Party;PU;ura-e-lisi;4400;8",
  "14.05.2023;ordinary;15;20 000;9000;8800;Partia e Çlirimit;Liberation Party;PÇ;;3300;7",
  "2019-06-30;;15;19000;8000;;Partia e Urës;Bridge Party;PU;ura-e-lisi;5000;15",
];
const file = (given: string[] = rows, head = header) => Buffer.from([head, ...given].join("\r\n"));
const bring = (bytes: Buffer, options?: ImportOptions, council: TestCouncil = world.lisi) =>
  importFile(council.db, doing(world), electionsImport, bytes, options);
const elections = (council: TestCouncil) =>
  council.db.read((tx) => tx.selectFrom("elections").select(["slug", "state"]).orderBy("held_on").execute());

const reading = expect.objectContaining({ encoding: "utf-8" });

describe("A dry run", () => {
  it("tells what would come and keeps nothing", async () => {
    expect(await bring(file(), { dryRun: true })).toEqual({
      rows: 3,
      made: { elections: 2, lists: 3 },
      problems: [],
      reading,
      notes: [],
    });
    expect(await elections(world.lisi)).toEqual([]);
    const audit = await world.lisi.db.read((tx) => tx.selectFrom("audit_log").select("action").execute());
    expect(audit).toEqual([]);
  });
});

describe("Nothing is kept of a file", () => {
  const changed = (at: number, from: string, to: string) =>
    rows.map((row, line) => (line === at ? row.replace(from, to) : row));
  it.each<[string, string[], unknown[]]>([
    [
      "with a number that is none",
      changed(1, "3300", "3.300"),
      [{ line: 3, column: "votes", code: "number.not_whole" }],
    ],
    [
      "with a day that does not exist",
      changed(2, "2019-06-30", "31.06.2019"),
      [{ line: 4, column: "held_on", code: "date.impossible" }],
    ],
    [
      "with a kind that does not exist",
      changed(0, "ordinary", "big"),
      [{ line: 2, column: "kind", code: "import.unknown_value" }],
    ],
    ["with a cell that is missing", changed(0, "PU", ""), [{ line: 2, column: "short_name", code: "text.required" }]],
    [
      "whose seats do not add up",
      changed(1, "3300;7", "3300;6"),
      [{ line: 2, column: "council_seats", code: "elections.seats_do_not_add_up" }],
    ],
    [
      "whose votes exceed the ballots",
      changed(0, "4400", "5600"),
      [{ line: 2, column: "votes", code: "elections.votes_exceed_ballots" }],
    ],
    ["with a list twice", changed(1, "PÇ", "pu"), [{ line: 3, column: "short_name", code: "elections.list_twice" }]],
    [
      "that says two things of one election",
      changed(1, "9000", "9001"),
      [{ line: 3, column: "voters", code: "import.differs_from_first" }],
    ],
    [
      "with a party of the neighbour",
      changed(2, "ura-e-lisi", "ura-e-krasta"),
      [{ line: 4, column: "party", code: "elections.party_unknown" }],
    ],
    [
      "with two wrong rows, both of which are told",
      ["14.05.2023;;x;;;;A;;A;;1;1", ";;15;;;;B;;B;;1;1"],
      [
        { line: 2, column: "council_seats", code: "number.not_whole" },
        { line: 3, column: "held_on", code: "text.required" },
      ],
    ],
  ])("%s", async (_, given, problems) => {
    expect(await bring(file(given), { publish: true })).toEqual({
      ...{ rows: given.length, made: {}, problems, reading, notes: [] },
    });
    expect(await elections(world.lisi)).toEqual([]);
  });
});

describe("An import", () => {
  it("writes drafts that nobody sees, unless it is told to publish", async () => {
    expect(await bring(file())).toMatchObject({ made: { elections: 2, lists: 3 } });
    expect(await elections(world.lisi)).toEqual([
      { slug: "zgjedhjet-vendore-2019", state: "draft" },
      { slug: "zgjedhjet-vendore-2023", state: "draft" },
    ]);
    expect(await world.lisi.json("/api/v1/elections")).toMatchObject({ total: 0 });
    expect(await elections(world.krasta)).toEqual([]);
  });

  it("refuses what is there already, at the row where it stands, unless it is told to replace it", async () => {
    const again = await bring(file());
    expect(again.problems).toEqual([
      { line: 2, column: null, code: "elections.there_already" },
      { line: 4, column: null, code: "elections.there_already" },
    ]);
    const better = rows.map((row) => row.replace("3300", "3310"));
    expect((await bring(file(better), { replace: true, publish: true })).problems).toEqual([]);
    const { items } = await world.lisi.json<ElectionList>("/api/v1/elections");
    expect(items[0]!.lists.map(({ votes }) => votes)).toEqual([4400, 3310]);
  });

  it("reads the register's own open data, so that what was exported can be brought in again", async () => {
    const [register] = electionsRegisters;
    const exported = await world.lisi.db.read((tx) =>
      register!.batch(tx, { election: null }, world.clock.now(), null, 100),
    );
    const telling = { locale: "sq", origin: "https://lisi.example" } as const;
    const table = exported.map((row) => register!.columns.map(({ value }) => value(row, telling) ?? ""));
    const csv = stringify([register!.columns.map(({ name }) => name), ...table], { bom: true });
    const taken = csv.replaceAll("ura-e-lisi", "ura-e-krasta");
    expect((await bring(Buffer.from(taken), { publish: true }, world.krasta)).problems).toEqual([]);
    expect(await world.krasta.json("/api/v1/elections")).toEqual(await world.lisi.json("/api/v1/elections"));
  });
});

describe("The register of elections", () => {
  const [register] = electionsRegisters;
  const all = (council: TestCouncil, election: string | null, size: number) =>
    council.db.read(async (tx) => {
      const found = [];
      for (let after = null; ; ) {
        const batch = await register!.batch(tx, { election }, world.clock.now(), after, size);
        found.push(...batch);
        if (batch.length < size) return found;
        after = batch.at(-1);
      }
    });

  it("has each list once, whatever the size of its batches, the newest election first", async () => {
    const whole = await all(world.lisi, null, 100);
    expect(whole.map(({ held_on, short_name }) => [held_on, short_name])).toEqual([
      ["2023-05-14", "PU"],
      ["2023-05-14", "PÇ"],
      ["2019-06-30", "PU"],
    ]);
    expect(await all(world.lisi, null, 1)).toEqual(whole);
    expect(await world.lisi.db.read((tx) => register!.total(tx, { election: null }, world.clock.now()))).toBe(3);
  });

  it("can be asked for one election alone", async () => {
    const filters = register!.filters(new URLSearchParams("election=zgjedhjet-vendore-2019"));
    expect(await all(world.lisi, filters.election, 10)).toHaveLength(1);
    expect(() => register!.filters(new URLSearchParams("year=2019"))).toThrow("http.unknown_filter");
  });

  it("has shares of all lists together where the ballots are not known", async () => {
    const [row] = await all(world.lisi, "zgjedhjet-vendore-2019", 10);
    const share = register!.columns.find(({ name }) => name === "share")!;
    expect(share.value(row, { locale: "en", origin: "" })).toBe(100);
  });
});

describe("The command", () => {
  const dryRun = "Rows read: 1. Made: elections: 1, lists: 1. Nothing has been written: this was a dry run.";
  const lettersOf = (row: string) => `Read as utf-8. To check its letters, row 2: ${row}`;
  async function command(...args: string[]) {
    const script = join(import.meta.dirname, "../../cli/import.ts");
    const env = { ...environment, DATABASE_URL: world.database.appUrl, DATA_DIR: folder };
    const run = promisify(execFile)(process.execPath, [script, ...args], { env, cwd: folder });
    const { stdout, stderr, code } = await run.then(
      (done) => ({ ...done, code: 0 }),
      (failure) => failure as { stdout: string; stderr: string; code: number },
    );
    return { said: stdout.trim(), complaint: stderr.trim(), code };
  }

  it("tells in sentences what came, and what is wrong in which line", async () => {
    await writeFile(join(folder, "good.csv"), file([rows[0]!.replace("2023", "2015").replace("4400;8", "4400;15")]));
    await writeFile(join(folder, "bad.csv"), file([rows[0]!.replace("4400", "many")]));
    expect(await command("lisi", "elections", "good.csv", "--dry-run")).toEqual({
      said: `${lettersOf(rows[0]!.replace("2023", "2015").replace("4400;8", "4400;15"))}\n${dryRun}`,
      complaint: "",
      code: 0,
    });
    expect(await elections(world.lisi)).toHaveLength(2);
    expect((await command("lisi", "elections", "good.csv")).said).toMatch(
      /\nRows read: 1\. Made: elections: 1, lists: 1\. To take it back: npm run import -- undo/,
    );
    expect(await elections(world.lisi)).toHaveLength(3);
    expect(await command("lisi", "elections", "bad.csv")).toEqual({
      said: "",
      complaint:
        "row 2, Vota / Votes: This is a whole number.\nRows read: 1. Found wrong: 1. Nothing has been written.",
      code: 1,
    });
    const refusals = await Promise.all([
      command("askund", "elections", "good.csv"),
      command("lisi", "weather", "good.csv"),
      command("lisi", "elections", "askund.csv"),
    ]);
    expect(refusals.map(({ complaint }) => complaint)).toEqual([
      expect.stringContaining("There is no council askund"),
      expect.stringContaining("npm run import -- <slug>"),
      expect.stringContaining("cannot be read (ENOENT)"),
    ]);
  }, 60_000);

  it.each(["sq", "en"])(
    "writes a sample that it can read itself, in CSV and as a workbook (%s)",
    async (lang) => {
      for (const name of ["sample.csv", "sample.xlsx"]) {
        expect(await command("sample", "elections", name, "--lang", lang)).toEqual({
          said: `${name} has been written.`,
          complaint: "",
          code: 0,
        });
        expect(await command("krasta", "elections", name, "--dry-run", "--replace")).toEqual({
          said: expect.stringMatching(name.endsWith(".csv") ? `^Read as utf-8.*\\n${dryRun}$` : `^${dryRun}$`),
          complaint: "",
          code: 0,
        });
      }
      expect((await command("sample", "elections", "sample.pdf")).complaint).toContain("npm run import -- sample");
    },
    60_000,
  );
});
