import type { TenantTx } from "../../db/tenant-db.ts";
import type { LocalizedText } from "../../locale.shared.ts";
import type { DocumentHistory, DocumentView } from "./documents.schema.ts";

/** Where the newest public file of a document is downloaded. */
export const documentUrl = (id: string, fileName: string) => `/dokumente/${id}/${encodeURIComponent(fileName)}`;
/** Where one version of it is, for as long as the document is public. */
export const versionUrl = (id: string, version: number, fileName: string) =>
  `/dokumente/${id}/v/${version}/${encodeURIComponent(fileName)}`;

/** Files of documents that the public may have at `now`. */
export const publicFiles = (tx: TenantTx, now: Date) =>
  tx
    .selectFrom("documents as d")
    .innerJoin("document_versions as v", "v.document_id", "d.id")
    .innerJoin("files as f", "f.sha256", "v.sha256")
    .where("d.public_from", "<=", now)
    .where("f.virus", "is", null)
    .where("v.visibility", "=", "public");

/** What a download needs: the file of one version, or of the newest. Only what the public may have at `now`. */
export const findDownload = (tx: TenantTx, id: string, version: number | null, now: Date) =>
  publicFiles(tx, now)
    .where("d.id", "=", id)
    .$if(version !== null, (query) => query.where("v.version", "=", version!))
    .orderBy("v.version", "desc")
    .limit(1)
    .select(["v.version", "v.file_name", "f.sha256", "f.size", "f.media_type"])
    .executeTakeFirst();

export interface PublicVersion {
  owner: string;
  id: string;
  title: LocalizedText;
  language: DocumentView["language"];
  version: number;
  file_name: string;
  uploaded_at: Date;
  sha256: string;
  size: number;
  media_type: string;
}

const newestFile = (row: PublicVersion, url: string) => ({
  version: row.version,
  fileName: row.file_name,
  mediaType: row.media_type,
  size: row.size,
  sha256: row.sha256,
  uploadedAt: row.uploaded_at.toISOString(),
  url,
});

/** Groups rows that come by owner, position and version (newest first). */
export function byOwner(rows: PublicVersion[]): Map<string, DocumentHistory[]> {
  const documents = new Map<string, DocumentHistory>();
  const owners = new Map<string, DocumentHistory[]>();
  for (const row of rows) {
    const { owner, id, title, language, version, file_name } = row;
    const known = documents.get(id);
    if (known) {
      known.earlier.push(newestFile(row, versionUrl(id, version, file_name)));
      continue;
    }
    const document = { id, title, language, ...newestFile(row, documentUrl(id, file_name)), earlier: [] };
    documents.set(id, document);
    owners.set(owner, [...(owners.get(owner) ?? []), document]);
  }
  return owners;
}

export const publicColumns = [
  ...(["d.id", "d.title", "d.language", "v.version", "v.file_name", "v.uploaded_at"] as const),
  ...(["f.sha256", "f.size", "f.media_type"] as const),
] as const;

/** The public documents of these publications, each list in its order. One query for any number of them. */
export async function documentsOfPublications(tx: TenantTx, ids: readonly string[], now: Date) {
  if (ids.length === 0) return new Map<string, DocumentHistory[]>();
  const rows = await publicFiles(tx, now)
    .innerJoin("publication_documents as o", "o.document_id", "d.id")
    .where("o.publication_id", "in", ids)
    .orderBy("o.publication_id")
    .orderBy("o.position")
    .orderBy("v.version", "desc")
    .select("o.publication_id as owner")
    .select(publicColumns)
    .execute();
  return byOwner(rows);
}

/** The public documents of a page, in their order. */
export async function documentsOfPage(tx: TenantTx, id: string, now: Date): Promise<DocumentHistory[]> {
  const rows = await publicFiles(tx, now)
    .innerJoin("page_documents as o", "o.document_id", "d.id")
    .where("o.page_id", "=", id)
    .orderBy("o.position")
    .orderBy("v.version", "desc")
    .select("o.page_id as owner")
    .select(publicColumns)
    .execute();
  return byOwner(rows).get(id) ?? [];
}

/** A list shows the newest file alone. */
export const withoutHistory = ({ earlier: _, ...document }: DocumentHistory): DocumentView => document;
