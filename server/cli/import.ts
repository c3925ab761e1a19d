import { readFile, writeFile } from "node:fs/promises";
import { extname } from "node:path";
import { parseArgs } from "node:util";
import { systemClock } from "../clock.ts";
import { openPool } from "../db/pool.ts";
import { registryDb } from "../db/registry-db.ts";
import { tenantDb } from "../db/tenant-db.ts";
import { findTenant } from "../features/tenants/tenants.queries.ts";
import { phrases } from "../http/phrases.ts";
import { headerOf } from "../import/column.ts";
import { type AnyImport, type ImportReport, importFile, type RowProblem } from "../import/import.ts";
import { imports } from "../import/imports.ts";
import { sampleCsv, sampleWorkbook } from "../import/sample.ts";
import { type Locale, locales } from "../locale.shared.ts";
import { CommandRefused, runCommand, say, withDatabase } from "./command.ts";
import { noSuchCouncil } from "./tenant/operator.ts";

const usage = `npm run import -- <slug> <what> <file> [--dry-run] [--publish] [--replace]
npm run import -- sample <what> <out.csv|out.xlsx> [--lang sq|en]

  what        ${Object.keys(imports).join(", ")}
  --dry-run   tells what would happen and what is wrong; nothing is kept
  --publish   the public sees it at once; otherwise it is all drafts
  --replace   changes what is there already; otherwise that is refused

The file is an Excel workbook (.xlsx) or CSV in UTF-8, with a header. A sample has the header, one row as it could be and, as
a workbook, a sheet that explains every column.`;

const mostTold = 50;

const importNamed = (what: string | undefined): AnyImport => {
  const it = what !== undefined && Object.hasOwn(imports, what) ? imports[what] : undefined;
  if (!it) throw new CommandRefused(usage);
  return it;
};

/** A sentence for each, with its row and column. */
function sentences(told: readonly RowProblem[], { columns }: AnyImport): string[] {
  const sentence = phrases("en", "errors");
  const header = (name: string) => {
    const column = columns.find((one) => one.name === name);
    return column ? headerOf(column) : name;
  };
  const lines = told.slice(0, mostTold).map(({ line, column, code, params }) => {
    const place = column ? `row ${line}, ${header(column)}` : `row ${line}`;
    return `${place}: ${sentence(code as "input.wrong", params ?? {})}`;
  });
  const more = told.length - lines.length;
  return [...lines, ...(more > 0 ? [`… and ${more} more`] : [])];
}

function complaint({ rows, problems }: ImportReport, it: AnyImport): string {
  const counted = `Rows read: ${rows}. Found wrong: ${problems.length}. Nothing has been written.`;
  return [...sentences(problems, it), counted].join("\n");
}

async function contentOf(file: string): Promise<Buffer> {
  try {
    return await readFile(file);
  } catch (error) {
    throw new CommandRefused(`${file} cannot be read (${(error as NodeJS.ErrnoException).code}).`);
  }
}

async function writeSample(what: string | undefined, out: string | undefined, lang: string): Promise<void> {
  const it = importNamed(what);
  const locale = locales.find((one) => one === lang) as Locale | undefined;
  const ending = extname(out ?? "").toLowerCase();
  if (!out || !locale || ![".csv", ".xlsx"].includes(ending)) throw new CommandRefused(usage);
  await writeFile(out, ending === ".csv" ? sampleCsv(it, locale) : await sampleWorkbook(it, locale));
  say(`${out} has been written.`);
}

/** `npm run import -- valbardhe elections zgjedhjet.xlsx --dry-run`: beside the running server, which hears of it. */
runCommand(async (args) => {
  const { positionals, values } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      "dry-run": { type: "boolean" },
      publish: { type: "boolean" },
      replace: { type: "boolean" },
      lang: { type: "string", default: "sq" },
      help: { type: "boolean", short: "h" },
    },
  });
  if (values.help) return say(usage);
  const [slug, what, file] = positionals;
  if (positionals.length !== 3) throw new CommandRefused(usage);
  if (slug === "sample") return writeSample(what, file, values.lang);
  const it = importNamed(what);
  const bytes = await contentOf(file!);
  const { "dry-run": dryRun, publish, replace } = values;
  await withDatabase({ migrate: true }, async ({ database }) => {
    const pool = openPool(database.appUrl, { max: 1, applicationName: "e-keshilli import" });
    try {
      const council = await findTenant(registryDb(pool), slug!);
      if (!council) throw noSuchCouncil(slug!);
      const by = { actor: { kind: "system" as const, name: "import" }, now: systemClock.now() };
      const report = await importFile(tenantDb(pool, council.id), by, it, bytes, { dryRun, publish, replace });
      if (report.problems.length > 0) throw new CommandRefused(complaint(report, it));
      for (const line of sentences(report.notes, it)) say(line);
      const counted = Object.entries(report.made).map(([noun, count]) => `${noun}: ${count}`);
      const taken = dryRun ? " Nothing has been written: this was a dry run." : "";
      say(`Rows read: ${report.rows}. Made: ${counted.join(", ")}.${taken}`);
    } finally {
      await pool.end();
    }
  });
});
