import { createHash, randomUUID } from "node:crypto";
import { sql } from "kysely";
import { json } from "../../db/columns.ts";
import { postponeRaises, raisePostponed } from "../../db/content-versions.ts";
import type { TenantDb, TenantTx } from "../../db/tenant-db.ts";
import { AppError } from "../../http/errors.ts";
import { type ImportOptions, type ImportReport, importFile, type Trace } from "../../import/import.ts";
import { type ImportName, imports } from "../../import/imports.ts";
import type { Removal } from "../../import/removal.ts";
import { type Doing, recordChange } from "../audit/audit.service.ts";
import { type Away, tryOne } from "../editing/removing.service.ts";
import {
  broughtInAlready,
  changedSince,
  importNotFound,
  isGone,
  undoneAlready,
  wasThereBefore,
} from "./imports.errors.ts";

/** A table as somebody sent it. */
export interface SentTable {
  /** As the person called it. */
  name: string;
  bytes: Uint8Array;
}

/** Rows of one statement; PostgreSQL takes at most 65,535 values. */
const batch = 5_000;

/**
 * Brings a table into a register, and remembers what it made so that it can be taken back.
 * @param as under which number; of two that would have the same the second brings in nothing
 * @returns the report, with the import's id where something was written
 * @throws as `importFile`, `import.brought_in_already`
 */
export async function bringIn(
  db: Pick<TenantDb, "write">,
  by: Doing,
  kind: ImportName,
  { name, bytes }: SentTable,
  options: ImportOptions = {},
  as: string = randomUUID(),
): Promise<ImportReport & { id: string | null }> {
  let id: string | null = null;
  const report = await importFile(db, by, imports[kind], bytes, options, async (tx, { rows, made }, traces) => {
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    const fileName = name.slice(name.search(/[^/\\]*$/)).slice(0, 200) || kind;
    const written = { id: as, kind, rows, made, fileName, sha256, isPublished: options.publish === true };
    id = await keep(tx, by, written, traces);
  });
  return { ...report, id };
}

interface Kept {
  id: string;
  kind: ImportName;
  fileName: string;
  sha256: string;
  rows: number;
  made: ImportReport["made"];
  isPublished: boolean;
}

async function keep(tx: TenantTx, by: Doing, written: Kept, traces: readonly Trace[]): Promise<string> {
  const { id, kind, fileName, sha256, rows, made, isPublished } = written;
  const kept = await tx
    .insertInto("imports")
    .values({
      ...{ id, kind, sha256, rows, file_name: fileName, made: json(made), is_published: isPublished },
      ...{ by: json(by.actor), at: by.now, last_change: 0, undone_at: null, undone_by: null },
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning("id")
    .executeTakeFirst();
  if (!kept) throw broughtInAlready();
  for (let from = 0; from < traces.length; from += batch)
    await tx
      .insertInto("import_traces")
      .values(
        traces.slice(from, from + batch).map(({ line, entity, id: entityId, change }, at) => ({
          ...{ line, entity, change, import_id: id, entity_id: entityId, position: from + at },
          ...{ undone: null, left_because: null },
        })),
      )
      .execute();
  await recordChange(tx, by, "import.done", "import", id, null, written);
  const { last } = await tx
    .selectFrom("audit_log")
    .select((eb) => eb.fn.max("id").as("last"))
    .executeTakeFirstOrThrow();
  await tx.updateTable("imports").set({ last_change: last }).where("id", "=", id).execute();
  return id;
}

/** What became of everything that an import had made. */
export interface UndoReport {
  deleted: number;
  withdrawn: number;
  /** With the code of the sentence that says why. */
  left: { line: number; entity: string; id: string; because: string }[];
}

type StoredTrace = Pick<Trace, "line" | "entity" | "id" | "change"> & { position: number };

/** What was changed after the import, by the names under which the audit tells it. */
async function changesSince(
  tx: TenantTx,
  importId: string,
  last: number,
  told: readonly (readonly [string, string])[],
) {
  if (told.length === 0) return new Set<string>();
  const { rows } = await sql<{ subject: string; subject_id: string }>`
    select distinct a.subject, a.subject_id
    from unnest(${told.map(([subject]) => subject)}::text[], ${told.map(([, id]) => id)}::text[]) as made (subject, id)
    join audit_log a on a.subject = made.subject and a.subject_id = made.id and a.id > ${last}
      and not (a.subject = 'import' and a.subject_id = ${importId})`.execute(tx);
  return new Set(rows.map(({ subject, subject_id }) => `${subject} ${subject_id}`));
}

/**
 * Takes an import back: what it made is deleted, or withdrawn where the public saw it. What somebody changed since, or needs,
 * stays as it is and is named with the reason.
 * @throws `import.not_found`, `import.undone_already`
 */
export async function undoImport(tx: TenantTx, by: Doing, id: string): Promise<UndoReport> {
  const stored = await tx
    .selectFrom("imports")
    .select(["kind", "last_change", "undone_at"])
    .where("id", "=", id)
    .forUpdate()
    .executeTakeFirst();
  if (!stored) throw importNotFound();
  if (stored.undone_at) throw undoneAlready();
  postponeRaises(tx);
  const traces: StoredTrace[] = await tx
    .selectFrom("import_traces")
    .select(["position", "line", "entity", "entity_id as id", "change"])
    .where("import_id", "=", id)
    .orderBy("position", "desc")
    .execute();
  const { undo } = imports[stored.kind as ImportName];
  const parts = new Map<StoredTrace, readonly (readonly [string, string])[]>();
  for (const trace of traces) {
    const further = (await undo[trace.entity]?.parts?.(tx, trace.id)) ?? [];
    parts.set(trace, [[trace.entity, trace.id], ...further.map(({ subject, id }) => [subject, id] as const)]);
  }
  const changes = await changesSince(tx, id, stored.last_change, [...parts.values()].flat());
  const report: UndoReport = { deleted: 0, withdrawn: 0, left: [] };
  for (const trace of traces) {
    const isChanged = parts.get(trace)!.some(([subject, one]) => changes.has(`${subject} ${one}`));
    const outcome = await takeBack(tx, by, trace, undo[trace.entity], isChanged);
    if (outcome instanceof AppError)
      report.left.push({ line: trace.line, entity: trace.entity, id: trace.id, because: outcome.code });
    else report[outcome] += 1;
    const undone = outcome instanceof AppError ? "left" : outcome;
    await tx
      .updateTable("import_traces")
      .set({ undone, left_because: outcome instanceof AppError ? outcome.code : null })
      .where("import_id", "=", id)
      .where("position", "=", trace.position)
      .execute();
  }
  report.left.reverse();
  await tx
    .updateTable("imports")
    .set({ undone_at: by.now, undone_by: json(by.actor) })
    .where("id", "=", id)
    .execute();
  await recordChange(tx, by, "import.undone", "import", id, null, report);
  await raisePostponed(tx);
  return report;
}

async function takeBack(
  tx: TenantTx,
  by: Doing,
  trace: StoredTrace,
  removal: Removal | undefined,
  isChanged: boolean,
): Promise<Away | AppError> {
  if (trace.change === "changed" || !removal) return wasThereBefore();
  if (isChanged) return changedSince();
  const outcome = await tryOne(tx, () => removal.takeBack(tx, by, trace.id));
  return outcome instanceof AppError && outcome.status === 404 ? isGone() : outcome;
}
