import { sql } from "kysely";
import type { TenantDb, TenantId, TenantTx } from "../../db/tenant-db.ts";
import type { LocalizedText } from "../../locale.shared.ts";
import { fileKey, type Storage } from "../../storage/storage.ts";
import { type FoundDefect, noteDefects, resolveFiles } from "./defects.store.ts";
import { upkeptOf } from "./everything-upkept.ts";
import type { UpkeptThing } from "./upkept.ts";

/** A file that something public needs, and what has it. */
export interface NeededFile {
  sha256: string;
  size: number;
  entity: string;
  entity_id: string;
  field: string;
  address: string;
  /** A document's own title; a photo has that of what shows it. */
  title: LocalizedText | null;
}

/** More wait for the next night: those that were looked at longest ago come first. */
const mostAtOnce = 5_000;
const questionsAtOnce = 8;
const step = 200;

/** Versions of documents with what carries them. */
export const publicDocuments = sql`
  select v.sha256, d.title, 'documents' as field, '/dokumente/' || d.id || '/' || v.file_name as address,
    case when p.publication_id is not null then 'publication' when o.page_id is not null then 'page'
      when a.act_id is not null then 'act' when a.draft_act_id is not null then 'draft_act'
      when a.person_id is not null then 'person' when a.election_id is not null then 'election'
      when a.document_id is not null then 'meeting' end as entity,
    coalesce(p.publication_id, o.page_id, a.act_id, a.draft_act_id, a.person_id, a.election_id, a.meeting_id,
      i.meeting_id, rec.meeting_id) as entity_id
  from documents d
  join document_versions v on v.document_id = d.id and v.visibility = 'public'
  left join publication_documents p on p.document_id = d.id
  left join page_documents o on o.document_id = d.id
  left join attachments a on a.document_id = d.id
  left join agenda_items i on i.id = a.agenda_item_id
  left join recordings rec on rec.id = a.recording_id`;

/** Every file that the public may have at `now`, the longest unchecked first. */
async function neededFiles(tx: TenantTx, now: Date, limit: number): Promise<{ files: NeededFile[]; total: number }> {
  const { rows } = await sql<NeededFile & { total: number }>`
    with needed as (
      ${publicDocuments} where d.public_from <= ${now}
      union all
      select r ->> 'sha256', null, 'photos.' || f.position, '/foto/' || f.id || '/' || (r ->> 'width') || '.webp',
        'album', b.id
      from albums b join photos f on f.album_id = b.id, jsonb_array_elements(f.renditions) r
      where b.state = 'published' and b.public_from <= ${now}
      union all
      select r ->> 'sha256', null, 'photo', '/foto/' || b.id || '/' || (r ->> 'width') || '.webp', 'publication', b.id
      from publications b join publication_photos f on f.publication_id = b.id, jsonb_array_elements(f.renditions) r
      where b.state = 'published' and b.public_from <= ${now}
      union all
      select r ->> 'sha256', null, 'photo', '/foto/' || b.id || '/' || (r ->> 'width') || '.webp', 'person', b.id
      from people b, jsonb_array_elements(b.photo_renditions) r
      where b.state = 'published' and b.public_from <= ${now}
      union all
      select r ->> 'sha256', null, 'photo', '/foto/' || b.id || '/' || (r ->> 'width') || '.webp', 'meeting', b.meeting_id
      from recordings b, jsonb_array_elements(b.poster_renditions) r
      where b.state = 'published' and b.public_from <= ${now}
    )
    select f.sha256, f.size, n.entity, n.entity_id, n.field, n.address, n.title, count(*) over () as total
    from needed n join files f on f.sha256 = n.sha256
    where n.entity_id is not null
    order by f.checked_at nulls first, f.sha256
    limit ${limit}`.execute(tx);
  return { files: rows, total: rows[0]?.total ?? 0 };
}

/** What has the files, by entity and id. What is no longer public is left out. */
export async function thingsWith(
  tx: TenantTx,
  files: readonly Pick<NeededFile, "entity" | "entity_id">[],
  now: Date,
): Promise<Map<string, UpkeptThing>> {
  const things = new Map<string, UpkeptThing>();
  for (const [entity, own] of Map.groupBy(files, (file) => file.entity)) {
    const ids = [...new Set(own.map(({ entity_id }) => entity_id))];
    for (const thing of (await upkeptOf(entity)?.read(tx, now, { ids })) ?? [])
      things.set(`${entity} ${thing.id}`, thing);
  }
  return things;
}

type FoundFile = NeededFile & { found: number | null };

async function look(storage: Storage, tenantId: TenantId, files: readonly NeededFile[]): Promise<FoundFile[]> {
  const found: FoundFile[] = [];
  for (let at = 0; at < files.length; at += questionsAtOnce)
    found.push(
      ...(await Promise.all(
        files.slice(at, at + questionsAtOnce).map(async (file) => {
          const stored = await storage.head(fileKey(tenantId, file.sha256));
          return { ...file, found: stored?.size ?? null };
        }),
      )),
    );
  return found;
}

/** Notes what was looked at: what is whole again is resolved, what is not is told with what has it. */
async function settle(tx: TenantTx, looked: readonly FoundFile[], now: Date) {
  const broken = looked.filter(({ size, found }) => found !== size);
  const things = await thingsWith(tx, broken, now);
  const defects = broken.flatMap(({ entity, entity_id, field, address, title, size, found }): FoundDefect[] => {
    const thing = things.get(`${entity} ${entity_id}`);
    if (!thing) return [];
    return [
      {
        kind: found === null ? "file_missing" : "file_damaged",
        ...{ entity, entityId: entity_id, field, address, url: thing.url },
        title: title ?? thing.title,
        detail: { expected: size, ...(found !== null && { found }) },
      },
    ];
  });
  await resolveFiles(
    tx,
    looked.map(({ address }) => address),
    defects,
    now,
  );
  await noteDefects(tx, defects, now);
  await tx
    .updateTable("files")
    .set({ checked_at: now })
    .where("sha256", "in", [...new Set(looked.map(({ sha256 }) => sha256))])
    .execute();
}

/**
 * Asks the storage for every file that a public thing needs. What was asked stays noted step by step, so that a run that
 * is cut short, or a council with more files than one night has time for, goes on where it stopped.
 * @throws `files.storage_unavailable`, when nothing can be said of any file
 */
export async function checkFiles(
  { storage, limit = mostAtOnce }: { storage: Storage; limit?: number },
  db: TenantDb,
  tenantId: TenantId,
  now: Date,
  signal: AbortSignal,
): Promise<{ files: number; filesLeft: number }> {
  const { files, total } = await db.read((tx) => neededFiles(tx, now, limit));
  for (let at = 0; at < files.length; at += step) {
    signal.throwIfAborted();
    const looked = await look(storage, tenantId, files.slice(at, at + step));
    await db.write((tx) => settle(tx, looked, now));
  }
  await db.write((tx) => resolveGoneFiles(tx, now));
  return { files: files.length, filesLeft: total - files.length };
}

/** A file that nothing public needs any more is missed by nobody. */
const resolveGoneFiles = (tx: TenantTx, now: Date) =>
  sql`update defects set resolved_at = ${now} where resolved_at is null and kind in ('file_missing', 'file_damaged')
    and field = 'documents' and not exists (
      select from documents d where d.public_from <= ${now} and d.id::text = split_part(defects.address, '/', 3))`.execute(
    tx,
  );
