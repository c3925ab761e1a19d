import { type RawBuilder, sql } from "kysely";
import { json } from "../../db/columns.ts";
import { raiseVersion } from "../../db/content-versions.ts";
import type { TenantTx } from "../../db/tenant-db.ts";
import { AppError } from "../../http/errors.ts";
import { InvalidInput, within } from "../../http/problem.ts";
import { parsed } from "../../http/validated.ts";
import { type Doing, recordChange } from "../audit/audit.service.ts";
import { isSame } from "../editing/versions.ts";
import { lockAct } from "./act-record.ts";
import { alreadyRelated, relationNotFound, targetIsNewer } from "./acts.errors.ts";
import { type ActRelations, RelationInput } from "./acts.schema.ts";

/**
 * Sets the day from which acts are repealed: the first on which a published act repeals them, or on which the council did
 * so after the prefect's return. Without one they hold (again).
 */
const settle = (tx: TenantTx, which: RawBuilder<unknown>) =>
  sql`
    update acts set repealed_on = least(
      (select min(coalesce(r.since, source.in_force_on)) from act_relations r
        join acts source on source.id = r.act_id and source.took_effect
        where r.target_id = acts.id and r.kind = 'repeals'),
      (select min(s.day) from prefect_steps s where s.act_id = acts.id and s.outcome = 'repealed'))
    where ${which}`.execute(tx);

/** What an act repeals depends on its own dates and on whether it is public: settled with every change of these. */
export async function settleRepeals(tx: TenantTx, actId: string): Promise<void> {
  await settle(
    tx,
    sql`id = ${actId} or id in (select target_id from act_relations where act_id = ${actId} and kind = 'repeals')`,
  );
}

/**
 * Says what an act does to another one. An act that repeals another ends it on the day that is given, else when it comes
 * into force itself.
 * @throws `InvalidInput`, `acts.not_found`, `acts.already_related`, `acts.target_is_newer`
 */
export async function relateActs(tx: TenantTx, by: Doing, given: RelationInput): Promise<{ id: string }> {
  const { actId, kind, targetId = null, targetText = null, since = null, note = null } = parsed(RelationInput, given);
  const act = await lockAct(tx, actId);
  if (since !== null && since < act.adopted_on)
    throw new InvalidInput([{ path: "since", code: "acts.before_adoption" }]);
  if (targetId !== null) {
    if (targetId === actId) throw new InvalidInput([{ path: "targetId", code: "acts.to_itself" }]);
    const target = await lockAct(tx, targetId);
    if (target.adopted_on > act.adopted_on) throw targetIsNewer();
  }
  const made = await tx
    .insertInto("act_relations")
    .values({
      act_id: actId,
      kind,
      target_id: targetId,
      target_text: targetText && json(targetText),
      since,
      note: note && json(note),
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning("id")
    .executeTakeFirst();
  if (!made) throw alreadyRelated();
  await settleRepeals(tx, actId);
  await raiseVersion(tx, "acts");
  await recordChange(tx, by, "act.related", "act", actId, null, { kind, targetId, targetText, since, note });
  return made;
}

/** Takes back what was said about two acts. @throws `acts.relation_not_found` */
export async function unrelateActs(tx: TenantTx, by: Doing, relationId: string): Promise<void> {
  const gone = await tx.deleteFrom("act_relations").where("id", "=", relationId).returningAll().executeTakeFirst();
  if (!gone) throw relationNotFound();
  if (gone.target_id) await settle(tx, sql`id = ${gone.target_id}`);
  await raiseVersion(tx, "acts");
  const before = { kind: gone.kind, targetId: gone.target_id, targetText: gone.target_text, since: gone.since };
  await recordChange(tx, by, "act.unrelated", "act", gone.act_id, before, null);
}

const storedRelations = (tx: TenantTx, actId: string) =>
  tx
    .selectFrom("act_relations")
    .where("act_id", "=", actId)
    .select(["id", "kind", "target_id as targetId", "target_text as targetText", "since", "note"])
    .orderBy("kind")
    .orderBy("since")
    .orderBy("id")
    .execute();

/** What an act does to others, as it is edited. */
export const relationsOf = async (tx: TenantTx, actId: string): Promise<ActRelations> =>
  (await storedRelations(tx, actId)).map(({ id: _, ...relation }) => relation);

/** What is refused of a single relation is said at the act that it names. */
async function atTarget<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (failure) {
    if (failure instanceof AppError && !(failure instanceof InvalidInput) && failure.status < 500)
      throw new InvalidInput([{ path: "targetId", code: failure.code }]);
    throw failure;
  }
}

/** Says all that an act does to others: what is new is added, what is left out is taken back. @throws as `relateActs` */
export async function setRelations(tx: TenantTx, by: Doing, actId: string, relations: ActRelations): Promise<void> {
  const before = await storedRelations(tx, actId);
  const isThere = (stored: (typeof before)[number]) => {
    const { id: _, ...known } = stored;
    return relations.some((one) => isSame(one, known));
  };
  const known = before.filter(isThere).map(({ id: _, ...one }) => one);
  for (const stored of before) if (!isThere(stored)) await unrelateActs(tx, by, stored.id);
  for (const [at, relation] of relations.entries()) {
    const has = known.findIndex((one) => isSame(one, relation));
    if (has >= 0) known.splice(has, 1);
    else await within(`relations.${at}`, () => atTarget(() => relateActs(tx, by, { actId, ...relation })));
  }
}
