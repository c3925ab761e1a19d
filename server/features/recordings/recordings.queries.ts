import { type Expression, type RawBuilder, type SqlBool, sql } from "kysely";
import type { TenantTx } from "../../db/tenant-db.ts";
import type { LocalizedText } from "../../locale.shared.ts";
import { says } from "../../search/register-text.ts";
import { isPublic } from "../meetings/meetings.queries.ts";
import type { RecordingFilters } from "./list-filters.ts";
import { perPage } from "./recordings.schema.ts";

/** Whether the public may see a recording `r` of a meeting `m`: both are public, the doors were open, and it is there. */
export const isShown = (
  now: Date,
) => sql<SqlBool>`(${isPublic("r", now)} and ${isPublic("m", now)} and m.access = 'open'
  and (r.link is not null or exists (select from attachments o join documents d on d.id = o.document_id
    where o.recording_id = r.id and d.public_from <= ${now})))`;

/** Of a chapter `c` of the recording `r`, whether it is seen there; as `shownChapters` has it. */
const isSeen = sql<SqlBool>`((r.duration is null or c.starts < r.duration) and (c.starts >= 0 or not exists (
  select from recording_chapters later where later.recording_id = r.id and later.starts > c.starts and later.starts <= 0)))`;

const shownRecordings = (tx: TenantTx, now: Date) =>
  tx
    .selectFrom("recordings as r")
    .innerJoin("meetings as m", "m.id", "r.meeting_id")
    .innerJoin("bodies as b", "b.id", "m.body_id")
    .where(isShown(now));

const columns = (now: Date) =>
  [
    ...(["r.id", "r.link", "r.duration", "r.poster_width", "r.poster_height", "r.poster_renditions"] as const),
    ...(["r.updated_at", "r.public_from"] as const),
    ...(["m.id as meeting_id", "m.slug", "m.title", "m.kind", "m.day", "m.starts_at"] as const),
    ...(["b.slug as body_slug", "b.kind as body_kind", "b.name as body_name"] as const),
    isPublic("b", now).as("body_is_public"),
  ] as const;

export const listedRecordings = (tx: TenantTx, now: Date) =>
  shownRecordings(tx, now)
    .select(columns(now))
    .select([
      sql<number>`(select count(*) from recording_chapters c where c.recording_id = r.id and ${isSeen})`.as("chapters"),
      sql<("sq" | "en")[]>`array(select t.language from recording_captions t where t.recording_id = r.id
        order by t.language = 'en')`.as("captions"),
    ]);
export type ListedRecording = Awaited<ReturnType<ReturnType<typeof listedRecordings>["executeTakeFirstOrThrow"]>>;

const all = (conditions: Iterable<Expression<SqlBool>>): RawBuilder<SqlBool> => {
  const list = [...conditions];
  return list.length === 0 ? sql<SqlBool>`true` : sql<SqlBool>`(${sql.join(list, sql` and `)})`;
};

/** One condition for each filter that is set, by the facet that it belongs to. */
function conditionsOf({ year, body, kind }: RecordingFilters, ownBody = sql`b.slug`): Map<string, Expression<SqlBool>> {
  const conditions = new Map<string, Expression<SqlBool>>();
  if (year !== null)
    conditions.set("year", sql`(m.day >= make_date(${year}, 1, 1) and m.day < make_date(${year + 1}, 1, 1))`);
  if (body !== null) conditions.set("body", sql`(${ownBody} = ${body})`);
  if (kind !== null) conditions.set("kind", sql`(m.kind = ${kind})`);
  return conditions;
}
const wordsOf = ({ asked }: RecordingFilters) => says([sql`m.folded_text`], asked);

/** All that the filters of the library ask for. */
export const chosenRecordings = (filters: RecordingFilters) =>
  all([wordsOf(filters), ...conditionsOf(filters).values()]);

/** The latest meeting first; the id decides between those of one day, so that pages never overlap. */
export const findPage = (tx: TenantTx, filters: RecordingFilters, now: Date): Promise<ListedRecording[]> =>
  listedRecordings(tx, now)
    .where(chosenRecordings(filters))
    .orderBy("m.day", "desc")
    .orderBy("m.starts_at", "desc")
    .orderBy("r.id", "desc")
    .limit(perPage)
    .offset((filters.page - 1) * perPage)
    .execute();

interface FacetRow {
  facet: "total" | "year" | "body" | "kind";
  value: string | null;
  name: LocalizedText | null;
  count: number;
}

/** How many there are of each value of each filter, were it chosen beside the others, in one statement. */
export async function countFacets(tx: TenantTx, filters: RecordingFilters, now: Date) {
  const conditions = conditionsOf(filters, sql`m.slug`);
  const others = (facet: string) =>
    all([...conditions].filter(([name]) => name !== facet).map(([, condition]) => condition));
  const { rows } = await sql<FacetRow>`
    with found as materialized (
      select m.day, m.kind, b.slug, b.name, b.position
      from recordings r join meetings m on m.id = r.meeting_id join bodies b on b.id = m.body_id
      where ${isShown(now)} and ${wordsOf(filters)}
    )
    select 'total' as facet, null::text as value, null::jsonb as name, count(*) as count
      from found m where ${others("")}
    union all select 'year', extract(year from m.day)::integer::text, null, count(*)
      from found m where ${others("year")} group by 2
    union all select 'kind', m.kind, null, count(*)
      from found m where ${others("kind")} group by 2
    union all (select 'body', m.slug, m.name, count(*)
      from found m where ${others("body")} group by m.slug, m.name, m.position order by m.position)`.execute(tx);
  return {
    total: rows.find(({ facet }) => facet === "total")!.count,
    of: (facet: FacetRow["facet"]) => rows.filter((row) => row.facet === facet),
  };
}

/** One at the address of its meeting, if the public may see it. */
export const findAtAddress = (tx: TenantTx, slug: string, now: Date) =>
  listedRecordings(tx, now).where("m.slug", "=", slug).executeTakeFirst();

/** The last published, whenever their meetings were. */
export const findLatestRecordings = (tx: TenantTx, limit: number, now: Date): Promise<ListedRecording[]> =>
  listedRecordings(tx, now).orderBy("r.public_from", "desc").orderBy("r.id", "desc").limit(limit).execute();

const chaptersWithItems = (tx: TenantTx) =>
  tx
    .selectFrom("recording_chapters as c")
    .leftJoin("agenda_items as i", "i.id", "c.agenda_item_id")
    .orderBy("c.starts")
    .select(["c.id", "c.recording_id", "c.starts", "c.kind", "c.title", "c.agenda_item_id"])
    .select(["i.path", "i.title as item_title", "i.result"]);

/** All chapters of a recording, with what the agenda says of their items. */
export const findChapters = (tx: TenantTx, recordingId: string) =>
  chaptersWithItems(tx).where("c.recording_id", "=", recordingId).execute();
export type FoundChapter = Awaited<ReturnType<typeof findChapters>>[number];

/** The same of several, by the recording's id. */
export async function findChaptersOf(tx: TenantTx, ids: readonly string[]): Promise<Map<string, FoundChapter[]>> {
  if (ids.length === 0) return new Map();
  const rows = await chaptersWithItems(tx).where("c.recording_id", "in", ids).execute();
  return Map.groupBy(rows, ({ recording_id }) => recording_id);
}

/** What is said, in one language, of a recording that the public may see. */
export const findCaptions = (tx: TenantTx, slug: string, language: "sq" | "en", now: Date) =>
  shownRecordings(tx, now)
    .innerJoin("recording_captions as t", "t.recording_id", "r.id")
    .where("m.slug", "=", slug)
    .where("t.language", "=", language)
    .select(["t.content", "t.added_at"])
    .executeTakeFirst();

/** The first second at which an item is seen in the recording of its meeting, at the address of that. */
export interface Moment {
  slug: string;
  starts: number;
}

/** Of items `c.agenda_item_id` that satisfy a condition, the moment of each that the public may see. */
async function moments(tx: TenantTx, only: RawBuilder<SqlBool>, now: Date): Promise<ReadonlyMap<string, Moment>> {
  const { rows } = await sql<Moment & { id: string }>`
    select c.agenda_item_id as id, m.slug, min(greatest(c.starts, 0)) as starts
    from recording_chapters c join recordings r on r.id = c.recording_id join meetings m on m.id = r.meeting_id
    where c.agenda_item_id is not null and ${only} and ${isShown(now)} and ${isSeen}
    group by c.agenda_item_id, m.slug`.execute(tx);
  return new Map(rows.map(({ id, ...moment }) => [id, moment]));
}
/** By the item's id. */
export const momentsIn = (tx: TenantTx, meetingId: string, now: Date) =>
  moments(tx, sql<SqlBool>`r.meeting_id = ${meetingId}`, now);
export const momentOfItem = async (tx: TenantTx, itemId: string, now: Date): Promise<Moment | undefined> =>
  (await moments(tx, sql<SqlBool>`c.agenda_item_id = ${itemId}`, now)).get(itemId);

export const hasRecording = async (tx: TenantTx, meetingId: string, now: Date): Promise<boolean> =>
  (await shownRecordings(tx, now).where("r.meeting_id", "=", meetingId).select("r.id").executeTakeFirst()) !==
  undefined;

/** The rows of the register, in the order of the library, after the one where the batch before ended. */
export const findRecordingBatch = (
  tx: TenantTx,
  filters: RecordingFilters,
  now: Date,
  last: Pick<ListedRecording, "day" | "starts_at" | "id"> | null,
  size: number,
): Promise<ListedRecording[]> =>
  listedRecordings(tx, now)
    .where(chosenRecordings(filters))
    .$if(last !== null, (query) =>
      query.where(
        sql<SqlBool>`(m.day, m.starts_at, r.id) < (${last?.day}::date, ${last?.starts_at}::timestamptz, ${last?.id}::uuid)`,
      ),
    )
    .orderBy("m.day", "desc")
    .orderBy("m.starts_at", "desc")
    .orderBy("r.id", "desc")
    .limit(size)
    .execute();

const seenChapters = (tx: TenantTx, filters: RecordingFilters, now: Date) =>
  shownRecordings(tx, now)
    .innerJoin("recording_chapters as c", "c.recording_id", "r.id")
    .where(chosenRecordings(filters))
    .where(isSeen);

const chapterRows = (tx: TenantTx, filters: RecordingFilters, now: Date) =>
  seenChapters(tx, filters, now)
    .leftJoin("agenda_items as i", "i.id", "c.agenda_item_id")
    .select(["c.id", "c.starts", "c.kind as chapter_kind", "c.title", "c.agenda_item_id"])
    .select(["i.path", "i.title as item_title"])
    .select(["m.id as meeting_id", "m.slug as meeting_slug", "m.day", "m.kind"])
    .select(["b.slug as body_slug", "b.name as body_name"]);
export type ChapterRow = Awaited<ReturnType<ReturnType<typeof chapterRows>["executeTakeFirstOrThrow"]>>;

export const findChapterBatch = (
  tx: TenantTx,
  filters: RecordingFilters,
  now: Date,
  last: ChapterRow | null,
  size: number,
): Promise<ChapterRow[]> =>
  chapterRows(tx, filters, now)
    .$if(last !== null, (query) =>
      query.where(
        sql<SqlBool>`(m.day <= ${last?.day}::date and (m.day < ${last?.day}::date or m.id > ${last?.meeting_id}::uuid
          or (m.id = ${last?.meeting_id}::uuid and c.starts > ${last?.starts}::integer)))`,
      ),
    )
    .orderBy("m.day", "desc")
    .orderBy("m.id")
    .orderBy("c.starts")
    .limit(size)
    .execute();

export const countChapters = async (tx: TenantTx, filters: RecordingFilters, now: Date): Promise<number> =>
  (await seenChapters(tx, filters, now).select(sql<number>`count(*)`.as("total")).executeTakeFirstOrThrow()).total;

/** The file of a recording, whether the public has it or not. */
export const findFile = (tx: TenantTx, recordingId: string) =>
  tx
    .selectFrom("attachments as a")
    .innerJoin("document_versions as v", "v.document_id", "a.document_id")
    .innerJoin("files as f", "f.sha256", "v.sha256")
    .where("a.recording_id", "=", recordingId)
    .orderBy("v.version", "desc")
    .limit(1)
    .select(["a.document_id", "v.file_name", "v.sha256", "f.size", "f.media_type"])
    .executeTakeFirst();

/** The sum of captions in hexadecimal digits, as of a file. */
export const sumOfCaptions = sql`encode(sha256(convert_to(content, 'UTF8')), 'hex')` as RawBuilder<string>;
