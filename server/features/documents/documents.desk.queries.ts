import { sql } from "kysely";
import type { TenantTx } from "../../db/tenant-db.ts";
import { likeWords } from "../../http/list-query.ts";
import type { Actor } from "../../http/scope.ts";
import type { LocalizedText } from "../../locale.shared.ts";
import type { TextCheck } from "../inspection/inspection.shared.ts";
import type { VirusCheck } from "../inspection/inspection.tables.ts";
import type { Outcome } from "../uploads/uploads.service.ts";
import { documentNotFound } from "./documents.errors.ts";
import type { DocumentListView } from "./documents.paths.shared.ts";
import { documentsWithin } from "./documents-within.ts";

export const documentsPerPage = 40;

/** What carries a document, as in the audit. */
export interface CarriedBy {
  entity: "publication" | "page" | "meeting" | "act" | "draft_act" | "person" | "election";
  id: string;
  title: LocalizedText | null;
}

/** A document as the workspace lists it: its newest file, what was found in it, and what carries it. */
export interface DeskDocument {
  id: string;
  title: LocalizedText;
  language: "sq" | "en" | "mul";
  guessed: ("title" | "language")[];
  isPublic: boolean;
  /** The public reads it, or will by itself. */
  isReleased: boolean;
  version: number;
  visibility: "public" | "internal";
  fileName: string;
  mediaType: string;
  size: number;
  uploadedAt: string;
  /** `null` of files that came before they were looked into. */
  virus: VirusCheck | null;
  text: Pick<TextCheck, "state" | "reason" | "pages" | "pagesRead" | "language" | "found" | "findings"> | null;
  /** Earlier versions that the public reads as well, or will, and that say something of persons; the newest first. */
  earlier: { version: number; found: number }[];
  /** Whether the last look through the storage missed its file. */
  isMissing: boolean;
  carriedBy: CarriedBy | null;
  /** Where the council had the very file already. */
  sameAs: SameFile | null;
}

/** A document that was there before with the same bytes. */
export interface SameFile {
  id: string;
  title: LocalizedText;
}

/**
 * The first document of the council with the file of a version `v`, of those that are the same as `d` in its sense and that
 * somebody may see.
 */
const firstWithFile = (
  actor: Actor,
  isOther: ReturnType<typeof sql>,
) => sql`(select jsonb_build_object('id', o.id, 'title', o.title)
  from document_versions x join documents o on o.id = x.document_id
  where x.sha256 = v.sha256 and ${isOther} and ${documentsWithin(actor, sql`o.id`, "see") ?? sql`true`} order by o.created_at, o.id limit 1)`;

/** The document that had the file of a version `v` of the document `d` before it: of two alike the second is the copy. */
export const sameFile = (actor: Actor) => firstWithFile(actor, sql`(o.created_at, o.id) < (d.created_at, d.id)`);

/** For whom documents are told, and when. */
interface Reader {
  actor: Actor;
  now: Date;
}

/** That a version says something of persons to whoever may read it, by the names of its row and of its check. */
const saysOfPersons = (version: string, check: string) =>
  sql`${sql.ref(`${version}.visibility`)} = 'public' and (${sql.ref(`${check}.text`)} ->> 'found')::integer > 0`;

/** Everything that a row of the list tells; `narrowed` is a condition on `d`. */
const rowsOf = (narrowed: ReturnType<typeof sql>, { actor, now }: Reader) => sql`
  select d.id, d.title, d.language, d.guessed, coalesce(d.public_from <= ${now}, false) as "isPublic", d.public_from is not null as "isReleased",
    v.version, v.visibility, v.file_name as "fileName", f.media_type as "mediaType", f.size,
    v.uploaded_at as "uploadedAt", c.virus, c.text, carried.by as "carriedBy", ${sameFile(actor)} as "sameAs", missing.is as "isMissing", coalesce(earlier.all, '[]') as earlier,
    d.created_at
  from documents d
  join lateral (select * from document_versions n where n.document_id = d.id
    order by n.version desc, n.visibility desc limit 1) v on true
  join files f on f.sha256 = v.sha256
  left join file_checks c on c.sha256 = v.sha256
  cross join lateral (select exists (select from defects b where b.kind = 'file_missing' and b.resolved_at is null
    and b.address like '/dokumente/' || d.id || '/%') as is) missing
  cross join lateral (
    select jsonb_agg(jsonb_build_object('version', e.version, 'found', k.text -> 'found') order by e.version desc) as all
    from document_versions e join file_checks k on k.sha256 = e.sha256
    where e.document_id = d.id and e.version < v.version and ${saysOfPersons("e", "k")}
      and exists (select from document_versions later where later.document_id = d.id and later.visibility = 'public'
        and later.version > e.version)) earlier
  left join lateral (
    select jsonb_build_object('entity', 'publication', 'id', p.id, 'title', p.title) as by
      from publication_documents o join publications p on p.id = o.publication_id where o.document_id = d.id
    union all select jsonb_build_object('entity', 'page', 'id', p.id, 'title', jsonb_build_object('sq', p.element))
      from page_documents o join pages p on p.id = o.page_id where o.document_id = d.id
    union all select case
        when a.act_id is not null then (select jsonb_build_object('entity', 'act', 'id', x.id, 'title', x.title)
          from acts x where x.id = a.act_id)
        when a.draft_act_id is not null then (select jsonb_build_object('entity', 'draft_act', 'id', x.id, 'title', x.title)
          from draft_acts x where x.id = a.draft_act_id)
        when a.person_id is not null then (select jsonb_build_object('entity', 'person', 'id', x.id,
          'title', jsonb_build_object('sq', x.name)) from people x where x.id = a.person_id)
        when a.election_id is not null then (select jsonb_build_object('entity', 'election', 'id', x.id,
          'title', jsonb_build_object('sq', to_char(x.held_on, 'DD.MM.YYYY')))
          from elections x where x.id = a.election_id)
        else (select jsonb_build_object('entity', 'meeting', 'id', m.id, 'title',
            coalesce(m.title, jsonb_build_object('sq', (b.name ->> 'sq') || ', ' || to_char(m.day, 'DD.MM.YYYY'),
              'en', coalesce(b.name ->> 'en', b.name ->> 'sq') || ', ' || to_char(m.day, 'DD.MM.YYYY'))))
          from meetings m cross join lateral (select name from bodies where id = m.body_id offset 0) b
          where m.id = coalesce(a.meeting_id, (select i.meeting_id from agenda_items i where i.id = a.agenda_item_id),
            (select r.meeting_id from recordings r where r.id = a.recording_id)))
      end
      from attachments a where a.document_id = d.id
    limit 1
  ) carried on true
  where ${narrowed}`;

type Row = Omit<DeskDocument, "uploadedAt"> & { uploadedAt: Date };
const documentOf = ({ uploadedAt, ...row }: Row): DeskDocument => ({
  ...row,
  uploadedAt: uploadedAt.toISOString(),
});

/** Documents of whose newest file something is true; a condition on `n` and `c`. */
const whoseNewest = (holds: ReturnType<typeof sql>) => sql`d.id in (
  select n.document_id from document_versions n join file_checks c on c.sha256 = n.sha256
  where ${holds} and not exists (select from document_versions later where later.document_id = n.document_id
    and (later.version, later.visibility) > (n.version, n.visibility)))`;

/** Which of them a view shows; conditions on `d` alone, so that only what is shown is read whole. */
const conditions: Record<DocumentListView, ReturnType<typeof sql>> = {
  all: sql`true`,
  unused: sql`d.id not in (select document_id from publication_documents)
    and d.id not in (select document_id from page_documents) and d.id not in (select document_id from attachments)`,
  // Also by an earlier version, which stays readable at its own address.
  persons: sql`d.id in (select n.document_id from document_versions n join file_checks c on c.sha256 = n.sha256
    where ${saysOfPersons("n", "c")})`,
  scanned: whoseNewest(sql`c.text ->> 'state' in ('none', 'partly')`),
  missing: sql`d.id::text in (select split_part(b.address, '/', 3) from defects b
    where b.kind = 'file_missing' and b.resolved_at is null)`,
};

/**
 * The council's documents that somebody may see, the newest first.
 * @param asked `words` are all in the title or the name of a file
 */
export async function listDocuments(
  tx: TenantTx,
  asked: Reader & { view: DocumentListView; words: string; page: number },
): Promise<{ total: number; items: DeskDocument[] }> {
  const { view, words, page, actor } = asked;
  const within = documentsWithin(actor, sql`d.id`, "see");
  const named = likeWords(words).map(
    (word) => sql`(d.folded_title like ${word}
      or d.id in (select n.document_id from document_versions n where n.folded_name like ${word}))`,
  );
  const { rows: chosen } = await sql<{ id: string; total: number }>`
    select d.id, count(*) over ()::integer as total from documents d
    where ${sql.join([conditions[view], ...named, ...(within ? [within] : [])], sql` and `)}
    order by d.created_at desc, d.id limit ${documentsPerPage} offset ${(page - 1) * documentsPerPage}`.execute(tx);
  if (!chosen[0]) return { total: 0, items: [] };
  const { rows } =
    await sql<Row>`select * from (${rowsOf(sql`d.id = any(${chosen.map(({ id }) => id)})`, asked)}) as found
    order by created_at desc, id`.execute(tx);
  return { total: chosen[0].total, items: rows.map(documentOf) };
}

/** One of them. @throws `documents.not_found` */
export async function findDeskDocument(tx: TenantTx, id: string, reader: Reader): Promise<DeskDocument> {
  const { rows } = await sql<Row>`select * from (${rowsOf(sql`d.id = ${id}`, reader)}) as found`.execute(tx);
  if (!rows[0]) throw documentNotFound();
  return documentOf(rows[0]);
}

/** Every file of a document, the newest first, internal originals among them. */
export const listVersions = async (tx: TenantTx, id: string) => {
  const rows = await tx
    .selectFrom("document_versions as v")
    .innerJoin("files as f", "f.sha256", "v.sha256")
    .leftJoin("file_checks as c", "c.sha256", "v.sha256")
    .where("v.document_id", "=", id)
    .orderBy("v.version", "desc")
    .orderBy("v.visibility", "desc")
    .select(["v.version", "v.visibility", "v.file_name", "v.uploaded_at", "f.size", "f.media_type", "f.sha256"])
    .select(["c.virus", "c.text"])
    .execute();
  return rows.map(({ file_name, uploaded_at, media_type, ...row }) => ({
    ...row,
    ...{ fileName: file_name, mediaType: media_type, uploadedAt: uploaded_at.toISOString() },
  }));
};
export type DeskVersion = Awaited<ReturnType<typeof listVersions>>[number];

/** The file of one version, for those who may see drafts. */
/** @param version `null` for the newest */
export const findDeskFile = (tx: TenantTx, id: string, version: number | null, visibility: "public" | "internal") =>
  tx
    .selectFrom("document_versions as v")
    .innerJoin("files as f", "f.sha256", "v.sha256")
    .where("v.document_id", "=", id)
    .$if(version !== null, (query) => query.where("v.version", "=", version))
    .where("v.visibility", "=", visibility)
    .orderBy("v.version", "desc")
    .limit(1)
    .select(["v.file_name", "f.sha256", "f.media_type", "f.size", "f.virus"])
    .executeTakeFirst();

/** What an upload has become, with what was found in it, for whoever sent it. */
export async function findOutcome(tx: TenantTx, actor: Actor, outcome: Outcome) {
  if (outcome.pictureId !== null) return { ...outcome, title: null, text: null, virus: null, sameAs: null };
  const row = await tx
    .selectFrom("documents as d")
    .innerJoin("document_versions as v", "v.document_id", "d.id")
    .leftJoin("file_checks as c", "c.sha256", "v.sha256")
    .where("d.id", "=", outcome.documentId)
    .orderBy("v.uploaded_at", "desc")
    .limit(1)
    .select(["d.title", "c.text", "c.virus"])
    // Whatever is there when this one has come was there before, also where it was begun later.
    .select(sql<SameFile | null>`${firstWithFile(actor, sql`o.id <> d.id`)}`.as("sameAs"))
    .executeTakeFirstOrThrow();
  const { state, found } = row.text ?? { state: null, found: 0 };
  const { title, virus, sameAs } = row;
  return { ...outcome, title, virus, sameAs, text: state && { state, found } };
}
