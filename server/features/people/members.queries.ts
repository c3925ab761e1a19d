import type { TenantTx } from "../../db/tenant-db.ts";
import { portraitColumns } from "./person-view.ts";

/** All terms of the council, the latest first. */
export const findTerms = (tx: TenantTx) =>
  tx.selectFrom("terms").select(["id", "slug", "begins_on", "ends_on", "seats"]).orderBy("begins_on", "desc").execute();
export type TermRow = Awaited<ReturnType<typeof findTerms>>[number];

/** The term of a day: the one that runs, else the last before it. Nothing before the first. */
export const termOn = (terms: readonly TermRow[], day: string): TermRow | undefined =>
  terms.find(({ begins_on }) => begins_on <= day);

/** The day of which a list of the term speaks: today, or its last. */
export const dayOf = ({ ends_on }: Pick<TermRow, "ends_on">, today: string): string =>
  ends_on !== null && ends_on < today ? ends_on : today;

/** Memberships of public people in public bodies. */
export const publicMemberships = (tx: TenantTx, now: Date) =>
  tx
    .selectFrom("memberships as m")
    .innerJoin("bodies as b", "b.id", "m.body_id")
    .innerJoin("people as p", "p.id", "m.person_id")
    .where("b.state", "=", "published")
    .where("b.public_from", "<=", now)
    .where("p.state", "=", "published")
    .where("p.public_from", "<=", now);

/** Everybody who held a seat in a term, by seat and time. */
export const findSeats = (tx: TenantTx, termId: string, now: Date) =>
  publicMemberships(tx, now)
    .where("b.kind", "=", "council")
    .where("m.term_id", "=", termId)
    .select(["m.seat", "m.party_id", "m.begins_on", "m.ends_on", "m.end_reason", "m.end_note", "m.position"])
    .select(["p.slug", "p.name", "p.family_name", "p.gender", "p.occupation", "p.folded_text"])
    .select(portraitColumns)
    .orderBy("m.seat")
    .orderBy("m.begins_on")
    .$narrowType<{ seat: number }>()
    .execute();
export type SeatRow = Awaited<ReturnType<typeof findSeats>>[number];

/** What people are in the council and its committees beside their seats, in days that touch these two. */
export const findPosts = (tx: TenantTx, from: string, until: string, now: Date) =>
  publicMemberships(tx, now)
    .where("b.kind", "in", ["council", "committee"])
    .where("m.seat", "is", null)
    .where("m.begins_on", "<=", until)
    .where((eb) => eb.or([eb("m.ends_on", "is", null), eb("m.ends_on", ">=", from)]))
    .select(["m.person_id", "m.role", "m.begins_on", "m.ends_on", "b.kind", "b.slug", "b.name"])
    .orderBy("b.position")
    .orderBy("b.id")
    .execute();
export type PostRow = Awaited<ReturnType<typeof findPosts>>[number];

/** To which parties the holders of seats in a term belonged, whenever. */
export const findAffiliationsOfTerm = (tx: TenantTx, termId: string) =>
  tx
    .selectFrom("affiliations as a")
    .where("a.person_id", "in", (eb) =>
      eb.selectFrom("memberships as m").where("m.term_id", "=", termId).select("m.person_id"),
    )
    .select(["a.person_id", "a.party_id", "a.begins_on", "a.ends_on"])
    .execute();
export type AffiliationRow = Awaited<ReturnType<typeof findAffiliationsOfTerm>>[number];

/** Whether the days of a row hold a day. */
export const includes = ({ begins_on, ends_on }: { begins_on: string; ends_on: string | null }, day: string) =>
  begins_on <= day && (ends_on === null || ends_on >= day);
