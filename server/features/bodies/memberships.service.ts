import type * as v from "valibot";
import { namingBreaches } from "../../db/breaches.ts";
import { json } from "../../db/columns.ts";
import { raiseVersion } from "../../db/content-versions.ts";
import type { TenantTx } from "../../db/tenant-db.ts";
import { type FieldProblem, InvalidInput } from "../../http/problem.ts";
import { parsed } from "../../http/validated.ts";
import type { LocalizedText } from "../../locale.shared.ts";
import { type Doing, recordChange } from "../audit/audit.service.ts";
import { inOrder } from "../people/days-in-order.ts";
import { personNotFound } from "../people/people.errors.ts";
import {
  bodyNotFound,
  chairTaken,
  memberAlready,
  membershipNotFound,
  seatTaken,
  termNotFound,
} from "./bodies.errors.ts";
import { MembershipChange, MembershipEnd, MembershipInput } from "./bodies.schema.ts";
import { rolesIn } from "./bodies.shared.ts";

const breaches = {
  memberships_one_holder: seatTaken,
  memberships_once_at_a_time: memberAlready,
  memberships_one_chair: chairTaken,
};

type Checked = v.InferOutput<typeof MembershipInput>;

/** A member of the council holds a seat of a term, within its days; nobody else does. */
async function seatProblems(tx: TenantTx, kind: string, given: Checked): Promise<FieldProblem[]> {
  const { role, termId, seat, partyId, beginsOn, endsOn } = given;
  const holdsSeat = kind === "council" && role === "member";
  if (!holdsSeat)
    return (["termId", "seat", "partyId"] as const).flatMap((path) =>
      given[path] ? [{ path, code: "bodies.no_seat_here" }] : [],
    );
  const missing = [...(termId ? [] : ["termId"]), ...(seat ? [] : ["seat"])];
  if (missing.length > 0) return missing.map((path) => ({ path, code: "text.required" }));
  const term = await tx.selectFrom("terms").selectAll().where("id", "=", termId!).executeTakeFirst();
  if (!term) throw termNotFound();
  const isOutside = (day: string) => day < term.begins_on || (term.ends_on !== null && day > term.ends_on);
  const party = partyId
    ? await tx.selectFrom("parties").select("id").where("id", "=", partyId).executeTakeFirst()
    : undefined;
  return [
    ...(seat! > term.seats ? [{ path: "seat", code: "bodies.no_such_seat" }] : []),
    ...(isOutside(beginsOn) ? [{ path: "beginsOn", code: "bodies.outside_the_term" }] : []),
    ...(endsOn && isOutside(endsOn) ? [{ path: "endsOn", code: "bodies.outside_the_term" }] : []),
    ...(partyId && !party ? [{ path: "partyId", code: "parties.unknown" }] : []),
  ];
}

async function carriers(tx: TenantTx, { bodyId, personId }: Pick<Checked, "bodyId" | "personId">) {
  const [body, person] = await Promise.all([
    tx.selectFrom("bodies").select(["kind", "state"]).where("id", "=", bodyId).executeTakeFirst(),
    tx.selectFrom("people").select("state").where("id", "=", personId).executeTakeFirst(),
  ]);
  if (!body) throw bodyNotFound();
  if (!person) throw personNotFound();
  return { kind: body.kind, arePublic: body.state === "published" && person.state === "published" };
}

/** @throws {InvalidInput} that names what does not fit the body, the term or each other */
async function checked(tx: TenantTx, kind: keyof typeof rolesIn, given: Checked) {
  inOrder(given.beginsOn, given.endsOn);
  const problems = await seatProblems(tx, kind, given);
  if (!rolesIn[kind].includes(given.role)) problems.push({ path: "role", code: "bodies.no_such_role" });
  if (!given.endsOn && (given.endReason || given.endNote)) problems.push({ path: "endsOn", code: "text.required" });
  if (problems.length > 0) throw new InvalidInput(problems);
  const text = (value: LocalizedText | null | undefined) => (value ? json(value) : null);
  return {
    role: given.role,
    title: text(given.title),
    term_id: given.termId ?? null,
    seat: given.seat ?? null,
    party_id: given.partyId ?? null,
    begins_on: given.beginsOn,
    ends_on: given.endsOn ?? null,
    end_reason: given.endReason ?? null,
    end_note: text(given.endNote),
    how_chosen: text(given.howChosen),
    position: given.position,
  };
}

/**
 * Makes somebody a member of a body. Whoever chairs is a member too and gets a second row for the chair. Two who take one
 * seat, chair or place at once: the database lets one of them.
 * @throws {InvalidInput} `bodies.not_found`, `people.not_found`, `bodies.term_not_found`, `bodies.seat_taken`,
 *   `bodies.member_already`, `bodies.chair_taken`
 */
export async function addMembership(tx: TenantTx, by: Doing, given: MembershipInput): Promise<{ id: string }> {
  const input = parsed(MembershipInput, given);
  const { bodyId, personId } = input;
  const { kind, arePublic } = await carriers(tx, input);
  const values = await checked(tx, kind, input);
  const made = await namingBreaches(breaches, () =>
    tx
      .insertInto("memberships")
      .values({ ...values, body_id: bodyId, person_id: personId })
      .returning("id")
      .executeTakeFirstOrThrow(),
  );
  if (arePublic) await raiseVersion(tx, "people");
  await recordChange(tx, by, "membership.added", "membership", made.id, null, input);
  return made;
}

async function lockMembership(tx: TenantTx, id: string) {
  const found = await tx.selectFrom("memberships").selectAll().where("id", "=", id).forUpdate().executeTakeFirst();
  if (!found) throw membershipNotFound();
  return {
    bodyId: found.body_id,
    personId: found.person_id,
    role: found.role,
    title: found.title,
    termId: found.term_id,
    seat: found.seat,
    partyId: found.party_id,
    beginsOn: found.begins_on,
    endsOn: found.ends_on,
    endReason: found.end_reason,
    endNote: found.end_note,
    howChosen: found.how_chosen,
    position: found.position,
  };
}

/**
 * Changes what is given and leaves all else.
 * @throws as `addMembership`, and `bodies.membership_not_found`
 */
export async function changeMembership(tx: TenantTx, by: Doing, id: string, change: MembershipChange): Promise<void> {
  const asked = parsed(MembershipChange, change);
  const before = await lockMembership(tx, id);
  // What was not given must not come back as an empty default.
  const given = Object.fromEntries(Object.entries(asked).filter(([name]) => Object.hasOwn(change, name)));
  const input = parsed(MembershipInput, { ...before, ...given });
  const { kind, arePublic } = await carriers(tx, input);
  const values = await checked(tx, kind, input);
  await namingBreaches(breaches, () => tx.updateTable("memberships").set(values).where("id", "=", id).execute());
  if (arePublic) await raiseVersion(tx, "people");
  await recordChange(tx, by, "membership.changed", "membership", id, before, input);
}

/**
 * Ends a membership: its last day, and why.
 * @throws {InvalidInput} `bodies.membership_not_found`
 */
export async function endMembership(tx: TenantTx, by: Doing, id: string, given: MembershipEnd): Promise<void> {
  const { endsOn, reason, note } = parsed(MembershipEnd, given);
  await changeMembership(tx, by, id, { endsOn, endReason: reason, endNote: note ?? null });
}

/**
 * Ends a mandate: the seat, and with it whatever its holder is in the council and its committees. A mandate never ends by
 * itself; somebody says so, with the reason.
 * @param id of the membership that holds the seat
 * @throws {InvalidInput} `bodies.membership_not_found`
 */
export async function endMandate(tx: TenantTx, by: Doing, id: string, given: MembershipEnd): Promise<void> {
  const { personId, seat } = await lockMembership(tx, id);
  if (seat === null) throw membershipNotFound();
  const { endsOn } = parsed(MembershipEnd, given);
  const others = await tx
    .selectFrom("memberships as m")
    .innerJoin("bodies as b", "b.id", "m.body_id")
    .select("m.id")
    .where("m.person_id", "=", personId)
    .where("m.id", "<>", id)
    .where("m.begins_on", "<=", endsOn)
    .where("b.kind", "in", ["council", "committee"])
    .where("m.seat", "is", null)
    .where((eb) => eb.or([eb("m.ends_on", "is", null), eb("m.ends_on", ">", endsOn)]))
    .orderBy("m.id")
    .execute();
  for (const one of [id, ...others.map((other) => other.id)]) await endMembership(tx, by, one, given);
}

/** Takes away a membership that was entered wrongly; one that is over is ended. @throws `bodies.membership_not_found` */
export async function removeMembership(tx: TenantTx, by: Doing, id: string): Promise<void> {
  const before = await lockMembership(tx, id);
  await tx.deleteFrom("memberships").where("id", "=", id).execute();
  await raiseVersion(tx, "people");
  await recordChange(tx, by, "membership.removed", "membership", id, before, null);
}

/** Everybody who is or was in a body, in the council’s own order. */
export const membershipsOf = async (tx: TenantTx, bodyId: string) =>
  (
    await tx
      .selectFrom("memberships")
      .selectAll()
      .where("body_id", "=", bodyId)
      .orderBy("position")
      .orderBy("begins_on")
      .orderBy("id")
      .execute()
  ).map((row) => ({
    id: row.id,
    personId: row.person_id,
    role: row.role,
    title: row.title,
    termId: row.term_id,
    seat: row.seat,
    partyId: row.party_id,
    beginsOn: row.begins_on,
    endsOn: row.ends_on,
    endReason: row.end_reason,
    endNote: row.end_note,
    howChosen: row.how_chosen,
    position: row.position,
  }));
