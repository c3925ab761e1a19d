import { sql } from "kysely";
import type { TenantTx } from "../../db/tenant-db.ts";
import { dayIn } from "../../local-time.ts";
import { forceOn, prefectStateOn, referenceColumns } from "./acts.queries.ts";

/** An act at its address, if the public may know of it: also one that was withdrawn after it was public. */
export const findAtAddress = (tx: TenantTx, slug: string, now: Date) =>
  tx
    .selectFrom("acts")
    .innerJoin("bodies as b", "b.id", "acts.body_id")
    .leftJoin("people as p", "p.id", "acts.proposer_person_id")
    .leftJoin("bodies as pb", "pb.id", "acts.proposer_body_id")
    .where("acts.slug", "=", slug)
    .where("acts.state", "in", ["published", "withdrawn"])
    .where((eb) => eb.or([eb("acts.public_from", "<=", now), eb("acts.withdrawn_at", "is not", null)]))
    .select(referenceColumns)
    .select(["acts.nature", "acts.summary", "acts.subject", "acts.body", "acts.legal_basis", "acts.names_persons"])
    .select(["acts.announced_on", "acts.notified_on", "acts.in_force_on", "acts.repealed_on", "acts.prefect_state"])
    .select(["acts.state", "acts.public_from", "acts.updated_at", "acts.withdrawn_at", "acts.withdrawn_reason"])
    .select(["acts.agenda_item_id", "acts.draft_act_id", "acts.proposer_kind", "acts.proposer"])
    .select(["b.name as body_name", "b.slug as body_slug", "b.kind as body_kind"])
    .select(["p.name as person_name", "p.slug as person_slug"])
    .select(["pb.name as proposer_body_name", "pb.slug as proposer_body_slug", "pb.kind as proposer_body_kind"])
    .select([
      forceOn(dayIn(now)).as("force"),
      prefectStateOn(dayIn(now)).as("shown_prefect_state"),
      sql<boolean>`(b.state = 'published' and b.public_from <= ${now})`.as("body_is_public"),
      sql<boolean>`coalesce(p.state = 'published' and p.public_from <= ${now}, false)`.as("person_is_public"),
      sql<boolean>`coalesce(pb.state = 'published' and pb.public_from <= ${now}, false)`.as("proposer_body_is_public"),
    ])
    .executeTakeFirst();
export type ActAtAddress = NonNullable<Awaited<ReturnType<typeof findAtAddress>>>;

/** What other acts do to this one, and what it does to others; of acts that are not public yet nothing is told. */
export const findRelations = (tx: TenantTx, id: string, now: Date) =>
  tx
    .selectFrom("act_relations as r")
    .innerJoin("acts as source", "source.id", "r.act_id")
    .leftJoin("acts as target", "target.id", "r.target_id")
    .where((eb) => eb.or([eb("r.act_id", "=", id), eb("r.target_id", "=", id)]))
    .where("source.state", "=", "published")
    .where("source.public_from", "<=", now)
    .where((eb) =>
      eb.or([
        eb("r.target_id", "is", null),
        eb.and([eb("target.state", "=", "published"), eb("target.public_from", "<=", now)]),
      ]),
    )
    .orderBy("source.adopted_on")
    .orderBy("source.number")
    .orderBy("r.id")
    .select(["r.act_id", "r.kind", "r.target_id", "r.target_text", "r.since", "r.note"])
    .select(["source.type", "source.number", "source.adopted_on", "source.title", "source.slug", "source.in_force_on"])
    .select([
      "target.type as target_type",
      "target.number as target_number",
      "target.adopted_on as target_adopted_on",
      "target.title as target_title",
      "target.slug as target_slug",
    ])
    .execute();
export type RelationRow = Awaited<ReturnType<typeof findRelations>>[number];

/** The steps of the prefect's review, with the act by which the council decided again. */
export const findReview = (tx: TenantTx, id: string, now: Date) =>
  tx
    .selectFrom("prefect_steps as s")
    .leftJoin("acts as r", (join) =>
      join.onRef("r.id", "=", "s.result_act_id").on("r.state", "=", "published").on("r.public_from", "<=", now),
    )
    .where("s.act_id", "=", id)
    .orderBy("s.position")
    .select(["s.step", "s.day", "s.protocol_number", "s.outcome", "s.reasons"])
    .select(["r.type", "r.number", "r.adopted_on", "r.title", "r.slug"])
    .execute();
export type ReviewRow = Awaited<ReturnType<typeof findReview>>[number];

/**
 * The public meetings on whose agenda the act stood, as a draft or when it was adopted, in the order of their days.
 */
export const findDiscussions = (tx: TenantTx, act: Pick<ActAtAddress, "agenda_item_id" | "draft_act_id">, now: Date) =>
  tx
    .selectFrom("agenda_items as i")
    .innerJoin("meetings as m", "m.id", "i.meeting_id")
    .innerJoin("bodies as b", "b.id", "m.body_id")
    .where((eb) =>
      eb.or([
        ...(act.agenda_item_id ? [eb("i.id", "=", act.agenda_item_id)] : []),
        ...(act.draft_act_id ? [eb("i.draft_act_id", "=", act.draft_act_id)] : []),
      ]),
    )
    .where("m.state", "=", "published")
    .where("m.public_from", "<=", now)
    .where("m.stage", "not in", ["cancelled", "postponed"])
    .orderBy("m.starts_at")
    .orderBy("i.path")
    .select(["i.id", "i.path", "i.result", "m.slug", "m.kind", "m.title", "m.day", "m.starts_at"])
    .select(["b.name as body_name"])
    .execute();
export type DiscussionRow = Awaited<ReturnType<typeof findDiscussions>>[number];

/** The last vote on an agenda item, and who voted how where that is open. */
export async function findVote(tx: TenantTx, agendaItemId: string, now: Date) {
  const [vote, ballots] = await Promise.all([
    tx
      .selectFrom("votes as v")
      .where("v.agenda_item_id", "=", agendaItemId)
      .orderBy("v.round", "desc")
      .limit(1)
      .select(["v.id", "v.method", "v.majority", "v.members", "v.present", "v.round"])
      .select(["v.votes_for", "v.votes_against", "v.abstentions"])
      .executeTakeFirst(),
    tx
      .selectFrom("ballots as l")
      .innerJoin("votes as v", "v.id", "l.vote_id")
      .innerJoin("people as p", "p.id", "l.person_id")
      .where("v.agenda_item_id", "=", agendaItemId)
      .select(["l.vote_id", "l.choice", "p.name", "p.slug"])
      .select(sql<boolean>`(p.state = 'published' and p.public_from <= ${now})`.as("is_public"))
      .orderBy(sql`p.family_name collate "sq-x-icu"`)
      .orderBy("p.name")
      .execute(),
  ]);
  return vote && { ...vote, ballots: ballots.filter((ballot) => ballot.vote_id === vote.id) };
}
export type VoteRow = NonNullable<Awaited<ReturnType<typeof findVote>>>;

/** The draft that became the act, if the public may see it. */
export const findDraft = (tx: TenantTx, id: string, now: Date) =>
  tx
    .selectFrom("draft_acts as d")
    .where("d.id", "=", id)
    .where("d.state", "=", "published")
    .where("d.public_from", "<=", now)
    .select(["d.id", "d.slug", "d.title", "d.stage", "d.registered_on", "d.initiative_from", "d.consultation_from"])
    .executeTakeFirst();
export type DraftRow = NonNullable<Awaited<ReturnType<typeof findDraft>>>;

/** The public acts with the number before and after, in the same series. */
export async function findNeighbours(
  tx: TenantTx,
  { type, series, number }: Pick<ActAtAddress, "type" | "series" | "number">,
  now: Date,
) {
  const near = (sign: "<" | ">") =>
    tx
      .selectFrom("acts")
      .where("acts.type", "=", type)
      .where("acts.series", "=", series)
      .where("acts.number", sign, number)
      .where("acts.state", "=", "published")
      .where("acts.public_from", "<=", now)
      .orderBy("acts.number", sign === "<" ? "desc" : "asc")
      .limit(1)
      .select(referenceColumns)
      .executeTakeFirst();
  const [previous, next] = await Promise.all([near("<"), near(">")]);
  return { previous: previous ?? null, next: next ?? null };
}
