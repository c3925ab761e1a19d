import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { stringify } from "csv-stringify/sync";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { zipOf } from "../../../tests/samples/files.ts";
import { addCouncilBody, enact } from "../../../tests/support/acts.ts";
import { doing, intakeFor, pdfOf, scannerFinding } from "../../../tests/support/content.ts";
import { createWorld, type TestCouncil, type TestWorld } from "../../../tests/support/world.ts";
import { type FileSource, openArchive, openFolder } from "../../import/file-source.ts";
import type { ImportOptions } from "../../import/import.ts";
import { bringIn } from "../imports/imports.service.ts";
import type { Act, ActList } from "./acts.schema.ts";

let world: TestWorld;
let folder: string;
let signed: Buffer;
let redacted: Buffer;
beforeAll(async () => {
  world = await createWorld();
  for (const council of [world.lisi, world.krasta]) await addCouncilBody(council);
  await enact(world, world.krasta, { title: { sq: "Akti i fqinjit" }, adoptedOn: "2015-02-10" });
  folder = await mkdtemp(join(tmpdir(), "e-keshilli-acts-"));
  signed = await pdfOf("Teksti i nënshkruar");
  redacted = await pdfOf("Teksti pa emra");
});
afterAll(async () => {
  await world.end();
  await rm(folder, { recursive: true });
});

/** A table as a secretary keeps it, in Albanian; `row` is what differs from an ordinary decision. */
const ordinary = { Lloji: "Vendim", Data: "12.02.2015", Titulli: "Për tarifat" };
const tableOf = (...rows: Record<string, string>[]) => {
  const headers = [...new Set([...Object.keys(ordinary), "Numri", ...rows.flatMap((row) => Object.keys(row))])];
  const cells = rows.map((row) => headers.map((header) => ({ ...ordinary, ...row })[header as "Lloji"] ?? ""));
  return Buffer.from(stringify([headers, ...cells], { delimiter: ";", bom: true }));
};
const bring = (bytes: Buffer, options: ImportOptions = {}, council: TestCouncil = world.lisi) =>
  bringIn(council.db, doing(world), "acts", { name: "aktet.csv", bytes }, options);
const withFiles = async (source: FileSource, council: TestCouncil = world.lisi): Promise<ImportOptions> => ({
  files: { source, intake: intakeFor(world, council) },
});
const archiveOf = async (files: Record<string, Buffer | string>) => {
  const path = join(folder, `${Object.keys(files).length}.zip`);
  await writeFile(path, await zipOf(Object.entries(files).map(([name, data]) => ({ name, data }))));
  return openArchive(path);
};
const register = async (council = world.lisi, query = "") => {
  await world.catchUp();
  return council.json<ActList>(`/api/v1/acts${query}`);
};
const act = async (slug: string, council = world.lisi) => {
  await world.catchUp();
  return council.json<Act>(`/api/v1/acts/${slug}`);
};
const stored = (council: TestCouncil) =>
  council.db.read((tx) => tx.selectFrom("acts").select(["slug", "state"]).orderBy("slug").execute());
const nothingIn = async (council: TestCouncil) => {
  const counts = await council.db.read(async (tx) => [
    await tx.selectFrom("acts").select("id").execute(),
    await tx.selectFrom("imports").select("id").execute(),
    await tx.selectFrom("files").select("sha256").execute(),
    await tx.selectFrom("act_number_gaps").select("number").execute(),
  ]);
  return counts.every((rows) => rows.length === 0);
};

describe("A dry run", () => {
  it("tells what would come, which numbers are missing and which files nobody names, and keeps nothing", async () => {
    const source = await archiveOf({ "2015/vendim-1.pdf": signed, "tjetër.pdf": redacted, "__MACOSX/x.pdf": "x" });
    const report = await bring(tableOf({ Numri: "1", Skedari: "vendim-1.pdf" }, { Numri: "4" }), {
      ...(await withFiles(source)),
      dryRun: true,
      publish: true,
    });
    expect(report).toEqual({
      ...{
        id: null,
        rows: 2,
        made: { acts: 2 },
        problems: [],
        reading: expect.objectContaining({ encoding: "utf-8" }),
      },
      notes: [
        { line: 1, column: null, code: "import.files_left_over", params: { number: 1, names: "“tjetër.pdf”" } },
        { line: 3, column: "number", code: "acts.import_gap", params: { from: "2", to: "3", series: "2015" } },
      ],
    });
    expect(await nothingIn(world.lisi)).toBe(true);
    const kept: string[] = [];
    for await (const key of world.services.storage.list(`tenants/${world.lisi.id}/`)) kept.push(key);
    expect(kept).toEqual([]);
  });
});

describe("The files of a table", () => {
  const personal = () => pdfOf("Ndihmë ekonomike për shtetasin Arben Hoxha, me numër personal I05101999A.");

  it("are looked into like every other paper: what tells of persons is said by row, and kept with the file", async () => {
    const source = await archiveOf({ "a.pdf": await personal() });
    const table = tableOf({ Numri: "2", Skedari: "a.pdf" });
    const dry = await bring(table, { ...(await withFiles(source)), dryRun: true }, world.krasta);
    const said = { line: 2, column: "file", code: "import.file_names_persons", params: { name: "a.pdf", found: 2 } };
    expect(dry.notes).toEqual([said]);
    expect((await bring(table, await withFiles(source, world.krasta), world.krasta)).notes).toEqual([said]);
    const checks = (of: TestCouncil) =>
      of.db.read((tx) => tx.selectFrom("file_checks").select(["virus", "text"]).execute());
    expect(await checks(world.krasta)).toMatchObject([{ virus: "not_configured", text: { state: "text", found: 2 } }]);
    expect(await checks(world.lisi)).toEqual([]);
  });

  it("come in with no virus: its row says which, and nothing of the table is kept", async () => {
    const source = await archiveOf({ "b.pdf": signed, "c.pdf": await pdfOf("x") });
    const intake = intakeFor(world, world.lisi, scannerFinding(signed));
    const report = await bring(tableOf({ Numri: "1", Skedari: "b.pdf" }), { files: { source, intake }, dryRun: false });
    expect(report.problems).toMatchObject([{ line: 2, column: "file", code: "files.virus_found" }]);
    expect(await stored(world.lisi)).toEqual([]);
  });
});

describe("Nothing is kept of a table", () => {
  it.each<[string, Record<string, string>[], object[]]>([
    [
      "with a number twice",
      [{ Numri: "1" }, { Numri: "2" }, { Numri: "1" }],
      [{ line: 4, column: "number", code: "acts.import_twice", params: { number: "1", series: "2015", line: 2 } }],
    ],
    [
      "with a day in the future",
      [{ Numri: "1", Data: "12.02.2027" }],
      [{ line: 2, column: "adopted_on", code: "acts.not_yet" }],
    ],
    [
      "whose days are not in order",
      [{ Numri: "1", Shpallur: "11.02.2015" }],
      [{ line: 2, column: "announced_on", code: "acts.before_adoption" }],
    ],
    [
      "with a deposit of which the number is missing",
      [{ Numri: "1", Shpallur: "13.02.2015", "Depozituar te prefekti": "14.02.2015" }],
      [{ line: 2, column: "deposit_number", code: "text.required" }],
    ],
    [
      "with an answer before the deposit",
      [
        {
          Numri: "1",
          Shpallur: "13.02.2015",
          "Përgjigjja e prefektit": "nuk kundërshtoi",
          "Data e përgjigjes": "14.02.2015",
        },
      ],
      [{ line: 2, column: null, code: "acts.step_answer" }],
    ],
    [
      "of a body that there is not",
      [{ Numri: "1", Organi: "Senati" }],
      [{ line: 2, column: "body", code: "acts.import_body_unknown" }],
    ],
    [
      "with a type that there is not",
      [{ Numri: "1", Lloji: "Ukaz" }],
      [{ line: 2, column: "type", code: "import.unknown_value" }],
    ],
    [
      "that names files where none came",
      [{ Numri: "1", Skedari: "a.pdf; b.pdf" }],
      [{ line: 2, column: "file", code: "import.files_not_given", params: { asked: 2 } }],
    ],
    [
      "whose gap is too wide to be true",
      [{ Numri: "1" }, { Numri: "1200" }],
      [{ line: 3, column: null, code: "acts.gap_too_wide", params: { maximum: 500 } }],
    ],
    [
      "that repeals what came later",
      [
        { Numri: "1", Shfuqizon: "Vendim 1/2016" },
        { Numri: "1", Data: "10.01.2016" },
      ],
      [{ line: 2, column: "repeals", code: "acts.target_is_newer" }],
    ],
    [
      "of which every second row is wrong",
      [{ Numri: "1" }, { Numri: "2", Data: "31.02.2015" }, { Numri: "3" }, { Numri: "katër" }],
      [
        { line: 3, column: "adopted_on", code: "date.impossible" },
        { line: 5, column: "number", code: "number.not_whole" },
      ],
    ],
  ])("%s", async (_, rows, problems) => {
    expect(await bring(tableOf(...rows), { publish: true })).toMatchObject({ id: null, made: {}, problems });
    expect(await nothingIn(world.lisi)).toBe(true);
  });

  it("with files that are missing, are not what they say, or are found in two folders", async () => {
    const source = await archiveOf({
      "a/vendimi.pdf": signed,
      "b/vendimi.pdf": redacted,
      "rrem.pdf": "<html><script>alert(1)</script></html>",
      "mire.pdf": signed,
    });
    const rows = ["vendimi.pdf", "rrem.pdf", "askund.pdf", "mire.pdf"].map((name, at) => ({
      Numri: String(at + 1),
      Skedari: name,
    }));
    const { problems } = await bring(tableOf(...rows), await withFiles(source));
    expect(problems.map(({ line, column, code }) => [line, column, code])).toEqual([
      [2, "file", "import.file_ambiguous"],
      [3, "file", "files.type_mismatch"],
      [4, "file", "import.file_missing"],
    ]);
    expect(await nothingIn(world.lisi)).toBe(true);
  });
});

describe("Acts of past years", () => {
  it("come as drafts that nobody sees, and a second time their numbers are refused", async () => {
    const table = tableOf({ Numri: "1", Data: "03.03.2011" }, { Numri: "2", Data: "04.04.2011" });
    expect(await bring(table)).toMatchObject({ rows: 2, made: { acts: 2 }, problems: [], id: expect.any(String) });
    expect(await stored(world.lisi)).toEqual([
      { slug: "vendim-1-2011", state: "draft" },
      { slug: "vendim-2-2011", state: "draft" },
    ]);
    expect((await register()).total).toBe(0);
    expect((await world.lisi.get("/aktet/vendim-1-2011")).status).toBe(404);
    expect((await bring(table)).problems).toEqual([
      { line: 2, column: null, code: "acts.number_taken", params: { number: "1", series: "2011" } },
      { line: 3, column: null, code: "acts.number_taken", params: { number: "2", series: "2011" } },
    ]);
  });

  it("come with their papers, review and relations, in whatever order the rows stand", async () => {
    await mkdir(join(folder, "skedaret/2015"), { recursive: true });
    await writeFile(join(folder, "skedaret/2015/vendim-1.pdf"), signed);
    await writeFile(join(folder, "skedaret/Shtojca ë.pdf".normalize("NFD")), redacted);
    const table = tableOf(
      {
        ...{
          Numri: "2",
          Data: "20.03.2015",
          "Titulli (anglisht)": "On the fees again",
          Fusha: "Taksat dhe tarifat vendore",
        },
        ...{ Propozuesi: "Kryetari i bashkisë", Shpallur: "25.03.2015", "Hyn në fuqi": "10.04.2015" },
        ...{ Shfuqizon: "Vendim nr. 1, datë 12.02.2015", Zbaton: "Ligji nr. 9632/2006; Vendim 77/2003" },
      },
      {
        ...{ Numri: "1", Shpallur: "13.02.2015", "Depozituar te prefekti": "16.02.2015" },
        ...{ "Numri i protokollit te prefekti": "33/1", "Përgjigjja e prefektit": "nuk kundërshtoi" },
        ...{ "Data e përgjigjes": "20.02.2015", Skedari: "2015/vendim-1.pdf", Shtojcat: "Shtojca ë.pdf" },
      },
    );
    const source = await openFolder(join(folder, "skedaret"));
    const report = await bring(table, { ...(await withFiles(source)), publish: true });
    expect(report).toMatchObject({ rows: 2, made: { acts: 2 }, problems: [] });
    expect(report.notes).toEqual([
      { line: 2, column: "implements", code: "acts.import_not_in_register", params: { text: "Vendim 77/2003" } },
    ]);

    const first = await act("vendim-1-2015");
    expect(first).toMatchObject({
      ...{ adoptedOn: "2015-02-12", announcedOn: "2015-02-13", repealedOn: "2015-04-10", force: "repealed" },
      prefectState: "no_objection",
    });
    expect(first.prefect.steps).toMatchObject([
      { step: "deposited", day: "2015-02-16", protocolNumber: "33/1" },
      { step: "no_objection", day: "2015-02-20" },
    ]);
    expect(first.documents.map(({ role, title }) => [role, title.sq])).toEqual([
      ["signed", "Vendim nr. 1/2015"],
      ["annex", "Shtojca 1 – Vendim nr. 1/2015"],
    ]);
    const paper = await world.lisi.get(first.documents[0]!.url);
    expect([paper.status, Buffer.from(await paper.arrayBuffer()).equals(signed)]).toEqual([200, true]);
    const second = await act("vendim-2-2015");
    const told = second.relations.to.map(({ kind, act: other, text }) => `${kind} ${other?.number ?? text?.sq}`);
    expect(told.toSorted()).toEqual(["implements Ligji nr. 9632/2006", "implements Vendim 77/2003", "repeals 1"]);
    expect((await world.lisi.get("/en/acts/vendim-2-2015")).status).toBe(200);
  });

  it("are said to be in force, and nothing is said to be late, where the older register says nothing of it", async () => {
    expect((await bring(tableOf({ Numri: "1", Data: "07.06.2019" }), { publish: true })).problems).toEqual([]);
    const old = await act("vendim-1-2019");
    expect(old).toMatchObject({ force: "in_force", inForceOn: null, prefectState: "not_recorded", announcement: null });
    const clocks = () =>
      world.lisi.db.read((tx) =>
        tx
          .selectFrom("deadlines as d")
          .innerJoin("acts as a", "a.id", "d.subject_id")
          .where("a.slug", "in", ["vendim-1-2019", "vendim-1-2026"])
          .select(["a.slug", "d.rule"])
          .execute(),
      );
    expect(await clocks()).toEqual([]);
    for (const [path, sentence] of [
      ["/aktet/vendim-1-2019", "regjistri i mëparshëm nuk thotë që kur"],
      ["/en/acts/vendim-1-2019", "the older register does not say since when"],
    ] as const)
      expect(await (await world.lisi.get(path)).text()).toContain(sentence);
    // An act of last week is no past one: its announcement is awaited.
    await bring(tableOf({ Numri: "1", Data: "27.02.2026" }), { publish: true });
    expect(await act("vendim-1-2026")).toMatchObject({ force: "upcoming", prefectState: "to_deposit" });
    expect(await clocks()).toEqual([{ slug: "vendim-1-2026", rule: "L17" }]);
  });

  it("leave no gap that the register does not explain", async () => {
    const table = tableOf(
      { Numri: "3", Data: "01.02.2020" },
      { Numri: "5", Data: "01.03.2020", "Pse mungojnë numrat para tij": "Numri u anulua." },
    );
    expect((await bring(table, { publish: true })).problems).toEqual([]);
    const { gaps } = await register(world.lisi, "?year=2020");
    expect(gaps.map(({ from, to, reason }) => [from, to, reason?.sq])).toEqual([
      [1, 2, "Numri nuk gjendet në regjistrin e mëparshëm, nga i cili u sollën aktet."],
      [4, 4, "Numri u anulua."],
    ]);
    // What was missing is found: the number is no gap any more.
    expect((await bring(tableOf({ Numri: "2", Data: "15.01.2020" }), { publish: true })).problems).toEqual([]);
    expect((await register(world.lisi, "?year=2020")).gaps[0]).toMatchObject({ from: 1, to: 1 });
  });

  it("that name persons show their redacted paper alone, and without one none", async () => {
    const source = await archiveOf({
      "plot.pdf": signed,
      "anonim.pdf": redacted,
      "a.pdf": signed,
      "b.pdf": signed,
      "c.pdf": signed,
    });
    const persons = { Data: "10.10.2021", Natyra: "individual", "Përmend persona": "po" };
    const table = tableOf(
      { ...persons, Numri: "1", Skedari: "plot.pdf", "Skedari i anonimizuar": "anonim.pdf" },
      { ...persons, Numri: "2", Skedari: "a.pdf" },
    );
    const report = await bring(table, { ...(await withFiles(source)), publish: true });
    expect(report.problems).toEqual([]);
    expect(report.notes.map(({ line, code }) => [line, code])).toContainEqual([3, "acts.import_unredacted"]);
    const [document] = (await act("vendim-1-2021")).documents;
    expect(Buffer.from(await (await world.lisi.get(document!.url)).arrayBuffer()).equals(redacted)).toBe(true);
    expect((await act("vendim-2-2021")).documents).toEqual([]);
  });

  it("are the council's own: the neighbour's act is no target, and its numbers are free here", async () => {
    const table = tableOf({
      Numri: "9",
      Data: "01.09.2015",
      Ndryshon: "Vendim 1/2015",
      "Pse mungojnë numrat para tij": "Ende pa u sjellë.",
    });
    await world.krasta.db.write((tx) => tx.deleteFrom("act_number_gaps").execute());
    const { problems } = await bring(table, { publish: true });
    expect(problems).toEqual([]);
    const { relations } = await act("vendim-9-2015");
    expect(relations.to[0]!.act).toMatchObject({ title: { sq: "Për tarifat" } });
    expect((await register(world.krasta)).items.map(({ title }) => title.sq)).toEqual(["Akti i fqinjit"]);
    expect((await world.krasta.get("/aktet/vendim-9-2015")).status).toBe(404);
  });

  it("can be read again from the register's own table", async () => {
    const csv = Buffer.from(await (await world.lisi.get("/aktet.csv?year=2015")).arrayBuffer());
    const report = await bring(csv, { replace: true, dryRun: true });
    expect([report.problems, report.made]).toEqual([[], { acts: 3 }]);
  });
});
