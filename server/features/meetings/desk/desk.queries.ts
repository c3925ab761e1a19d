import { type Expression, type ExpressionBuilder, type SqlBool, sql } from "kysely";
import type { TenantTables } from "../../../db/tables.ts";
import type { TenantTx } from "../../../db/tenant-db.ts";
import type { ActType } from "../../acts/acts.shared.ts";
import type { MeetingStage } from "../meetings.shared.ts";

const withBodies = (tx: TenantTx) =>
  tx
    .selectFrom("meetings as m")
    .innerJoin("bodies as b", "b.id", "m.body_id")
    .select(["b.name as body_name", "b.slug as body_slug", "b.kind as body_kind", "b.state as body_state"])
    .select("b.public_from as body_public_from")
    .selectAll("m");

/** A meeting with its body, whether the public may know of it or not. */
export const findMeeting = (tx: TenantTx, id: string) => withBodies(tx).where("m.id", "=", id).executeTakeFirst();
export type DeskMeeting = NonNullable<Awaited<ReturnType<typeof findMeeting>>>;

/** What lies in the bin is looked for there. */
const outOfBin = sql<SqlBool>`m.binned_at is null`;

/** What is ahead, or behind and not yet wound up, the next first. */
export const findUnfinished = (tx: TenantTx) =>
  withBodies(tx)
    .where("m.stage", "in", ["planned", "announced", "open", "closed"])
    .where(outOfBin)
    .orderBy("m.starts_at")
    .orderBy("m.id")
    .limit(200)
    .execute();

export interface DeskFilters {
  year: number | null;
  body: string | null;
  stage: MeetingStage | null;
  words: readonly string[];
}
export const perPage = 25;

function chosen({ year, body, stage, words }: DeskFilters): Expression<SqlBool> {
  const conditions = [
    outOfBin,
    ...(year === null
      ? []
      : [sql<SqlBool>`m.day >= make_date(${year}, 1, 1) and m.day < make_date(${year + 1}, 1, 1)`]),
    ...(body === null ? [] : [sql<SqlBool>`b.slug = ${body}`]),
    ...(stage === null ? [] : [sql<SqlBool>`m.stage = ${stage}`]),
    ...words.map((word) => sql<SqlBool>`m.folded_text like ${word}`),
  ];
  return sql<SqlBool>`(${sql.join(conditions, sql` and `)})`;
}

/** A page of all meetings, the latest first, and how many there are. */
export async function findChosen(tx: TenantTx, filters: DeskFilters, page: number) {
  const where = chosen(filters);
  const rows = await withBodies(tx)
    .where(where)
    .orderBy("m.day", "desc")
    .orderBy("m.starts_at", "desc")
    .orderBy("m.id", "desc")
    .limit(perPage)
    .offset((page - 1) * perPage)
    .execute();
  const { total } = await tx
    .selectFrom("meetings as m")
    .innerJoin("bodies as b", "b.id", "m.body_id")
    .where(where)
    .select((eb) => eb.fn.countAll<number>().as("total"))
    .executeTakeFirstOrThrow();
  return { rows, total };
}

/** Years in which there are meetings, the last first. */
export const findYears = async (tx: TenantTx): Promise<number[]> => {
  const rows = await tx
    .selectFrom("meetings")
    .select(sql<number>`extract(year from day)::integer`.as("year"))
    .distinct()
    .orderBy("year", "desc")
    .execute();
  return rows.map(({ year }) => year);
};

/** Bodies that can call a meeting, in the council's own order; with `besides`, also one that has ended. */
export const findBodies = (tx: TenantTx, today: string, besides: readonly string[] = []) =>
  tx
    .selectFrom("bodies")
    .where((eb) =>
      eb.or([
        eb("ends_on", "is", null),
        eb("ends_on", ">=", today),
        ...(besides.length > 0 ? [eb("id", "in", besides)] : []),
      ]),
    )
    .orderBy(sql`kind <> 'council'`)
    .orderBy("position")
    .orderBy("slug")
    .select(["id", "slug", "name", "kind"])
    .execute();

/** Bodies that go on and have met, so that the next meeting can be like the last. */
export const findBodiesThatMet = (tx: TenantTx, today: string) =>
  tx
    .selectFrom("bodies as b")
    .where((eb) => eb.or([eb("b.ends_on", "is", null), eb("b.ends_on", ">=", today)]))
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom("meetings as m")
          .whereRef("m.body_id", "=", "b.id")
          .where("m.kind", "=", "ordinary")
          .where("m.stage", "not in", ["cancelled", "postponed"])
          .where("m.binned_at", "is", null)
          .select("m.id"),
      ),
    )
    .orderBy(sql`b.kind <> 'council'`)
    .orderBy("b.position")
    .orderBy("b.slug")
    .select(["b.id", "b.name"])
    .execute();

export const findJointBodies = (tx: TenantTx, meetingId: string) =>
  tx
    .selectFrom("meeting_bodies as j")
    .innerJoin("bodies as b", "b.id", "j.body_id")
    .where("j.meeting_id", "=", meetingId)
    .orderBy("b.position")
    .orderBy("b.slug")
    .select(["b.id", "b.name"])
    .execute();

/** The agenda in numeric order, with the draft acts and the acts of its items. */
export const findAgenda = (tx: TenantTx, meetingId: string) =>
  tx
    .selectFrom("agenda_items as i")
    .leftJoin("draft_acts as d", "d.id", "i.draft_act_id")
    .where("i.meeting_id", "=", meetingId)
    .orderBy("i.path")
    .selectAll("i")
    .select(["d.title as draft_title", "d.subject as draft_subject"])
    .select((eb) =>
      eb
        .selectFrom("votes as v")
        .whereRef("v.agenda_item_id", "=", "i.id")
        .select((of) => of.fn.countAll<number>().as("count"))
        .$asScalar()
        .$notNull()
        .as("votes"),
    )
    .execute();
/** The acts that were made of items of this meeting, by the item. */
export const findActsOf = async (tx: TenantTx, meetingId: string): Promise<ReadonlyMap<string, DeskAct>> => {
  const rows = await tx
    .selectFrom("acts as a")
    .innerJoin("agenda_items as i", "i.id", "a.agenda_item_id")
    .where("i.meeting_id", "=", meetingId)
    .where("a.binned_at", "is", null)
    .orderBy("a.number", "desc")
    .select(["i.id as item", "a.id", "a.type", "a.number", "a.series"])
    .execute();
  return new Map(rows.map(({ item, ...act }) => [item, act]));
};
interface DeskAct {
  id: string;
  type: ActType;
  number: number;
  series: string;
}

export type DeskItem = Awaited<ReturnType<typeof findAgenda>>[number];

const documents = (tx: TenantTx) =>
  tx
    .selectFrom("documents as d")
    .select(["d.id", "d.title", "d.language", "d.created_at"])
    .select((eb) =>
      eb
        .selectFrom("document_versions as v")
        .whereRef("v.document_id", "=", "d.id")
        .orderBy("v.version", "desc")
        .limit(1)
        .select("v.file_name")
        .$asScalar()
        .$notNull()
        .as("file_name"),
    );

/** What was found in the newest file of a document. */
const foundIn = (eb: ExpressionBuilder<TenantTables & { d: TenantTables["documents"] }, "d">) =>
  eb
    .selectFrom("document_versions as n")
    .innerJoin("file_checks as c", "c.sha256", "n.sha256")
    .whereRef("n.document_id", "=", "d.id")
    .orderBy("n.version", "desc")
    .orderBy("n.visibility", "desc")
    .limit(1)
    .select("c.text")
    .$asScalar();

/** The papers of a meeting and of its items, each list in its order. @param waits those that wait to be let in */
export const findPapers = (tx: TenantTx, meetingId: string, waits = false) =>
  documents(tx)
    .innerJoin("attachments as a", "a.document_id", "d.id")
    .leftJoin("agenda_items as i", "i.id", "a.agenda_item_id")
    .where((eb) => eb.or([eb("a.meeting_id", "=", meetingId), eb("i.meeting_id", "=", meetingId)]))
    .where("a.waits", "=", waits)
    .orderBy("a.position")
    .orderBy("a.added_at")
    .orderBy("d.id")
    .select(["a.role", "a.added_at", "a.agenda_item_id"])
    .select((eb) => foundIn(eb).as("text"))
    .execute();
export type DeskPaper = Awaited<ReturnType<typeof findPapers>>[number];

/** Documents that nothing carries yet, the newest first. */
export const findFreeDocuments = (tx: TenantTx) =>
  documents(tx)
    .leftJoin("publication_documents as b", "b.document_id", "d.id")
    .leftJoin("page_documents as p", "p.document_id", "d.id")
    .leftJoin("attachments as a", "a.document_id", "d.id")
    .where("b.publication_id", "is", null)
    .where("p.page_id", "is", null)
    .where("a.document_id", "is", null)
    .orderBy("d.created_at", "desc")
    .orderBy("d.id")
    .limit(100)
    .execute();

const draftColumns = [
  ...(["id", "title", "protocol_number", "registered_on", "stage"] as const),
  ...(["proposer_kind", "proposer", "proposer_person_id", "proposer_body_id"] as const),
] as const;

/** Draft acts in which all these words stand, the newest first; without words those that are still on their way. */
export const findDraftActs = (tx: TenantTx, words: readonly string[]) =>
  tx
    .selectFrom("draft_acts")
    .where((eb) =>
      words.length > 0
        ? eb.and(words.map((word) => eb("folded_text", "like", word)))
        : eb("stage", "not in", ["adopted", "rejected", "withdrawn"]),
    )
    .orderBy("registered_on", "desc")
    .orderBy("id")
    .limit(12)
    .select(draftColumns)
    .execute();

export const findDraftAct = (tx: TenantTx, id: string) =>
  tx.selectFrom("draft_acts").where("id", "=", id).select(draftColumns).executeTakeFirst();
