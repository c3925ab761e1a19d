import { readFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { systemClock } from "../clock.ts";
import { openPool } from "../db/pool.ts";
import { registryDb } from "../db/registry-db.ts";
import { tenantDb } from "../db/tenant-db.ts";
import { findTenant } from "../features/tenants/tenants.queries.ts";
import { phrases } from "../http/phrases.ts";
import { type ImportReport, importFile } from "../import/import.ts";
import { imports } from "../import/imports.ts";
import { CommandRefused, runCommand, say, withDatabase } from "./command.ts";
import { noSuchCouncil } from "./tenant/operator.ts";

const usage = `npm run import -- <slug> <what> <file.csv> [--dry-run] [--publish] [--replace]

  what        ${Object.keys(imports).join(", ")}
  --dry-run   tells what would happen and what is wrong; nothing is kept
  --publish   the public sees it at once; otherwise it is all drafts
  --replace   changes what is there already; otherwise that is refused

The file is CSV in UTF-8 with a header; the open data of the same register shows its columns.`;

const mostProblems = 50;

/** The sentences of what is wrong, by row. */
function complaint({ rows, problems }: ImportReport): string {
  const sentence = phrases("en", "errors");
  const lines = problems
    .slice(0, mostProblems)
    .map(({ line, column, code }) => `line ${line}${column ? `, ${column}` : ""}: ${sentence(code as "input.wrong")}`);
  const more = problems.length - lines.length;
  const counted = `Rows read: ${rows}. Found wrong: ${problems.length}. Nothing has been written.`;
  return [...lines, ...(more > 0 ? [`… and ${more} more`] : []), counted].join("\n");
}

async function contentOf(file: string): Promise<Buffer> {
  try {
    return await readFile(file);
  } catch (error) {
    throw new CommandRefused(`${file} cannot be read (${(error as NodeJS.ErrnoException).code}).`);
  }
}

/** `npm run import -- valbardhe elections zgjedhjet.csv --dry-run`: beside the running server, which hears of it. */
runCommand(async (args) => {
  const { positionals, values } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      "dry-run": { type: "boolean" },
      publish: { type: "boolean" },
      replace: { type: "boolean" },
      help: { type: "boolean", short: "h" },
    },
  });
  const [slug, what, file] = positionals;
  if (values.help) return say(usage);
  const chosen = what !== undefined && Object.hasOwn(imports, what) ? imports[what] : undefined;
  if (!slug || !chosen || !file || positionals.length > 3) throw new CommandRefused(usage);
  const bytes = await contentOf(file);
  const { "dry-run": dryRun, publish, replace } = values;
  await withDatabase({ migrate: true }, async ({ database }) => {
    const pool = openPool(database.appUrl, { max: 1, applicationName: "e-keshilli import" });
    try {
      const council = await findTenant(registryDb(pool), slug);
      if (!council) throw noSuchCouncil(slug);
      const by = { actor: { kind: "system" as const, name: "import" }, now: systemClock.now() };
      const options = { dryRun, publish, replace };
      const report = await importFile(tenantDb(pool, council.id), by, chosen, bytes, options);
      if (report.problems.length > 0) throw new CommandRefused(complaint(report));
      const counted = Object.entries(report.made).map(([noun, count]) => `${noun}: ${count}`);
      const taken = dryRun ? " Nothing has been written: this was a dry run." : "";
      say(`Rows read: ${report.rows}. Made: ${counted.join(", ")}.${taken}`);
    } finally {
      await pool.end();
    }
  });
});
