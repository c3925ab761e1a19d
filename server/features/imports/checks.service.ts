import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { json } from "../../db/columns.ts";
import type { TenantDb } from "../../db/tenant-db.ts";
import { AppError } from "../../http/errors.ts";
import { openArchive } from "../../import/file-source.ts";
import type { ImportOptions, ImportReport } from "../../import/import.ts";
import type { ImportName } from "../../import/imports.ts";
import { storeFile } from "../../storage/receive-file.ts";
import { fileKey } from "../../storage/storage.ts";
import type { Doing } from "../audit/audit.service.ts";
import type { FileShelf } from "../documents/documents.service.ts";
import type { Intake } from "../uploads/take-in.ts";
import { checkNotFound } from "./imports.errors.ts";
import { findImport } from "./imports.queries.ts";
import { bringIn, type SentTable } from "./imports.service.ts";

/** After so many days a table that nobody brought in is thrown away. */
const keptDays = 2;

export interface Sent {
  kind: ImportName;
  table: SentTable;
  archive: SentTable | null;
  publish: boolean;
  replace: boolean;
}

/** Does something with the files of an archive, which lies on the disk for that time. */
async function withArchive<T>(
  intake: Intake,
  bytes: Uint8Array | null,
  work: (files: Pick<ImportOptions, "files">) => Promise<T>,
): Promise<T> {
  if (!bytes) return work({});
  await mkdir(intake.spoolDir, { recursive: true, mode: 0o700 });
  const folder = await mkdtemp(join(intake.spoolDir, "import-"));
  try {
    const path = join(folder, "skedaret.zip");
    await writeFile(path, bytes);
    const source = await openArchive(path);
    try {
      return await work({ files: { source, intake } });
    } finally {
      await source.close();
    }
  } finally {
    await rm(folder, { recursive: true });
  }
}

/**
 * Looks a table through as if it came in, and keeps it with the report until somebody says that it does.
 * @throws as `bringIn`; nothing is kept then
 */
export async function checkTable(intake: Intake, by: Doing, sent: Sent): Promise<string> {
  const { kind, table, archive, publish, replace } = sent;
  const { db, storage, tenantId } = intake;
  await dropOldChecks(intake, by);
  const stored =
    archive && (await storeFile(storage, tenantId, once(archive.bytes), { ...intake, fileName: archive.name }));
  const report = await withArchive(intake, archive?.bytes ?? null, (files) =>
    bringIn(db, by, kind, table, { ...files, publish, replace, dryRun: true }),
  );
  const { id: _, ...kept } = report;
  const made = await db.write((tx) =>
    tx
      .insertInto("import_checks")
      .values({
        ...{ kind, publish, replace, file_name: table.name.slice(-200), content: Buffer.from(table.bytes) },
        ...{ archive_name: archive?.name ?? null, archive_sha256: stored?.sha256 ?? null },
        ...{ report: json(kept), by: json(by.actor), at: by.now },
      })
      .returning("id")
      .executeTakeFirstOrThrow(),
  );
  return made.id;
}

async function* once(bytes: Uint8Array) {
  yield bytes;
}

const findCheck = (db: TenantDb, id: string) =>
  db.read((tx) => tx.selectFrom("import_checks").selectAll().where("id", "=", id).executeTakeFirst());

async function bringInChecked(intake: Intake, by: Doing, id: string) {
  const check = await findCheck(intake.db, id);
  if (!check) throw checkNotFound();
  const { kind, file_name: name, content, archive_sha256, publish, replace } = check;
  const archive = archive_sha256 === null ? null : await storedBytes(intake, archive_sha256);
  return withArchive(intake, archive, (files) =>
    bringIn(intake.db, by, kind as ImportName, { name, bytes: content }, { ...files, publish, replace }, id),
  );
}

/**
 * Brings in a table that was looked through. What changed in the register meanwhile may still refuse it. Confirmed twice,
 * also at once, it is brought in once, under the number of what was looked through.
 * @throws `import.check_not_found`, and as `bringIn`
 */
export async function confirmCheck(
  intake: Intake,
  by: Doing,
  id: string,
): Promise<ImportReport & { id: string | null }> {
  const outcome = await bringInChecked(intake, by, id).catch((failure) => {
    if (failure instanceof AppError) return failure;
    throw failure;
  });
  const isRefused = outcome instanceof AppError;
  if (!isRefused && outcome.id) {
    await dropCheck(intake, id);
    return outcome;
  }
  if (await intake.db.read((tx) => findImport(tx, id)))
    return { rows: 0, made: {}, problems: [], reading: null, notes: [], id };
  if (isRefused) throw outcome;
  return outcome;
}

async function storedBytes({ storage, tenantId }: FileShelf, sha256: string): Promise<Uint8Array> {
  const object = await storage.get(fileKey(tenantId, sha256));
  if (!object) throw checkNotFound();
  return new Uint8Array(await new Response(object.body).arrayBuffer());
}

/** Throws a table away with its archive, unless a document of the council is that very file. */
export async function dropCheck({ db, storage, tenantId }: Intake, id: string): Promise<void> {
  const sha256 = await db.write(async (tx) => {
    const gone = await tx
      .deleteFrom("import_checks")
      .where("id", "=", id)
      .returning("archive_sha256")
      .executeTakeFirst();
    if (!gone?.archive_sha256) return null;
    const isUsed = await tx
      .selectFrom("files")
      .select("sha256")
      .where("sha256", "=", gone.archive_sha256)
      .executeTakeFirst();
    const waits = await tx
      .selectFrom("import_checks")
      .select("id")
      .where("archive_sha256", "=", gone.archive_sha256)
      .executeTakeFirst();
    return (isUsed ?? waits) ? null : gone.archive_sha256;
  });
  if (sha256) await storage.delete(fileKey(tenantId, sha256));
}

async function dropOldChecks(intake: Intake, { now }: Doing): Promise<void> {
  const before = new Date(now.getTime() - keptDays * 24 * 3_600_000);
  const old = await intake.db.read((tx) =>
    tx.selectFrom("import_checks").select("id").where("at", "<", before).execute(),
  );
  for (const { id } of old) await dropCheck(intake, id);
}
