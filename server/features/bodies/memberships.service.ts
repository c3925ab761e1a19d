import type * as v from "valibot";
import { namingBreaches } from "../../db/breaches.ts";
import { json } from "../../db/columns.ts";
import { raiseVersion } from "../../db/content-versions.ts";
import type { TenantTx } from "../../db/tenant-db.ts";
import { type FieldProblem, InvalidInput } from "../../http/problem.ts";
import { parsed } from "../../http/validated.ts";
import { numericDay } from "../../local-time.ts";
import type { LocalizedText } from "../../locale.shared.ts";
import { type Doing, recordChange } from "../audit/audit.service.ts";
import { inOrder } from "../people/days-in-order.ts";
import { personNotFound } from "../people/people.errors.ts";
import {
  bodyNotFound,
  chairHeld,
  chairTaken,
  memberAlready,
  membershipNotFound,
  seatHeld,
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

const outsideTheTerm = "bodies.outside_the_term";

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
  const days = { from: numericDay(term.begins_on), to: term.ends_on ? numericDay(term.ends_on) : "…" };
  const outside = (path: string) => ({ path, code: outsideTheTerm, params: days });
  const isOutside = (day: string) => day < term.begins_on || (term.ends_on !== null && day > term.ends_on);
  const party = partyId
    ? await tx.selectFrom("parties").select("id").where("id", "=", partyId).executeTakeFirst()
    : undefined;
  return [
    ...(seat! > term.seats ? [{ path: "seat", code: "bodies.no_such_seat" }] : []),
    ...(isOutside(beginsOn) ? [outside("beginsOn")] : []),
    ...(endsOn && isOutside(endsOn) ? [outside("endsOn")] : []),
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

/** Says who has the seat or the chair already. Of two who want it at once the database decides, without a name. */
async function checkFree(tx: TenantTx, given: Checked, own?: string): Promise<void> {
  const { bodyId, personId, role, termId, seat, beginsOn, endsOn } = given;
  const isChair = role === "chair" || role === "head";
  if (!isChair && !(termId && seat)) return;
  const holder = await tx
    .selectFrom("memberships as m")
    .innerJoin("people as p", "p.id", "m.person_id")
    .select(["p.name", "m.person_id"])
    .$if(own !== undefined, (query) => query.where("m.id", "<>", own!))
    .$if(isChair, (query) => query.where("m.body_id", "=", bodyId).where("m.role", "=", role))
    .$if(!isChair, (query) => query.where("m.term_id", "=", termId!).where("m.seat", "=", seat!))
    .where((eb) => eb.or([eb("m.ends_on", "is", null), eb("m.ends_on", ">=", beginsOn)]))
    .$if(Boolean(endsOn), (query) => query.where("m.begins_on", "<=", endsOn!))
    .orderBy("m.begins_on")
    .limit(1)
    .executeTakeFirst();
  if (holder?.person_id === personId) throw memberAlready();
  if (holder) throw isChair ? chairHeld(holder.name) : seatHeld(holder.name);
}

/**
 * Makes somebody a member of a body. Whoever chairs is a member too and gets a second row for the chair. Two who take one
 * seat, chair or place at once: the database lets one of them.
 * @throws {InvalidInput} `bodies.not_found`, `people.not_found`, `bodies.term_not_found`, `bodies.seat_held`,
 *   `bodies.member_already`, `bodies.chair_held`, and of a race `bodies.seat_taken`, `bodies.chair_taken`
 */
export async function addMembership(tx: TenantTx, by: Doing, given: MembershipInput): Promise<{ id: string }> {
  const input = parsed(MembershipInput, given);
  const { bodyId, personId } = input;
  const { kind, arePublic } = await carriers(tx, input);
  const values = await checked(tx, kind, input);
  await checkFree(tx, input);
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
  await checkFree(tx, input, id);
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
