import { sql } from "kysely";
import type { TenantDb, TenantId, TenantTx } from "../../db/tenant-db.ts";
import { fileKey, type Storage } from "../../storage/storage.ts";
import { recordChange } from "../audit/audit.service.ts";
import type { FileCare } from "./upkeep.tables.ts";

const day = 86_400_000;
/** How long a file that nothing needs is kept: as long as what lies in the bin. */
const unneededDays = 30;
/** How long an object may lie in the storage before a row names it; an upload takes minutes. */
const strayDays = 7;
const atOnce = 500;

const before = (now: Date, days: number) => new Date(now.getTime() - days * day);
const by = (now: Date) => ({ actor: { kind: "system", name: "upkeep" } as const, now });

/**
 * Everything that needs a file: versions of documents with whatever carries them, in the bin and in packages too; photos in
 * all their sizes; pictures that were sent and not placed yet; the emblem; papers of a table that waits to be brought in;
 * files that are proposed; and whatever an earlier version or a form that somebody left names.
 */
const needed = sql`
  select sha256 from document_versions
  union select original_sha256 from photos
  union select r ->> 'sha256' from photos, jsonb_array_elements(renditions) r
  union select original_sha256 from publication_photos
  union select r ->> 'sha256' from publication_photos, jsonb_array_elements(renditions) r
  union select photo_sha256 from people where photo_sha256 is not null
  union select r ->> 'sha256' from people, jsonb_array_elements(photo_renditions) r
  union select poster_sha256 from recordings where poster_sha256 is not null
  union select r ->> 'sha256' from recordings, jsonb_array_elements(poster_renditions) r
  union select original_sha256 from pictures
  union select r ->> 'sha256' from pictures, jsonb_array_elements(renditions) r
  union select theme -> 'picture' ->> 'sha256' from tenant_settings
  union select archive_sha256 from import_checks
  union select sha256 from proposals where sha256 is not null`;

/** Hashes that stand somewhere in what people may go back to. */
const remembered = sql`
  select m[1] from revisions, regexp_matches(input::text, '[0-9a-f]{64}', 'g') m
  union select m[1] from edits, regexp_matches(form::text, '[0-9a-f]{64}', 'g') m`;

/** Notes since when nothing needs a file, and forgets it of what is needed again. */
async function noteUnneeded(tx: TenantTx, now: Date): Promise<void> {
  await sql`
    with needed (sha256) as materialized (${needed})
    update files f set unneeded_since = case when n.sha256 is null then ${now}::timestamptz end
    from files o left join needed n on n.sha256 = o.sha256
    where o.sha256 = f.sha256 and (f.unneeded_since is null) = (n.sha256 is null)`.execute(tx);
}

/** Lets go of what nothing has needed for long. What a row names by its key the database keeps by itself. */
async function dropRows(tx: TenantTx, now: Date): Promise<void> {
  const { rows } = await sql<{ sha256: string; size: number }>`
    with needed (sha256) as materialized (${needed}),
    gone as materialized (
      select f.sha256 from files f where f.unneeded_since < ${before(now, unneededDays)}
        and f.sha256 not in (select sha256 from needed where sha256 is not null)
        and f.sha256 not in (${remembered})
      order by f.unneeded_since limit ${atOnce} for update),
    checks as (delete from file_checks where sha256 in (select sha256 from gone))
    select f.sha256, f.size from files f join gone on gone.sha256 = f.sha256`.execute(tx);
  if (rows.length === 0) return;
  await tx
    .deleteFrom("files")
    .where(
      "sha256",
      "in",
      rows.map(({ sha256 }) => sha256),
    )
    .execute();
  await recordChange(tx, by(now), "upkeep.files_removed", "upkeep", "files", { files: rows }, null);
}

const inKey = /\/sha256\/([0-9a-f]{2})\/([0-9a-f]{62})$/;
const hashIn = (key: string) => inKey.exec(key)?.slice(1).join("") ?? null;

/** Of these objects, those that no row names. */
async function strangers(db: TenantDb, keys: readonly string[]): Promise<string[]> {
  const hashes = keys.flatMap((key) => hashIn(key) ?? []);
  const known = await db.read(async (tx) => {
    const { rows } = await sql<{ name: string }>`
      select sha256 as name from files where sha256 = any (${hashes}::text[])
      union select archive_sha256 from import_checks where archive_sha256 = any (${hashes}::text[])
      union select storage_key from upload_parts where storage_key = any (${[...keys]}::text[])`.execute(tx);
    return new Set(rows.map(({ name }) => name));
  });
  return keys.filter((key) => !known.has(hashIn(key) ?? key));
}

/**
 * Removes objects below a beginning that no row names and that were put there long ago: of uploads that broke between the
 * storage and the database, and of rows that were let go.
 */
async function dropStrays(
  { storage, db, now, signal }: Tidying,
  prefix: string,
  days: number,
): Promise<{ count: number; bytes: number }> {
  const gone = { count: 0, bytes: 0 };
  async function look(keys: readonly string[]) {
    for (const key of await strangers(db, keys)) {
      signal.throwIfAborted();
      const object = await storage.head(key);
      // Of what has no date nobody knows how long it has lain there; what came again just now is young.
      if (!object?.storedAt || object.storedAt > before(now, days)) continue;
      await storage.delete(key);
      gone.count += 1;
      gone.bytes += object.size;
    }
  }
  let keys: string[] = [];
  for await (const key of storage.list(prefix)) {
    signal.throwIfAborted();
    keys.push(key);
    if (keys.length < atOnce) continue;
    await look(keys);
    keys = [];
  }
  await look(keys);
  return gone;
}

interface Tidying {
  storage: Storage;
  db: TenantDb;
  now: Date;
  signal: AbortSignal;
}

/**
 * Clears one council's storage of what belongs to nothing any more. A file goes in two steps: its row when nothing has
 * needed it for thirty days, its bytes when no row names them and they were stored a week ago or earlier. Content that is
 * sent again meanwhile is stored anew and therefore young.
 * @throws `files.storage_unavailable`, when nothing is removed
 */
export async function tidyFiles(
  { storage }: { storage: Storage },
  db: TenantDb,
  tenantId: TenantId,
  now: Date,
  signal: AbortSignal,
): Promise<Pick<FileCare, "removed" | "bytes" | "waiting">> {
  await db.write(async (tx) => {
    await noteUnneeded(tx, now);
    await dropRows(tx, now);
  });
  const tidying = { storage, db, now, signal };
  const beginning = fileKey(tenantId, "0".repeat(64)).split("/sha256/")[0]!;
  const files = await dropStrays(tidying, `${beginning}/sha256/`, strayDays);
  const parts = await dropStrays(tidying, `${beginning}/uploads/`, strayDays);
  const { waiting } = await db.read((tx) =>
    tx
      .selectFrom("files")
      .where("unneeded_since", "is not", null)
      .select((eb) => eb.fn.countAll<number>().as("waiting"))
      .executeTakeFirstOrThrow(),
  );
  if (files.count + parts.count > 0)
    await db.write((tx) =>
      recordChange(
        tx,
        by(now),
        "upkeep.storage_tidied",
        "upkeep",
        "files",
        { count: files.count + parts.count, bytes: files.bytes + parts.bytes },
        null,
      ),
    );
  return { removed: files.count + parts.count, bytes: files.bytes + parts.bytes, waiting: Number(waiting) };
}
