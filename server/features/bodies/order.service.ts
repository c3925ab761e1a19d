import { raiseVersion } from "../../db/content-versions.ts";
import type { TenantTx } from "../../db/tenant-db.ts";
import type { Actor } from "../../http/scope.ts";
import { type Doing, recordChange } from "../audit/audit.service.ts";
import { checkMayChange } from "../editing/public-changes.ts";
import { bodyNotFound, orderIncomplete } from "./bodies.errors.ts";

/** Who is in a body on a day, in its own order. */
export const findOrder = (tx: TenantTx, bodyId: string, today: string) =>
  tx
    .selectFrom("memberships as m")
    .innerJoin("people as p", "p.id", "m.person_id")
    .select(({ fn }) => ["p.id", "p.name", fn.min("m.position").as("position")])
    .where("m.body_id", "=", bodyId)
    .where("m.begins_on", "<=", today)
    .where((eb) => eb.or([eb("m.ends_on", "is", null), eb("m.ends_on", ">=", today)]))
    .groupBy(["p.id", "p.name", "p.family_name"])
    .orderBy("position")
    .orderBy("p.family_name")
    .orderBy("p.name")
    .execute();

/**
 * The order stands on the body's public page: it is changed by whoever may change that.
 * @throws `bodies.not_found`, `editing.changed_by_publishers`
 */
export async function checkMayOrder(tx: TenantTx, actor: Actor, bodyId: string): Promise<void> {
  const body = await tx.selectFrom("bodies").select("state").where("id", "=", bodyId).forUpdate().executeTakeFirst();
  if (!body) throw bodyNotFound();
  await checkMayChange(tx, actor, body, "body", bodyId);
}

/**
 * Puts the members of a body into the council's own order, in which pages list them after chair and deputies.
 * @param people every member of today, each once
 * @throws `bodies.not_found`, `bodies.order_incomplete` where somebody came or went meanwhile
 */
export async function orderMembers(
  tx: TenantTx,
  by: Doing,
  { bodyId, people, today }: { bodyId: string; people: readonly string[]; today: string },
): Promise<void> {
  const body = await tx.selectFrom("bodies").select("state").where("id", "=", bodyId).forUpdate().executeTakeFirst();
  if (!body) throw bodyNotFound();
  const before = (await findOrder(tx, bodyId, today)).map(({ id }) => id);
  const given = new Set(people);
  const isWhole = people.length === before.length && before.every((id) => given.has(id));
  if (!isWhole) throw orderIncomplete();
  if (before.every((id, at) => id === people[at])) return;
  for (const [at, person] of people.entries())
    await tx
      .updateTable("memberships")
      .set({ position: at + 1 })
      .where("body_id", "=", bodyId)
      .where("person_id", "=", person)
      .where((eb) => eb.or([eb("ends_on", "is", null), eb("ends_on", ">=", today)]))
      .execute();
  if (body.state === "published") await raiseVersion(tx, "people");
  await recordChange(tx, by, "body.ordered", "body", bodyId, { people: before }, { people });
}
