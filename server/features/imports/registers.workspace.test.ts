import { parse } from "csv-parse/sync";
import { stringify } from "csv-stringify/sync";
import { sql } from "kysely";
import { readSheet } from "read-excel-file/node";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import writeExcelFile from "write-excel-file/node";
import { zipOf } from "../../../tests/samples/files.ts";
import { signedIn, type Visitor } from "../../../tests/support/accounts.ts";
import { chamberOf } from "../../../tests/support/chamber.ts";
import { pdfOf } from "../../../tests/support/content.ts";
import { formsOn } from "../../../tests/support/forms-on.ts";
import { hasCalc, savedByLibreOffice } from "../../../tests/support/libreoffice.ts";
import { createWorld, type TestCouncil, type TestWorld } from "../../../tests/support/world.ts";
import { imports } from "../../import/imports.ts";
import type { Locale } from "../../locale.shared.ts";
import { fillPath } from "../../workspace/home.shared.ts";
import { editingPaths } from "../editing/editing.paths.shared.ts";
import { deskPaths } from "../meetings/desk/desk-paths.shared.ts";
import { importsPaths as paths } from "./imports.paths.shared.ts";

let world: TestWorld;
let secretary: Visitor;
let editor: Visitor;
let neighbour: Visitor;
beforeAll(async () => {
  world = await createWorld();
  for (const council of [world.lisi, world.krasta]) {
    const chamber = chamberOf(world, council);
    await chamber.body("council", "Këshilli Bashkiak");
    await chamber.term("2023-09-15", "2027-09-14", 31);
  }
  secretary = await signedIn(world, world.lisi, ["secretary"]);
  editor = await signedIn(world, world.lisi, ["editor"]);
  neighbour = await signedIn(world, world.krasta, ["secretary"]);
});
afterAll(() => world.end());

type Ending = "csv" | "xlsx";
type InBoth = Record<Locale, string>;
/** By the column's name; whatever is not said is as in the sample. */
type Row = Record<string, string>;

interface Register {
  kind: "members" | "meetings" | "elections";
  /** The page of the workspace that lists it, and what of the sample stands there. */
  list: InBoth;
  shows: string;
  made: InBoth;
  /** A row that may stand beside the sample's own. */
  further: Row;
  /** A row that is wrong, how the column is called, and what is said. */
  wrong: Row;
  column: InBoth;
  said: InBoth;
  /** What is said of the sample once it is there already. */
  twice: InBoth;
}
const registers: Register[] = [
  {
    kind: "members",
    list: editingPaths("person").list,
    shows: "Mira Gjoka",
    made: { sq: "Do të vinin: Anëtarë 1", en: "Would come: Members 1" },
    further: { seat: "2", name: "Besa Leka", role: "", email: "" },
    wrong: { term: "1991-1995", seat: "2", name: "Besa Leka", role: "" },
    column: { sq: "Mandati", en: "Term" },
    said: { sq: "Nuk ka një mandat të tillë.", en: "There is no such term." },
    twice: {
      sq: "Në këto ditë ky person e ka tashmë këtë rol në këtë organ.",
      en: "This person has this role in the body already on these days.",
    },
  },
  {
    kind: "meetings",
    list: deskPaths.list,
    shows: "14.03.2019",
    made: { sq: "Do të vinin: Mbledhje 1", en: "Would come: Meetings 1" },
    further: { day: "21.03.2019", minutes_file: "" },
    wrong: { day: "21.03.2019", time: "mbrëmje", minutes_file: "" },
    column: { sq: "Ora", en: "Time" },
    said: { sq: "Ora shkruhet si 17:00.", en: "The hour is written as 17:00." },
    twice: { sq: "Ky organ ka tashmë një mbledhje në atë orë.", en: "This body already meets at that hour." },
  },
  {
    kind: "elections",
    list: editingPaths("election").list,
    shows: "2023",
    made: { sq: "Do të vinin: Zgjedhje 1", en: "Would come: Elections 1" },
    further: { held_on: "21.06.2015" },
    wrong: { held_on: "21.06.2015", seats: "30" },
    column: { sq: "Vende në Këshill", en: "Seats in the Council" },
    said: {
      sq: "Vendet e listave së bashku nuk japin vendet e Këshillit.",
      en: "The seats of the lists together are not the seats of the Council.",
    },
    twice: {
      sq: "Zgjedhjet e këtij lloji në këtë datë janë regjistruar tashmë.",
      en: "An election of this kind on this day is there already.",
    },
  },
];
const ways = registers.flatMap((register) =>
  (["sq", "en"] as const).flatMap((locale) =>
    (["csv", "xlsx"] as const).map((ending) => ({ ...register, register, locale, ending })),
  ),
);

const textOf = (html: string) =>
  html
    .replace(/^[\s\S]*<main|<!--.*?-->/g, "")
    .replace(/^[^>]*>|<\/main>[\s\S]*$|<[^>]*>/g, " ")
    .replace(/\s+/g, " ")
    .trim();
const pageAt = async (visitor: Visitor, path: string) => textOf(await (await visitor.get(path)).text());

/** What the page itself offers to be filled in. */
async function sampleOf({ kind }: Register, locale: Locale, ending: Ending, visitor = secretary): Promise<Buffer> {
  const page = await (await visitor.get(paths.all[locale])).text();
  const [, address] = new RegExp(`href="([^"]+/${kind}\\.${ending})"`).exec(page)!;
  const answer = await visitor.get(address!);
  expect(answer.status).toBe(200);
  return Buffer.from(await answer.arrayBuffer());
}

/** The sample with these rows below its header, as somebody fills it in and saves it. */
async function filled(sample: Buffer, { kind }: Register, ending: Ending, rows: readonly Row[]): Promise<Buffer> {
  const table = ending === "csv" ? parse(sample, { delimiter: ";", bom: true }) : await readSheet(sample);
  const [head, example] = table as [string[], (string | number | Date | null)[]];
  const lines = rows.map((row) =>
    imports[kind].columns.map(({ name }, at) => (name in row ? row[name] || null : example[at]!)),
  );
  if (ending === "csv") return Buffer.from(stringify([head, ...lines], { delimiter: ";", bom: true }));
  const typed = (value: string | number | Date | null) => {
    if (value instanceof Date) return { value, type: Date, format: "dd.mm.yyyy" };
    return typeof value === "number" ? { value, type: Number } : value && { value, type: String };
  };
  return writeExcelFile([head, ...lines].map((row) => row.map(typed))).toBuffer();
}

/** The paper that the sample of a meeting names. */
const papers = async () => zipOf([{ name: "2019/procesverbali-2019-03-14.pdf", data: await pdfOf("Procesverbal") }]);

interface Sent {
  locale?: Locale;
  visitor?: Visitor;
  options?: string[];
  withPapers?: boolean;
}

/** Sends the page's form as a browser does; the address of what was looked through. */
async function send({ kind }: Register, ending: Ending, table: Buffer, sent: Sent = {}): Promise<string> {
  const { locale = "sq", visitor = secretary, options = [], withPapers = kind === "meetings" } = sent;
  const form = new FormData();
  form.set("kind", kind);
  form.set("table", new File([table as never], `${kind}.${ending}`));
  form.set("archive", withPapers ? new File([(await papers()) as never], "skedaret.zip") : new File([], ""));
  for (const option of options) form.append("options", option);
  const answer = await world.ask(visitor.council.host, paths.all[locale], {
    method: "POST",
    body: form,
    headers: { accept: "text/html", cookie: visitor.cookie!, "sec-fetch-site": "same-origin" },
  });
  expect(answer.status).toBe(303);
  return answer.headers.get("location")!;
}

/** Presses the button of a form of the page, if it is there. */
async function press(visitor: Visitor, path: string, name: string): Promise<Response | null> {
  const form = formsOn(await (await visitor.get(path)).text()).find(({ id }) => id === name);
  return form ? visitor.post(form.action, Object.fromEntries(form.entries)) : null;
}
const there = (answer: Response | null) => answer!.headers.get("location")!;
const taken = (address: string) => address.split("?")[0]!;

/** What tells of deeds, what waits to be told, and files, which are kept for thirty days after the last need of them. */
const records = [
  ...["audit_log", "imports", "import_traces", "import_checks"],
  ...["content_versions", "outbox", "search_changes", "files", "file_checks"],
];
/** How much stands in each register of a council. */
const kept = (council: TestCouncil) =>
  council.db.read(async (tx) => {
    const { rows } = await sql<{ name: string }>`
      select table_name as name from information_schema.columns c
      join information_schema.tables t using (table_schema, table_name)
      where table_schema = 'public' and column_name = 'tenant_id' and t.table_type = 'BASE TABLE'
        and table_name <> all (${records}) order by 1`.execute(tx);
    const counts: Record<string, number> = {};
    for (const { name } of rows) {
      const { rows } = await sql<{ count: string }>`select count(*) from ${sql.table(name)}`.execute(tx);
      if (Number(rows[0]!.count) > 0) counts[name] = Number(rows[0]!.count);
    }
    return counts;
  });

describe("The sample that the page offers", () => {
  it.each(ways)(
    "is sent back unchanged, looked through, brought in and taken back: $kind ($locale, $ending)",
    async ({ register, locale, ending, list, shows, made }) => {
      const before = await kept(world.lisi);
      const checked = await send(register, ending, await sampleOf(register, locale, ending), { locale });
      expect(checked.startsWith(paths.all[locale])).toBe(true);
      const report = await pageAt(secretary, checked);
      const good = { sq: "Gjithçka mund të sillet.", en: "Everything can come in." };
      for (const said of [good[locale], made[locale]]) expect(report).toContain(said);
      expect(await kept(world.lisi)).toEqual(before);
      expect(await pageAt(secretary, list[locale])).not.toContain(shows);

      const brought = there(await press(secretary, checked, "confirm"));
      expect(brought).toMatch(/done=brought$/);
      const done = { sq: "Tabela u soll.", en: "The table has been brought in." };
      expect(await pageAt(secretary, brought)).toContain(done[locale]);
      expect(await pageAt(secretary, list[locale])).toContain(shows);
      expect(await kept(world.lisi)).not.toEqual(before);

      const undone = there(await press(secretary, taken(brought), "take-back"));
      const nothing = { sq: "Nuk mbeti asgjë.", en: "Nothing was left." };
      expect(await pageAt(secretary, undone)).toContain(nothing[locale]);
      expect(await pageAt(secretary, list[locale])).not.toContain(shows);
      expect(await kept(world.lisi)).toEqual(before);
    },
  );

  it("of a meeting names a paper, and the report says that it did not come with it", async () => {
    const [, meetings] = registers as [Register, Register];
    const table = await sampleOf(meetings, "en", "xlsx");
    const report = await pageAt(secretary, await send(meetings, "xlsx", table, { locale: "en", withPapers: false }));
    expect(report).toMatch(/The table names files .*none came with it/);
  });

  if (!hasCalc) process.stderr.write("SKIPPED: samples saved by LibreOffice; it needs LibreOffice Calc\n");
  it.skipIf(!hasCalc)(
    "may be opened and saved by LibreOffice, as a workbook and as CSV",
    { timeout: 120_000 },
    async () => {
      const samples: Record<string, Buffer> = {};
      for (const register of registers) samples[`${register.kind}.xlsx`] = await sampleOf(register, "sq", "xlsx");
      for (const [ending, as] of [
        ["xlsx", "xlsx:Calc MS Excel 2007 XML"],
        // Semicolons, quotation marks, UTF-8.
        ["csv", "csv:Text - txt - csv (StarCalc):59,34,76"],
      ] as const) {
        const saved = await savedByLibreOffice(samples, as);
        for (const register of registers) {
          const name = `${register.kind}.${ending}`;
          const report = await pageAt(secretary, await send(register, ending, saved[name]!));
          expect(report, name).toContain("Gjithçka mund të sillet.");
        }
      }
    },
  );
});

describe("A sample that was filled in", () => {
  it.each(ways)(
    "with a row that is wrong names the row and its column, and nothing comes in: $kind ($locale, $ending)",
    async ({ register, locale, ending, wrong, column, said }) => {
      const before = await kept(world.lisi);
      const table = await filled(await sampleOf(register, locale, ending), register, ending, [{}, wrong]);
      const checked = await send(register, ending, table, { locale });
      const report = await pageAt(secretary, checked);
      const one = { sq: "Ka një gabim", en: "One thing is wrong" };
      const row = { sq: "rreshti", en: "row" };
      const inSummary = `${row[locale]} 3, ${column[locale]}: ${said[locale]}`;
      for (const told of [one[locale], inSummary, `3 ${column[locale]} ${said[locale]}`])
        expect(report).toContain(told);
      expect(await press(secretary, checked, "confirm")).toBeNull();
      expect((await secretary.post(checked)).status).toBe(409);
      expect(await kept(world.lisi)).toEqual(before);
      expect(there(await press(secretary, checked, "discard"))).toMatch(/done=discarded$/);
    },
  );

  it.each(ways)(
    "of which one row came in by another way meanwhile brings nothing at all: $kind ($locale, $ending)",
    async ({ register, locale, ending, further, twice }) => {
      const sample = await sampleOf(register, locale, ending);
      const table = await filled(sample, register, ending, [further, {}]);
      const checked = await send(register, ending, table, { locale });
      const first = await send(register, ending, sample, { locale, visitor: editor });
      const brought = taken(there(await press(editor, first, "confirm")));
      const before = await kept(world.lisi);

      const refused = (await press(secretary, checked, "confirm"))!;
      const report = textOf(await refused.text());
      expect([refused.status, report.includes(twice[locale])]).toEqual([409, true]);
      expect(report).toMatch(locale === "sq" ? /rreshti 3[:,] / : /row 3[:,] /);
      expect(await kept(world.lisi)).toEqual(before);
      // Once that is taken back, the table that waits comes in whole.
      await press(editor, brought, "take-back");
      const whole = taken(there(await press(secretary, checked, "confirm")));
      expect(await pageAt(secretary, whole)).toContain(locale === "sq" ? "Rreshta të lexuar 2" : "Rows read 2");
      await press(secretary, whole, "take-back");
    },
  );
});

describe("What comes for the public at once", () => {
  it.each(registers)("is read there, and no more once it is taken back: $kind", async (register) => {
    const table = await sampleOf(register, "sq", "xlsx");
    const checked = await send(register, "xlsx", table, { options: ["publish"] });
    expect(await pageAt(secretary, checked)).toContain("Publiku e sheh menjëherë.");
    const brought = taken(there(await press(secretary, checked, "confirm")));
    const read = async () => {
      await world.catchUp();
      const { path, says } = publicPlace[register.kind];
      const answer = await world.lisi.get(path, { accept: "text/html" });
      return answer.status === 200 && textOf(await answer.text()).includes(says);
    };
    await expect.poll(read).toBe(true);
    await press(secretary, brought, "take-back");
    await expect.poll(read).toBe(false);
  });
});
/** Where the public reads the sample. */
const publicPlace = {
  members: { path: "/anetaret/mira-gjoka", says: "Mira Gjoka" },
  meetings: { path: "/mbledhjet/2019-03-14-keshilli-bashkiak", says: "Për tarifën e pastrimit" },
  elections: { path: "/zgjedhjet/zgjedhjet-vendore-2023", says: "Lista për Qytetin" },
};

describe("The neighbour", () => {
  it.each(registers)("neither sees nor brings in, throws away or takes back: $kind", async (register) => {
    const sample = await sampleOf(register, "sq", "xlsx");
    const checked = await send(register, "xlsx", sample);
    const before = await kept(world.krasta);
    const id = checked.split("/").at(-1)!;
    for (const locale of ["sq", "en"] as const) {
      for (const path of [paths.check, paths.discard]) {
        const address = fillPath(path, { id })[locale];
        if (path === paths.check) expect((await neighbour.get(address)).status).toBe(404);
        expect((await neighbour.post(address)).status, address).toBe(path === paths.check ? 404 : 303);
      }
      expect(await pageAt(neighbour, paths.all[locale])).not.toContain(`${register.kind}.xlsx`);
    }
    // What the neighbour threw away is none of ours.
    const brought = taken(there(await press(secretary, checked, "confirm")));
    for (const locale of ["sq", "en"] as const) {
      expect((await neighbour.get(fillPath(paths.one, { id })[locale])).status).toBe(404);
      expect((await neighbour.post(fillPath(paths.undo, { id })[locale])).status).toBe(404);
    }
    expect(await kept(world.krasta)).toEqual(before);
    expect((await press(secretary, brought, "take-back"))!.status).toBe(303);
  });
});
