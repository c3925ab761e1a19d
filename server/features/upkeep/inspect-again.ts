import { sql } from "kysely";
import { raiseVersion } from "../../db/content-versions.ts";
import type { TenantDb, TenantId, TenantTx } from "../../db/tenant-db.ts";
import { AppError } from "../../http/errors.ts";
import { openSpool, type Spool } from "../../storage/spool.ts";
import { fileKey, type Storage } from "../../storage/storage.ts";
import type { VirusScanner } from "../../storage/virus-scanner.ts";
import { recordChange } from "../audit/audit.service.ts";
import { inspectText } from "../inspection/inspect-text.ts";
import { keepCheck } from "../uploads/take-in.ts";
import { type NeededFile, publicDocuments, thingsWith } from "./check-files.ts";
import { noteDefects } from "./defects.store.ts";
import type { FileCare } from "./upkeep.tables.ts";

export interface Inspecting {
  storage: Storage;
  /** `null` where none is configured. */
  scanner: VirusScanner | null;
  spoolDir: string;
}

/** Whose pages list papers. */
const carriers = ["publications", "pages", "meetings", "drafts", "acts", "people", "elections"] as const;

/** What one night has time for, in files and in milliseconds; the others have their turn in the next. */
const mostAtOnce = 500;
const longest = 300_000;

interface Unseen {
  sha256: string;
  extension: string;
  size: number;
  /** Its text has been looked into, only no scanner was there. */
  text: object | null;
}

/**
 * Files that no scanner has seen, of documents and of pictures as they were sent, the oldest first; before them those in
 * which something was found, since scanners err and learn.
 */
const findUnseen = async (tx: TenantTx): Promise<{ files: Unseen[]; total: number }> => {
  const { rows } = await sql<Unseen & { total: number }>`
    select f.sha256, f.extension, f.size, c.text, count(*) over ()::integer as total
    from files f left join file_checks c on c.sha256 = f.sha256
    where coalesce(c.virus, 'not_configured') in ('not_configured', 'found') and f.unneeded_since is null
      and (exists (select from document_versions v where v.sha256 = f.sha256)
        or exists (select from pictures p where p.original_sha256 = f.sha256)
        or exists (select from photos p where p.original_sha256 = f.sha256))
    order by c.virus = 'found' desc nulls last, f.stored_at, f.sha256 limit ${mostAtOnce}`.execute(tx);
  return { files: rows, total: rows[0]?.total ?? 0 };
};

/** The bytes of a stored file on this disk; `null` where the storage has lost it, which the look at the files tells. */
async function fetched({ storage, spoolDir }: Inspecting, key: string, signal: AbortSignal): Promise<Spool | null> {
  const object = await storage.get(key, { signal });
  if (!object) return null;
  const spool = await openSpool(spoolDir);
  try {
    for await (const piece of object.body) await spool.write(piece);
    return spool;
  } catch (error) {
    await spool.close();
    throw error;
  }
}

/** Takes a file with a virus from the public, and tells whoever has it. */
async function withhold(tx: TenantTx, now: Date, sha256: string, virus: string): Promise<void> {
  const by = { actor: { kind: "system", name: "upkeep" } as const, now };
  await tx.updateTable("files").set({ virus }).where("sha256", "=", sha256).execute();
  await recordChange(tx, by, "upkeep.virus_found", "upkeep", "files", null, { sha256, virus });
  const { rows } = await sql<Omit<NeededFile, "size">>`
    select n.* from (${publicDocuments}) n where n.sha256 = ${sha256} and n.entity_id is not null`.execute(tx);
  const things = await thingsWith(tx, rows, now);
  await noteDefects(
    tx,
    rows.flatMap(({ entity, entity_id, field, address, title }) => {
      const thing = things.get(`${entity} ${entity_id}`);
      if (!thing) return [];
      const what = { entity, entityId: entity_id, field, address, url: thing.url, title: title ?? thing.title };
      return [{ kind: "file_infected" as const, ...what, detail: { virus } }];
    }),
    now,
  );
  // Whatever carries it, its pages list it no more.
  await raiseVersion(tx, ...carriers);
}

/** Gives a file out again in which a scanner had found something by mistake; of others nothing changes. */
async function giveOut(tx: TenantTx, now: Date, sha256: string): Promise<void> {
  const freed = await tx
    .updateTable("files")
    .set({ virus: null })
    .where("sha256", "=", sha256)
    .where("virus", "is not", null)
    .executeTakeFirst();
  if (freed.numUpdatedRows === 0n) return;
  await sql`update defects set resolved_at = ${now} where resolved_at is null and kind = 'file_infected'
    and address in (select n.address from (${publicDocuments}) n where n.sha256 = ${sha256})`.execute(tx);
  await raiseVersion(tx, ...carriers);
}

/** A file that a clean one has replaced, or that nothing carries, is in nobody's way. */
const resolveReplaced = (tx: TenantTx, now: Date) =>
  sql`update defects set resolved_at = ${now} where resolved_at is null and kind = 'file_infected' and not exists (
    select from documents d
    join lateral (select sha256 from document_versions v where v.document_id = d.id and v.visibility = 'public'
      order by version desc limit 1) newest on true
    join files f on f.sha256 = newest.sha256 and f.virus is not null
    where d.id::text = split_part(address, '/', 3))`.execute(tx);

async function inspect(
  parts: Inspecting & { scanner: VirusScanner },
  { db, tenantId, now, signal }: { db: TenantDb; tenantId: TenantId; now: Date; signal: AbortSignal },
  file: Unseen,
): Promise<"inspected" | "found" | "lost"> {
  const spool = await fetched(parts, fileKey(tenantId, file.sha256), signal);
  if (!spool) return "lost";
  try {
    const verdict = await parts.scanner.scan(spool.read(), signal);
    const text = file.text ?? (await inspectText(spool.handle.fd, file.size, file.extension));
    const by = { actor: { kind: "system", name: "upkeep" } as const, now };
    await db.write(async (tx) => {
      await keepCheck(tx, by, file.sha256, { virus: verdict.state, text: text as never });
      if (verdict.state === "found") await withhold(tx, now, file.sha256, verdict.name);
      else await giveOut(tx, now, file.sha256);
    });
    return verdict.state === "found" ? "found" : "inspected";
  } finally {
    await spool.close();
  }
}

/**
 * Looks into files that came while no scanner was there. One that is away again leaves the rest for the next night.
 * @returns how many were looked into, in how many something was found, and how many wait
 */
export async function inspectAgain(
  parts: Inspecting,
  db: TenantDb,
  tenantId: TenantId,
  now: Date,
  signal: AbortSignal,
): Promise<Pick<FileCare, "inspected" | "infected" | "uninspected">> {
  await db.write((tx) => resolveReplaced(tx, now));
  const { files, total } = await db.read(findUnseen);
  const done = { inspected: 0, infected: 0, uninspected: total };
  const { scanner } = parts;
  if (!scanner) return done;
  const began = performance.now();
  for (const file of files) {
    signal.throwIfAborted();
    if (performance.now() - began > longest) break;
    try {
      const outcome = await inspect({ ...parts, scanner }, { db, tenantId, now, signal }, file);
      if (outcome === "lost") continue;
      done.inspected += 1;
      done.uninspected -= 1;
      if (outcome === "found") done.infected += 1;
    } catch (failure) {
      const isAway = failure instanceof AppError && failure.code === "files.virus_check_unavailable";
      if (!isAway) throw failure;
      break;
    }
  }
  return done;
}
