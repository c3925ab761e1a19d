import { sql } from "kysely";
import type { TenantTx } from "../../db/tenant-db.ts";
import type { TextReading } from "./document-texts.shared.ts";
import type { DocumentReadingsTable } from "./document-texts.tables.ts";
import { readableExtensions } from "./text-reader.ts";

/** A page of the newest public file of a document. */
export interface DocumentText {
  documentId: string;
  sha256: string;
  /** From 1; a file without pages is one. */
  page: number;
  text: string;
  language: "sq" | "en" | null;
  isMachineRead: boolean;
}

/**
 * What was read in the newest public file of each of these documents, page by page, as the public may have it at `now`:
 * drafts, withdrawn papers, internal originals, earlier versions and files with a virus give nothing.
 */
export async function textsOf(tx: TenantTx, documentIds: readonly string[], now: Date): Promise<DocumentText[]> {
  if (documentIds.length === 0) return [];
  const { rows } = await sql<DocumentText>`
    select d.id as "documentId", t.sha256, t.page, t.text, t.language, t.is_machine_read as "isMachineRead"
    from documents d
    join lateral (select v.sha256 from document_versions v
      where v.document_id = d.id and v.visibility = 'public' order by v.version desc limit 1) newest on true
    join files f on f.sha256 = newest.sha256 and f.virus is null
    join document_texts t on t.sha256 = newest.sha256
    where d.id = any (${[...documentIds]}::uuid[]) and d.public_from <= ${now}
    order by d.id, t.page`.execute(tx);
  return rows;
}

/** Whether this is the newest file that the public has of some document, or will have. */
export async function isNewestPublicFile(tx: TenantTx, sha256: string): Promise<boolean> {
  const { rows } = await sql<{ is: boolean }>`
    select is_newest_public_file((select current_setting('app.tenant_id')::uuid), ${sha256}) as is`.execute(tx);
  return rows[0]!.is;
}

/** The documents whose newest public file this is, public or not yet. */
export async function documentsWithFile(tx: TenantTx, sha256: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct v.document_id as id from document_versions v
    where v.sha256 = ${sha256} and v.visibility = 'public' and not exists (select from document_versions later
      where later.document_id = v.document_id and later.visibility = 'public' and later.version > v.version)
    order by v.document_id`.execute(tx);
  return rows.map(({ id }) => id);
}

/** A file whose text is to be kept and is not yet, or has pages that could not be read before. */
export interface UnreadFile {
  sha256: string;
  extension: string;
  size: number;
  /** Of one that was read already, its pages that are pictures. */
  pictures: number[] | null;
}

/**
 * Files that are to be read, those whose document came last first: people look for what is new. Files with pictures of
 * pages come behind them, where there is somebody to read these now and was not before.
 */
export async function findUnread(tx: TenantTx, hasRecogniser: boolean, limit: number): Promise<UnreadFile[]> {
  const { rows } = await sql<UnreadFile>`
    select f.sha256, f.extension, f.size::double precision as size, r.pictures
    from files f left join document_readings r on r.sha256 = f.sha256
    where f.extension = any (${[...readableExtensions]}::text[]) and f.virus is null and f.unneeded_since is null
      and (r.sha256 is null or (${hasRecogniser} and not r.had_recogniser and r.pictures <> '{}'))
      and is_newest_public_file((select current_setting('app.tenant_id')::uuid), f.sha256)
    order by r.sha256 is not null, f.stored_at desc, f.sha256 limit ${limit}`.execute(tx);
  return rows;
}

type Reading = Pick<DocumentReadingsTable, "reason" | "pages" | "is_whole" | "pictures" | "recognised">;

function stateOf(row: Reading & { texts: number }): TextReading["state"] {
  if (row.texts > row.recognised) return "read";
  if (row.recognised > 0) return "recognised";
  if (row.reason) return "unreadable";
  return row.pictures.length > 0 ? "scanned" : "read";
}

const nothing = { reason: null, pages: null, isWhole: true, pictures: [], recognised: 0 };

/** How the reading of these files went, by hash; internal originals and earlier versions are not among them. */
export async function readingsOf(tx: TenantTx, files: readonly string[]): Promise<ReadonlyMap<string, TextReading>> {
  if (files.length === 0) return new Map();
  const { rows } = await sql<Reading & { sha256: string; extension: string; isRead: boolean; texts: number }>`
    select f.sha256, f.extension, r.sha256 is not null as "isRead", r.reason, r.pages, r.is_whole, r.pictures, r.recognised,
      (select count(*)::integer from document_texts t where t.sha256 = f.sha256) as texts
    from files f left join document_readings r on r.sha256 = f.sha256
    where f.sha256 = any (${[...files]}::text[])
      and is_newest_public_file((select current_setting('app.tenant_id')::uuid), f.sha256)`.execute(tx);
  return new Map(
    rows.map((row): [string, TextReading] => {
      const isReadable = readableExtensions.includes(row.extension as never);
      if (!row.isRead) return [row.sha256, { ...nothing, state: isReadable ? "waiting" : "not_asked" }];
      const { reason, pages, is_whole: isWhole, pictures, recognised } = row;
      return [row.sha256, { state: stateOf(row), reason, pages, isWhole, pictures, recognised }];
    }),
  );
}
