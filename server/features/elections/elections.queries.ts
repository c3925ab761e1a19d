import { sql } from "kysely";
import type { TenantTx } from "../../db/tenant-db.ts";

export const publicElections = (tx: TenantTx, now: Date) =>
  tx.selectFrom("elections as e").where("e.state", "=", "published").where("e.public_from", "<=", now);

/** Every public election, the newest first: in a lifetime there are a few dozen. */
export const findElections = (tx: TenantTx, now: Date) =>
  publicElections(tx, now).selectAll("e").orderBy("e.held_on", "desc").orderBy("e.kind").execute();
export type ElectionRow = Awaited<ReturnType<typeof findElections>>[number];

/** The lists of all public elections, each in the order of the ballot. */
export const findLists = (tx: TenantTx, now: Date) =>
  publicElections(tx, now)
    .innerJoin("election_lists as l", "l.election_id", "e.id")
    .leftJoin("parties as p", "p.id", "l.party_id")
    .select(["l.election_id", "l.position", "l.name", "l.short_name", "l.party_id", "l.votes", "l.seats", "p.colour"])
    .orderBy("l.election_id")
    .orderBy("l.position")
    .execute();
export type ListRow = Awaited<ReturnType<typeof findLists>>[number];

/** Who held each seat of a term, one after the other. A person who is not public has no name. */
export const findHolders = (tx: TenantTx, termId: string, now: Date) =>
  tx
    .selectFrom("memberships as m")
    .innerJoin("terms as t", "t.id", "m.term_id")
    .leftJoin("people as p", (join) =>
      join.onRef("p.id", "=", "m.person_id").on("p.state", "=", "published").on("p.public_from", "<=", now),
    )
    .where("m.term_id", "=", termId)
    .where("m.seat", "is not", null)
    .select(["m.seat", "m.begins_on", "m.ends_on", "m.end_reason", "m.end_note", "p.slug", "p.name"])
    .select("t.ends_on as term_ends_on")
    .orderBy("m.seat")
    .orderBy("m.begins_on")
    .$narrowType<{ seat: number }>()
    .execute();
export type HolderRow = Awaited<ReturnType<typeof findHolders>>[number];

export const findTerm = (tx: TenantTx, id: string) =>
  tx.selectFrom("terms").where("id", "=", id).select(["slug", "begins_on", "ends_on"]).executeTakeFirst();

const listsOf = (tx: TenantTx, election: string | null, now: Date) =>
  publicElections(tx, now)
    .innerJoin("election_lists as l", "l.election_id", "e.id")
    .$if(election !== null, (query) => query.where("e.slug", "=", election!));

export const countResults = async (tx: TenantTx, election: string | null, now: Date): Promise<number> =>
  (
    await listsOf(tx, election, now)
      .select((eb) => eb.fn.countAll<number>().as("total"))
      .executeTakeFirstOrThrow()
  ).total;

/** Results of lists with what is known of their election, the newest first; at most `size` after this one. */
export const findResults = (
  tx: TenantTx,
  election: string | null,
  now: Date,
  after: { id: string; held_on: string; position: number } | null,
  size: number,
) =>
  listsOf(tx, election, now)
    .leftJoin("parties as p", "p.id", "l.party_id")
    .leftJoin("terms as t", "t.id", "e.term_id")
    .$if(after !== null, (query) =>
      query.where(
        sql<boolean>`(-(e.held_on - date '1970-01-01'), e.id, l.position) > (-(${after!.held_on}::date - date '1970-01-01'), ${after!.id}::uuid, ${after!.position}::integer)`,
      ),
    )
    .select(["e.id", "e.slug", "e.kind", "e.held_on", "e.electorate", "e.voters", "e.valid_ballots"])
    .select(["e.invalid_ballots", "e.source", "e.source_url", "e.seats as council_seats", "t.slug as term"])
    .select(["l.position", "l.name", "l.short_name", "l.votes", "l.seats", "p.slug as party"])
    .select((eb) =>
      eb
        .selectFrom("election_lists as all")
        .whereRef("all.election_id", "=", "e.id")
        .select((sum) => sum.fn.sum<number>("all.votes").as("sum"))
        .as("votes_of_all"),
    )
    .orderBy("e.held_on", "desc")
    .orderBy("e.id")
    .orderBy("l.position")
    .limit(size)
    .execute();
export type ResultRow = Awaited<ReturnType<typeof findResults>>[number];
