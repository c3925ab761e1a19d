import { type RawBuilder, sql } from "kysely";
import type { TenantTx } from "../../../db/tenant-db.ts";
import type { LocalizedText } from "../../../locale.shared.ts";
import type { SearchDocument } from "../../../search/search-document.ts";
import { textsOf } from "../../document-texts/document-texts.queries.ts";
import { documentUrl } from "../../documents/documents.queries.ts";
import { type Source, yearOf } from "../source.ts";
import { actNames } from "./acts.ts";

/** Later than anything that is published ahead of its time. */
const anyTime = new Date("9999-01-01T00:00:00Z");

interface FoundDocument {
  id: string;
  title: LocalizedText;
  language: "sq" | "en" | "mul";
  public_from: Date;
  sha256: string;
  file_name: string;
  date: string | null;
  body: string | null;
  topic: string | null;
  carrier: LocalizedText | null;
  act: { type: "decision" | "ordinance" | "resolution"; number: number; adopted_on: string } | null;
}

/** Documents with their newest public file and what carries them. */
async function findDocuments(tx: TenantTx, only: RawBuilder<unknown>, until: Date): Promise<FoundDocument[]> {
  const { rows } = await sql<FoundDocument>`
    select d.id, d.title, d.language, d.public_from, newest.sha256, newest.file_name,
      coalesce(a.adopted_on, da.registered_on, m.day, im.day, rm.day, p.sort_date, (newest.uploaded_at at time zone 'Europe/Tirane')::date) as date,
      coalesce(a.body_id, m.body_id, im.body_id, rm.body_id, da.proposer_body_id)::text as body, coalesce(a.subject, da.subject) as topic,
      coalesce(a.title, da.title, i.title, p.title, jsonb_build_object('sq', pe.name)) as carrier,
      case when a.id is not null then jsonb_build_object('type', a.type, 'number', a.number, 'adopted_on', a.adopted_on) end as act
    from documents d
    join lateral (select v.sha256, v.file_name, v.uploaded_at from document_versions v
      where v.document_id = d.id and v.visibility = 'public' order by v.version desc limit 1) newest on true
    join files f on f.sha256 = newest.sha256 and f.virus is null
    left join attachments o on o.document_id = d.id
    left join acts a on a.id = o.act_id
    left join draft_acts da on da.id = o.draft_act_id
    left join meetings m on m.id = o.meeting_id
    left join agenda_items i on i.id = o.agenda_item_id
    left join meetings im on im.id = i.meeting_id
    left join recordings rec on rec.id = o.recording_id
    left join meetings rm on rm.id = rec.meeting_id
    left join people pe on pe.id = o.person_id
    left join publication_documents pd on pd.document_id = d.id
    left join publications p on p.id = pd.publication_id
    where d.public_from <= ${until} and ${only}`.execute(tx);
  return rows;
}
const among = (ids: readonly string[]) => sql`d.id = any (${[...ids]}::uuid[])`;

/** The file is part of the key, so that what was found in one version is never shown of another. */
const keyOf = ({ id, sha256 }: FoundDocument) => `document:${id}:${sha256.slice(0, 12)}`;

export const documents: Source = {
  name: "document",
  batch: 50,
  async idsAfter(tx, after, limit) {
    const rows = await tx
      .selectFrom("documents")
      .where("public_from", "is not", null)
      .where(sql<boolean>`id > ${after || "00000000-0000-0000-0000-000000000000"}::uuid`)
      .orderBy("id")
      .limit(limit)
      .select("id")
      .execute();
    return rows.map(({ id }) => id);
  },
  async documents(tx, ids) {
    const [rows, texts] = await Promise.all([findDocuments(tx, among(ids), anyTime), textsOf(tx, ids, anyTime)]);
    const pages = Map.groupBy(texts, ({ documentId }) => documentId);
    return rows.map((row): SearchDocument => {
      const own = pages.get(row.id) ?? [];
      const guessed = own.find(({ language }) => language)?.language;
      const url = documentUrl(row.id, row.file_name);
      return {
        subject: `document:${row.id}`,
        key: keyOf(row),
        kind: "document",
        language: row.language === "mul" ? (guessed ?? "sq") : row.language,
        sites: ["sq", "en"],
        title: row.title.sq,
        names: [row.title.en, row.carrier?.sq, ...(row.act ? actNames(row.act, "sq") : [])].filter(
          (name) => !!name,
        ) as string[],
        text: "",
        pages: own.map(({ page, text }) => ({ page, text })),
        ...{ date: row.date, year: yearOf(row.date), body: row.body, topic: row.topic },
        url: { sq: url, en: url },
        visibleFrom: row.public_from,
      };
    });
  },
  async shown(tx, found, now) {
    const ids = found.map(({ id }) => id);
    const [rows, machine] = await Promise.all([
      findDocuments(tx, among(ids), now),
      sql<{ id: string; page: number }>`select w.id, w.page from jsonb_to_recordset(${JSON.stringify(found)}::jsonb)
          as w (id uuid, page integer)
        join lateral (select v.sha256 from document_versions v where v.document_id = w.id and v.visibility = 'public'
          order by v.version desc limit 1) newest on true
        join document_texts t on t.sha256 = newest.sha256 and t.page = w.page and t.is_machine_read`.execute(tx),
    ]);
    const keys = new Map(found.map(({ id, key }) => [id, key]));
    const read = new Set(machine.rows.map(({ id }) => id));
    return new Map(
      rows
        .filter((row) => !keys.get(row.id) || keys.get(row.id) === keyOf(row))
        .map((row) => {
          const name = row.act && { sq: actNames(row.act, "sq")[0]!, en: actNames(row.act, "en")[0]! };
          return [row.id, { beside: name ?? row.carrier, title: row.title, isMachineRead: read.has(row.id) }];
        }),
    );
  },
};
