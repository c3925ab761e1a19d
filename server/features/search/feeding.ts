import { sql } from "kysely";
import type { TenantDb, TenantId, TenantTx } from "../../db/tenant-db.ts";
import { enqueue } from "../../jobs/outbox.ts";
import { agree } from "../../search/agreement.ts";
import type { SubjectInIndex } from "../../search/search-document.ts";
import type { SearchEngine } from "../../search/search-engine.ts";
import { documentsWithFile } from "../document-texts/document-texts.queries.ts";
import { elementCodes } from "../elements/catalogue.shared.ts";
import type { Source } from "./source.ts";
import { bySource } from "./sources/sources.ts";

/** Changes that are taken up at once. */
const atOnce = 200;
/** Asks for everything of a council to be indexed anew. */
export const everything = "council:everything";

/**
 * Two who read and write the same council's subjects would overtake each other, and what one of them read earlier would
 * stay: they take turns.
 * @returns when this one began, by the database's clock: processes that write and sweep have no other in common
 */
export async function takeTurn(tx: TenantTx): Promise<Date> {
  await sql`select pg_advisory_xact_lock(hashtext('search'), hashtext(current_setting('app.tenant_id')))`.execute(tx);
  const { rows } = await sql<{ now: Date }>`select clock_timestamp() as now`.execute(tx);
  return rows[0]!.now;
}

/** What carries documents, by the column that names it. */
const carriers = [
  ["act", "attachments", "act_id"],
  ["draft_act", "attachments", "draft_act_id"],
  ["meeting", "attachments", "meeting_id"],
  ["agenda_item", "attachments", "agenda_item_id"],
  ["person", "attachments", "person_id"],
  ["recording", "attachments", "recording_id"],
  ["publication", "publication_documents", "publication_id"],
] as const;

const idsOf = (subjects: ReadonlySet<string>, name: string) =>
  [...subjects].filter((subject) => subject.startsWith(`${name}:`)).map((subject) => subject.slice(name.length + 1));

/** The changed subjects with all whose texts speak of them. */
async function withDependents(tx: TenantTx, changed: ReadonlySet<string>): Promise<Set<string>> {
  const all = new Set(changed);
  const add = (name: string, ids: readonly string[]) => {
    for (const id of ids) all.add(`${name}:${id}`);
  };
  if (idsOf(all, "site").length > 0) add("element", elementCodes);
  for (const sha256 of idsOf(all, "file")) add("document", await documentsWithFile(tx, sha256));
  const bodies = idsOf(all, "body");
  if (bodies.length > 0) {
    const held = await tx.selectFrom("meetings").where("body_id", "in", bodies).select("id").execute();
    add(
      "meeting",
      held.map(({ id }) => id),
    );
    const members = await tx.selectFrom("memberships").where("body_id", "in", bodies).select("person_id").execute();
    add(
      "person",
      members.map(({ person_id }) => person_id),
    );
  }
  const meetings = idsOf(changed, "meeting");
  if (meetings.length > 0) {
    const items = await tx.selectFrom("agenda_items").where("meeting_id", "in", meetings).select("id").execute();
    add(
      "agenda_item",
      items.map(({ id }) => id),
    );
  }
  const items = idsOf(all, "agenda_item");
  if (meetings.length > 0 || items.length > 0) {
    const { rows } = await sql<{ id: string }>`select r.id from recordings r
      where r.meeting_id = any (${meetings}::uuid[]) or exists (select from recording_chapters c
        where c.recording_id = r.id and c.agenda_item_id = any (${items}::uuid[]))`.execute(tx);
    add(
      "recording",
      rows.map(({ id }) => id),
    );
  }
  for (const [name, table, column] of carriers) {
    const ids = idsOf(all, name);
    if (ids.length === 0) continue;
    const { rows } = await sql<{ id: string }>`select document_id as id from ${sql.table(table)}
      where ${sql.ref(column)} = any (${ids}::uuid[])`.execute(tx);
    add(
      "document",
      rows.map(({ id }) => id),
    );
  }
  return all;
}

/** What is found of these ids now: those of which nothing is, with no documents. */
async function read(tx: TenantTx, source: Source, ids: readonly string[]): Promise<SubjectInIndex[]> {
  const documents = Map.groupBy(await source.documents(tx, ids), ({ subject }) => subject);
  return ids.map((id) => {
    const subject = `${source.name}:${id}`;
    return { subject, documents: documents.get(subject) ?? [] };
  });
}

/** Brings some subjects of one source into the index as they are now; whoever calls it has its turn. */
export async function feed(
  tx: TenantTx,
  engine: SearchEngine,
  council: TenantId,
  source: Source,
  ids: readonly string[],
  now: Date,
): Promise<void> {
  for (let at = 0; at < ids.length; at += source.batch)
    await engine.put(council, await read(tx, source, ids.slice(at, at + source.batch)), now);
}

async function noteAgreement(tx: TenantTx): Promise<void> {
  const settings = await tx.selectFrom("tenant_settings").select("searched_with_others").executeTakeFirst();
  await agree(tx, settings?.searched_with_others ?? false);
}

/**
 * Takes up the oldest changes.
 * @returns how many there were
 */
export async function feedChanges(db: TenantDb, engine: SearchEngine, council: TenantId) {
  return db.write(async (tx) => {
    const now = await takeTurn(tx);
    const changes = await tx
      .selectFrom("search_changes")
      .where("subject", "!=", everything)
      .selectAll()
      .orderBy("id")
      .limit(atOnce)
      .execute();
    if (changes.length === 0) return 0;
    const changed = new Set(changes.map(({ subject }) => subject));
    if (idsOf(changed, "site").length > 0) await noteAgreement(tx);
    for (const [source, ids] of bySource(await withDependents(tx, changed)))
      await feed(tx, engine, council, source, ids, now);
    await tx
      .deleteFrom("search_changes")
      .where(
        "id",
        "in",
        changes.map(({ id }) => id),
      )
      .execute();
    return changes.length;
  });
}

/** Notes a change that the database does not note by itself. */
export async function noteChanged(tx: TenantTx, subject: string): Promise<void> {
  await tx.insertInto("search_changes").values({ subject }).execute();
  await enqueue(tx, "search", crypto.randomUUID());
}

/** Asks for everything of the bound council to be indexed anew. */
export const askForReindex = (tx: TenantTx): Promise<void> => noteChanged(tx, everything);

/** The last request for that, `null` where there is none. */
export const reindexAsked = async (db: TenantDb): Promise<number | null> =>
  db.read(async (tx) => {
    const { last } = await tx
      .selectFrom("search_changes")
      .where("subject", "=", everything)
      .select((eb) => eb.fn.max("id").as("last"))
      .executeTakeFirstOrThrow();
    return last === null ? null : Number(last);
  });

/** What was asked for until then is done. */
export const reindexDone = (db: TenantDb, last: number) =>
  db.write((tx) => tx.deleteFrom("search_changes").where("subject", "=", everything).where("id", "<=", last).execute());

/** The next ids of a source, indexed, and how far that run has come; the last of them, or `null` at its end. */
export const feedNext = (
  db: TenantDb,
  engine: SearchEngine,
  council: TenantId,
  source: Source,
  { after, ofRun }: { after: string; ofRun: Date },
): Promise<{ last: string | null; count: number }> =>
  db.write(async (tx) => {
    const now = await takeTurn(tx);
    const ids = await source.idsAfter(tx, after, source.batch * 2);
    await feed(tx, engine, council, source, ids, now);
    const last = ids.at(-1) ?? null;
    if (last !== null)
      await tx
        .updateTable("search_runs")
        .set({ kind: source.name, after: last })
        .where("began_at", "=", ofRun)
        .execute();
    return { last, count: ids.length };
  });
