import { sql } from "kysely";
import { type GenericSchema, type InferOutput, safeParse } from "valibot";
import type { TenantDb, TenantTx } from "../db/tenant-db.ts";
import type { Doing } from "../features/audit/audit.service.ts";
import { AppError } from "../http/errors.ts";
import { InvalidInput } from "../http/problem.ts";
import { fieldProblems } from "../http/validated.ts";
import { type ImportColumn, readTable, type TableRow } from "./read-table.ts";

/** What is wrong with a row: its line in the file, the column where it is one, and the code of the sentence. */
export interface RowProblem {
  line: number;
  column: string | null;
  code: string;
}

export interface ImportOptions {
  /** Everything is done and taken back, so that the report is the one that the import itself would give. */
  dryRun?: boolean;
  /** The public sees it at once; else it is all drafts. */
  publish?: boolean;
  /** What is there already is changed; else it is refused. */
  replace?: boolean;
}

export type Numbered<Row> = Row & { line: number };

/** What a file made. `problems` are empty wherever something was written. */
export interface ImportReport {
  rows: number;
  /** By noun of the council: `{ elections: 1, lists: 5 }`. */
  made: Readonly<Record<string, number>>;
  problems: RowProblem[];
}

/** How rows of a file become rows of a register. */
export interface Import<S extends GenericSchema<Record<string, string | undefined>, object>> {
  columns: readonly ImportColumn[];
  /** Columns that an export adds and an import computes anew. */
  ignored?: readonly string[];
  /** What a row's cells mean, each alone; what belongs together is `write`'s business. */
  row: S;
  /** Writes all rows. What it finds wrong is told by row, and then nothing is kept. */
  write(
    tx: TenantTx,
    by: Doing,
    rows: readonly Numbered<InferOutput<S>>[],
    options: ImportOptions,
  ): Promise<Pick<ImportReport, "made" | "problems">>;
}
// biome-ignore lint/suspicious/noExplicitAny: each import fits itself alone, which is all that is asked of it
export type AnyImport = Import<any>;

/** Leaves the transaction without keeping anything of it. */
class TakenBack extends Error {
  readonly report: ImportReport;
  constructor(report: ImportReport) {
    super("An import was taken back.");
    this.report = report;
  }
}

function meaningOf<S extends GenericSchema<Record<string, string | undefined>, object>>(
  row: S,
  table: readonly TableRow[],
) {
  const rows: Numbered<InferOutput<S>>[] = [];
  const problems: RowProblem[] = [];
  for (const { line, cells } of table) {
    const result = safeParse(row, cells);
    if (result.success) rows.push({ ...result.output, line });
    else problems.push(...fieldProblems(result.issues).map(({ path, code }) => ({ line, column: path || null, code })));
  }
  return { rows, problems };
}

/**
 * Brings a CSV file into a council's registers: all of it, or nothing where one row is wrong.
 *
 *     const report = await importFile(db, by, electionsImport, bytes, { dryRun: true });
 *
 * @throws `AppError` of a file that is no such table; rows that are wrong are in the report
 */
export async function importFile(
  db: Pick<TenantDb, "write">,
  by: Doing,
  { columns, ignored, row, write }: AnyImport,
  bytes: Uint8Array,
  options: ImportOptions = {},
): Promise<ImportReport> {
  const table = readTable(bytes, columns, ignored);
  const { rows, problems } = meaningOf(row, table);
  if (problems.length > 0) return { rows: table.length, made: {}, problems };
  try {
    return await db.write(async (tx) => {
      const written = await write(tx, by, rows, options);
      const report = { rows: table.length, ...written };
      if (report.problems.length > 0) throw new TakenBack({ ...report, made: {} });
      if (options.dryRun) throw new TakenBack(report);
      return report;
    });
  } catch (error) {
    if (error instanceof TakenBack) return error.report;
    throw error;
  }
}

/**
 * Does a part of an import so that its failure has a name and leaves the transaction usable for the parts that follow.
 * @param tell where in the file a field of the refused input stands; `path` is empty for a refusal of the whole
 */
export async function attempt<T>(
  tx: TenantTx,
  tell: (path: string) => Pick<RowProblem, "line" | "column">,
  work: () => Promise<T>,
): Promise<{ done: T } | { problems: RowProblem[] }> {
  await sql`savepoint part`.execute(tx);
  try {
    const done = await work();
    await sql`release savepoint part`.execute(tx);
    return { done };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    await sql`rollback to savepoint part`.execute(tx);
    const failures = error instanceof InvalidInput ? error.fields : [{ path: "", code: error.code }];
    return { problems: failures.map(({ path, code }) => ({ ...tell(path), code })) };
  }
}
