import { readFile, stat, writeFile } from "node:fs/promises";
import { basename, extname, join } from "node:path";
import { parseArgs } from "node:util";
import { systemClock } from "../clock.ts";
import { openPool } from "../db/pool.ts";
import { registryDb } from "../db/registry-db.ts";
import { tenantDb } from "../db/tenant-db.ts";
import type { Doing } from "../features/audit/audit.service.ts";
import { importNotFound } from "../features/imports/imports.errors.ts";
import { findImports } from "../features/imports/imports.queries.ts";
import { bringIn, undoImport } from "../features/imports/imports.service.ts";
import { findTenant } from "../features/tenants/tenants.queries.ts";
import type { Intake } from "../features/uploads/take-in.ts";
import { phrases } from "../http/phrases.ts";
import { headerOf } from "../import/column.ts";
import { type FileSource, openArchive, openFolder } from "../import/file-source.ts";
import type { AnyImport, ImportOptions, ImportReport, RowProblem } from "../import/import.ts";
import { type ImportName, imports, isImportName } from "../import/imports.ts";
import type { Reading } from "../import/read-text.ts";
import { sampleCsv, sampleWorkbook } from "../import/sample.ts";
import { sentenceOf } from "../import/sentence.ts";
import { dayIn } from "../local-time.ts";
import { type Locale, locales } from "../locale.shared.ts";
import { openStorage } from "../storage/open-storage.ts";
import { clamd } from "../storage/virus-scanner.ts";
import { CommandRefused, runCommand, say, withDatabase } from "./command.ts";
import { noSuchCouncil } from "./tenant/operator.ts";

const usage = `npm run import -- <slug> <what> <file> [--files <folder|archive.zip>] [--dry-run] [--publish] [--replace]
npm run import -- sample <what> <out.csv|out.xlsx> [--lang sq|en]
npm run import -- list <slug>
npm run import -- undo <slug> <id>

  what        ${Object.keys(imports).join(", ")}
  --files     where the files lie that the table names
  --dry-run   tells what would happen and what is wrong; nothing is kept
  --publish   the public sees it at once; otherwise it is all drafts
  --replace   changes what is there already; otherwise that is refused

The file is an Excel workbook (.xlsx) or CSV in UTF-8, UTF-16 or Windows-1252, with a header. A sample has the header, one row as it could be and, as
a workbook, a sheet that explains every column. An import that is taken back deletes what it made, or withdraws what the
public saw; what somebody changed since is left and named.`;

const mostTold = 50;
/** Bytes of one file. */
const mostOfAFile = 100 * 1024 ** 2;
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function importNamed(what: string | undefined): [ImportName, AnyImport] {
  if (!isImportName(what)) throw new CommandRefused(usage);
  return [what, imports[what]];
}

/** A sentence for each, with its row and column. */
function sentences(told: readonly RowProblem[], it: AnyImport): string[] {
  const header = (name: string) => {
    const column = it.columns.find((one) => one.name === name);
    return column ? headerOf(column) : name;
  };
  const lines = told.slice(0, mostTold).map((problem) => {
    const { line, column } = problem;
    const place = column ? `row ${line}, ${header(column)}` : `row ${line}`;
    return `${place}: ${sentenceOf(problem, it, "en")}`;
  });
  const more = told.length - lines.length;
  return [...lines, ...(more > 0 ? [`… and ${more} more`] : [])];
}

function complaint({ rows, problems }: ImportReport, it: AnyImport): string {
  const counted = `Rows read: ${rows}. Found wrong: ${problems.length}. Nothing has been written.`;
  return [...sentences(problems, it), counted].join("\n");
}

const lettersOf = ({ encoding, sample }: Reading) =>
  `Read as ${encoding}${sample ? `. To check its letters, row ${sample.line}: ${sample.text}` : ""}`;

async function contentOf(file: string): Promise<Buffer> {
  try {
    return await readFile(file);
  } catch (error) {
    throw new CommandRefused(`${file} cannot be read (${(error as NodeJS.ErrnoException).code}).`);
  }
}

async function writeSample(what: string | undefined, out: string | undefined, lang: string): Promise<void> {
  const [, it] = importNamed(what);
  const locale = locales.find((one) => one === lang) as Locale | undefined;
  const ending = extname(out ?? "").toLowerCase();
  if (!out || !locale || ![".csv", ".xlsx"].includes(ending)) throw new CommandRefused(usage);
  await writeFile(out, ending === ".csv" ? sampleCsv(it, locale) : await sampleWorkbook(it, locale));
  say(`${out} has been written.`);
}

interface Council {
  db: ReturnType<typeof tenantDb>;
  by: Doing;
  intake: Intake;
}

/** Does something in a council's name, beside the running server, which hears of it. */
const inCouncil = (slug: string, work: (council: Council) => Promise<void>) =>
  withDatabase({ migrate: true }, async ({ config, database }) => {
    const pool = openPool(database.appUrl, { max: 1, applicationName: "e-keshilli import" });
    try {
      const council = await findTenant(registryDb(pool), slug);
      if (!council) throw noSuchCouncil(slug);
      const storage = openStorage(config);
      const db = tenantDb(pool, council.id);
      await work({
        db,
        by: { actor: { kind: "system", name: "import" }, now: systemClock.now() },
        intake: {
          ...{ storage, db, tenantId: council.id, scanner: config.clamavUrl ? clamd(config.clamavUrl) : null },
          ...{ spoolDir: join(config.dataDir, "spool"), maximumBytes: mostOfAFile },
        },
      });
    } finally {
      await pool.end();
    }
  });

async function openFiles(path: string): Promise<FileSource> {
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
    throw new CommandRefused(`${path} cannot be read (${error.code}).`);
  });
  return found.isDirectory() ? openFolder(path) : openArchive(path);
}

interface Asked {
  what: string | undefined;
  file: string;
  files: string | undefined;
  options: ImportOptions;
}

async function bring({ db, by, intake }: Council, { what, file, files, options }: Asked): Promise<void> {
  const [kind, it] = importNamed(what);
  const bytes = await contentOf(file);
  const source = files === undefined ? undefined : await openFiles(files);
  try {
    const table = { name: basename(file), bytes };
    const given = source && { files: { source, intake } };
    const report = await bringIn(db, by, kind, table, { ...options, ...given });
    if (report.problems.length > 0) throw new CommandRefused(complaint(report, it));
    if (report.reading) say(lettersOf(report.reading));
    for (const line of sentences(report.notes, it)) say(line);
    const counted = Object.entries(report.made).map(([noun, count]) => `${noun}: ${count}`);
    const end = report.id
      ? ` To take it back: npm run import -- undo <slug> ${report.id}`
      : " Nothing has been written: this was a dry run.";
    say(`Rows read: ${report.rows}. Made: ${counted.join(", ")}.${end}`);
  } finally {
    await source?.close();
  }
}

async function list({ db }: Council): Promise<void> {
  const rows = await db.read((tx) => findImports(tx, 100));
  if (rows.length === 0) say("Nothing has been imported.");
  for (const { id, at, kind, file_name, rows: number, undone_at } of rows)
    say(`${id}  ${dayIn(at)}  ${kind}  ${number} rows  ${file_name}${undone_at ? "  taken back" : ""}`);
}

async function undo({ db, by }: Council, id: string): Promise<void> {
  if (!uuid.test(id)) throw importNotFound();
  const sentence = phrases("en", "errors");
  const { deleted, withdrawn, left } = await db.write((tx) => undoImport(tx, by, id));
  for (const { line, entity, id: one, because } of left.slice(0, mostTold))
    say(`row ${line}, ${entity} ${one}: left. ${sentence(because as "import.changed_since")}`);
  say(`Deleted: ${deleted}. Withdrawn: ${withdrawn}. Left: ${left.length}.`);
}

/** `npm run import -- valbardhe acts aktet.xlsx --files skedaret.zip --dry-run` */
runCommand(async (args) => {
  const { positionals, values } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      files: { type: "string" },
      "dry-run": { type: "boolean" },
      publish: { type: "boolean" },
      replace: { type: "boolean" },
      lang: { type: "string", default: "sq" },
      help: { type: "boolean", short: "h" },
    },
  });
  if (values.help) return say(usage);
  const [first, second, third, ...more] = positionals;
  if (!first || !second || more.length > 0) throw new CommandRefused(usage);
  if (first === "sample") return writeSample(second, third, values.lang);
  if (first === "list") return inCouncil(second, list);
  if (!third) throw new CommandRefused(usage);
  if (first === "undo") return inCouncil(second, (council) => undo(council, third));
  importNamed(second);
  const { "dry-run": dryRun, publish, replace, files } = values;
  return inCouncil(first, (council) =>
    bring(council, { what: second, file: third, files, options: { dryRun, publish, replace } }),
  );
});
