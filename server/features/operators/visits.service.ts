import { randomUUID } from "node:crypto";
import { type Selectable, sql } from "kysely";
import { isSignatureOf, signatureOf } from "../../auth/signature.ts";
import { hashOf, newToken } from "../../auth/tokens.ts";
import type { TenantTx } from "../../db/tenant-db.ts";
import type { Actor } from "../../http/scope.ts";
import { type Doing, recordChange } from "../audit/audit.service.ts";
import { handOverUnusable } from "./operators.errors.ts";
import type { OperatorVisitsTable } from "./visits.tables.ts";

/** The way from one host to the other takes seconds. */
const handOverLasts = 2 * 60 * 1000;
/** However much is done meanwhile: whoever needs longer says again why. */
const visitLasts = 60 * 60 * 1000;

type Visit = Selectable<OperatorVisitsTable>;
/** What a hand-over is signed for: another council's host, another operator or a later end is another signature. */
type Bound = Pick<Visit, "id" | "host" | "operator_id" | "expires_at">;
const bound = ({ id, host, operator_id, expires_at }: Bound) =>
  `hand-over ${id} ${host} ${operator_id} ${expires_at.toISOString()}`;

interface HandOver {
  operator: { id: string; name: string };
  reason: string;
  /** The council's. */
  host: string;
}

/**
 * Notes in the council why an operator is about to enter; what the same operator asked for before and did not use is of
 * no use any more.
 * @returns the secret of the hand-over, which is kept nowhere
 */
export async function handOver(
  tx: TenantTx,
  now: Date,
  { operator, reason, host }: HandOver,
  secretKey: string,
): Promise<string> {
  // Who asks twice at once has one way in all the same.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`visit ${operator.id}`}, 0))`.execute(tx);
  await tx
    .deleteFrom("operator_visits")
    .where("operator_id", "=", operator.id)
    .where("entered_at", "is", null)
    .execute();
  const visit = {
    ...{ id: randomUUID(), operator_id: operator.id, operator_name: operator.name, reason, host },
    ...{ asked_at: now, expires_at: new Date(now.getTime() + handOverLasts) },
    ...{ entered_at: null, session_hash: null, ends_at: null, left_at: null },
  };
  const token = signatureOf(bound(visit), secretKey);
  await tx
    .insertInto("operator_visits")
    .values({ ...visit, token_hash: hashOf(token) })
    .execute();
  return token;
}

interface Presented {
  token: string;
  /** Where it is shown. */
  host: string;
}

/** A hand-over that can still be used. @throws `operators.hand_over_unusable` */
export async function readHandOver(tx: TenantTx, now: Date, { token, host }: Presented, secretKey: string) {
  const visit = await tx
    .selectFrom("operator_visits")
    .where("token_hash", "=", hashOf(token))
    .where("host", "=", host)
    .where("entered_at", "is", null)
    .where("left_at", "is", null)
    .where("expires_at", ">", now)
    .selectAll()
    .executeTakeFirst();
  if (!visit || !isSignatureOf(bound(visit), secretKey, token)) throw handOverUnusable();
  return { name: visit.operator_name, reason: visit.reason, until: new Date(now.getTime() + visitLasts) };
}

/** A visit that goes on. */
export interface OpenVisit {
  id: string;
  operator: { id: string; name: string };
  reason: string;
  until: Date;
}
const opened = (visit: Visit): OpenVisit => ({
  id: visit.id,
  operator: { id: visit.operator_id, name: visit.operator_name },
  reason: visit.reason,
  until: visit.ends_at!,
});

/** Who whoever is on a visit is. */
export const visitorOf = ({ operator, reason, until }: OpenVisit): Actor & { kind: "operator" } => ({
  kind: "operator",
  ...operator,
  reason,
  until: until.toISOString(),
});

/** Tells the cookie of a visit from that of an account. */
const mark = "visit.";
export const isVisit = (sessionId: string): boolean => sessionId.startsWith(mark);

/**
 * Uses a hand-over, which whoever is second finds used.
 * @returns the secret id of the session, for the cookie alone
 * @throws `operators.hand_over_unusable`
 */
export async function enterCouncil(
  tx: TenantTx,
  now: Date,
  { token, host }: Presented,
  secretKey: string,
): Promise<string> {
  const sessionId = mark + newToken();
  const visit = await tx
    .updateTable("operator_visits")
    .set({
      ...{ entered_at: now, session_hash: hashOf(sessionId), ends_at: new Date(now.getTime() + visitLasts) },
    })
    .where("token_hash", "=", hashOf(token))
    .where("host", "=", host)
    .where("entered_at", "is", null)
    .where("left_at", "is", null)
    .where("expires_at", ">", now)
    .returningAll()
    .executeTakeFirst();
  if (!visit || !isSignatureOf(bound(visit), secretKey, token)) throw handOverUnusable();
  const by: Doing = { actor: visitorOf(opened(visit)), now };
  const after = { reason: visit.reason, until: visit.ends_at };
  await recordChange(tx, by, "operator.entered", "operator_visit", visit.id, null, after);
  return sessionId;
}

/** The visit of a cookie, as long as it goes on. */
export async function findVisit(tx: TenantTx, now: Date, sessionId: string): Promise<OpenVisit | null> {
  const visit = await tx
    .selectFrom("operator_visits")
    .where("session_hash", "=", hashOf(sessionId))
    .where("left_at", "is", null)
    .where("ends_at", ">", now)
    .selectAll()
    .executeTakeFirst();
  return visit ? opened(visit) : null;
}

/** Ends a visit before its time. */
export async function endVisit(tx: TenantTx, by: Doing, id: string): Promise<void> {
  const { numUpdatedRows } = await tx
    .updateTable("operator_visits")
    .set({ left_at: by.now })
    .where("id", "=", id)
    .where("left_at", "is", null)
    .executeTakeFirstOrThrow();
  if (numUpdatedRows > 0n) await recordChange(tx, by, "operator.left", "operator_visit", id, null, null);
}

/** Ends all that an operator has begun or could still begin in this council. */
export async function endVisitsOf(tx: TenantTx, by: Doing, operatorId: string): Promise<void> {
  const open = await tx
    .selectFrom("operator_visits")
    .where("operator_id", "=", operatorId)
    .where("left_at", "is", null)
    .where((eb) => eb.or([eb("ends_at", ">", by.now), eb("entered_at", "is", null)]))
    .select("id")
    .execute();
  for (const { id } of open) await endVisit(tx, by, id);
}

/** A visit is listed for so long after it is over; the audit knows of it for good. */
const listedFor = 90 * 24 * 60 * 60 * 1000;

/** Forgets hand-overs that nobody used in time, and visits of long ago. */
export async function forgetVisits(tx: TenantTx, now: Date): Promise<void> {
  await tx
    .deleteFrom("operator_visits")
    .where((eb) =>
      eb.or([
        eb.and([eb("entered_at", "is", null), eb("expires_at", "<=", now)]),
        eb("ends_at", "<=", new Date(now.getTime() - listedFor)),
      ]),
    )
    .execute();
}
