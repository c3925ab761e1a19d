import { sql } from "kysely";
import { type GenericSchema, type InferOutput, safeParse } from "valibot";
import { postponeRaises, raisePostponed } from "../db/content-versions.ts";
import type { TenantDb, TenantTx } from "../db/tenant-db.ts";
import type { Doing } from "../features/audit/audit.service.ts";
import { AppError } from "../http/errors.ts";
import { InvalidInput } from "../http/problem.ts";
import { fieldProblems } from "../http/validated.ts";
import type { LocalizedText } from "../locale.shared.ts";
import type { ImportColumn } from "./column.ts";
import { type FilesGiven, type TakenFile, takeFiles } from "./files.ts";
import { readTable, type Table, type TableShape } from "./read-table.ts";
import type { Reading } from "./read-text.ts";
import type { Removal } from "./removal.ts";
import { type RowProblem, told } from "./row-problem.ts";

export type { RowProblem };

export interface ImportOptions {
  /** Everything is done and taken back, so that the report is the one that the import itself would give. */
  dryRun?: boolean;
  /** The public sees it at once; else it is all drafts. */
  publish?: boolean;
  /** What is there already is changed; else it is refused. */
  replace?: boolean;
  /** Where the files lie that the table names. */
  files?: FilesGiven;
}

export type Numbered<Row> = Row & { line: number; others: Readonly<Record<string, string>> };

/** Something that an import made, or changed where it was there already. */
export interface Trace {
  line: number;
  /** As in the audit: `act`, `meeting`, `election`. */
  entity: string;
  id: string;
  change: "made" | "changed";
}

/** What stands around the rows. */
export interface ImportContext {
  options: ImportOptions;
  /** Headers without a fixed name, and the line in which they stand. */
  others: readonly string[];
  headLine: number;
  /** The files that the rows name, by the name as it stands there. Every one is there. */
  files: ReadonlyMap<string, TakenFile>;
  made(entity: string, id: string, line: number): void;
  changed(entity: string, id: string, line: number): void;
}

/** What a file made. `problems` are empty wherever something was written. */
export interface ImportReport {
  rows: number;
  /** By noun of the council: `{ elections: 1, lists: 5 }`. */
  made: Readonly<Record<string, number>>;
  problems: RowProblem[];
  /** Of CSV, how its letters were read, with a line to check them by. */
  reading: Reading | null;
  /** What is right and still worth knowing: numbers that are left out, files that nobody names. */
  notes: RowProblem[];
}

export interface Written {
  made: ImportReport["made"];
  problems: RowProblem[];
  notes?: RowProblem[];
}

/** How rows of a file become rows of a register. */
export interface Import<S extends GenericSchema<Record<string, string | undefined>, object>> extends TableShape {
  title: LocalizedText;
  columns: readonly ImportColumn[];
  /** What stands in the sample instead of the columns' examples, by column. */
  examples?(tx: TenantTx): Promise<Readonly<Record<string, string>>>;
  /** Columns whose cells name files, several behind semicolons. */
  fileColumns?: readonly string[];
  /** What a row's cells mean, each alone; what belongs together is `write`'s business. */
  row: S;
  /** Writes all rows. What it finds wrong is told by row, and then nothing is kept. */
  write(
    tx: TenantTx,
    by: Doing,
    rows: readonly Numbered<InferOutput<S>>[],
    options: ImportOptions,
    context: ImportContext,
  ): Promise<Written>;
  /** How each thing that it makes is taken back, by entity. */
  undo: Readonly<Record<string, Removal>>;
}
// biome-ignore lint/suspicious/noExplicitAny: each import fits itself alone, which is all that is asked of it
export type AnyImport = Import<any>;

/** What is to be remembered of an import that wrote something, in its own transaction. */
export type Remember = (tx: TenantTx, report: ImportReport, traces: readonly Trace[]) => Promise<void>;

/** Leaves the transaction without keeping anything of it. */
class TakenBack extends Error {
  readonly report: ImportReport;
  constructor(report: ImportReport) {
    super("An import was taken back.");
    this.report = report;
  }
}

function meaningOf<S extends GenericSchema<Record<string, string | undefined>, object>>(row: S, table: Table) {
  const rows: Numbered<InferOutput<S>>[] = [];
  const problems: RowProblem[] = [];
  for (const { line, cells, others } of table.rows) {
    const result = safeParse(row, cells);
    if (result.success) rows.push({ ...result.output, line, others });
    else problems.push(...fieldProblems(result.issues).map(({ path, code }) => ({ line, column: path || null, code })));
  }
  return { rows, problems };
}

/**
 * Brings a table into a council's registers, from CSV or a workbook: all of it, or nothing where one row is wrong.
 *
 *     const report = await importFile(db, by, electionsImport, bytes, { dryRun: true });
 *
 * @throws `AppError` of a file that is no such table; rows that are wrong are in the report
 */
export async function importFile(
  db: Pick<TenantDb, "write">,
  by: Doing,
  it: AnyImport,
  bytes: Uint8Array,
  options: ImportOptions = {},
  remember: Remember = async () => {},
): Promise<ImportReport> {
  const table = await readTable(bytes, it);
  const { rows, problems } = meaningOf(it.row, table);
  const named = await takeFiles(
    by,
    it.fileColumns ?? [],
    table.rows,
    options.files,
    !options.dryRun && problems.length === 0,
  );
  problems.push(...named.problems);
  problems.sort((one, other) => one.line - other.line);
  const unwritten = { rows: table.rows.length, made: {}, problems, reading: table.reading, notes: named.notes };
  if (problems.length > 0) return unwritten;
  const traces: Trace[] = [];
  const context: ImportContext = {
    ...{ options, others: table.others, headLine: table.headLine, files: named.files },
    made: (entity, id, line) => traces.push({ line, entity, id, change: "made" }),
    changed: (entity, id, line) => traces.push({ line, entity, id, change: "changed" }),
  };
  try {
    return await db.write(async (tx) => {
      // Its row is held until the end: others who publish meanwhile would wait for all of it.
      postponeRaises(tx);
      const written: Written = await it.write(tx, by, rows, options, context);
      const report = { ...unwritten, ...written, notes: [...named.notes, ...(written.notes ?? [])] };
      if (report.problems.length > 0) throw new TakenBack({ ...report, made: {} });
      if (options.dryRun) throw new TakenBack(report);
      await remember(tx, report, traces);
      await raisePostponed(tx);
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
    if (error instanceof InvalidInput)
      return {
        problems: error.fields.map(({ path, code, params }) => ({ ...tell(path), code, ...(params && { params }) })),
      };
    const { line, column } = tell("");
    return { problems: [told(line, column, error)] };
  }
}
