import { sql } from "kysely";
import type { TenantTx } from "../../db/tenant-db.ts";
import type { Actor } from "../../http/scope.ts";
import { notAllowed } from "../../workspace/guard.ts";
import { mayEdit, mayWithAll, type Want } from "../accounts/policies.ts";
import { type Editable, hold, type Part } from "./editable.ts";
import { editableOf } from "./editables.ts";
import { notThere } from "./editing.errors.ts";
import { partOf } from "./parts.ts";
import { mayPublishOne } from "./publishes.ts";

/**
 * A kind of things as somebody may change it, or only see it. Where their roles are about a part of it, all else is not
 * there: no list has it, no id finds it, and what may not be changed stays as it stands, whichever way the change comes.
 * @throws `editing.no_such_kind`
 */
export function editableFor(actor: Actor, entity: string, want: Exclude<Want, "publish"> = "edit"): Editable {
  const one = editableOf(entity);
  const part = mayWithAll[want](actor) ? null : (one.partFor?.(actor) ?? null);
  return part ? confined(one, part) : one;
}

/** One thing as somebody may know it: as they change it, where it is theirs to change, else as they see it. */
export async function editableForOne(
  tx: TenantTx,
  actor: Actor,
  entity: string,
  id: string,
): Promise<{ editable: Editable; mayEdit: boolean }> {
  const changed = editableFor(actor, entity);
  const isTheirs = !changed.rows.within || (await changed.find(tx, id)) !== null;
  return {
    editable: isTheirs ? changed : editableFor(actor, entity, "see"),
    mayEdit: isTheirs && mayEdit(actor, entity, id),
  };
}

function confined(one: Editable, { rows: within, fields, left, checkNamed }: Part): Editable {
  const only = (id: string) => {
    const wanted = one.rows.only(id);
    return wanted && sql`(${wanted} and ${within})`;
  };
  const find = async (tx: TenantTx, id: string) => {
    const wanted = only(id);
    if (!wanted) return null;
    const there = await sql`select from ${sql.table(one.rows.table)} where ${wanted}`.execute(tx);
    return there.rows.length > 0 ? one.find(tx, id) : null;
  };
  /** What is made or changed so that it would be out of the part is refused. */
  const stays = async (tx: TenantTx, id: string) => {
    if (!(await find(tx, id))) throw left?.() ?? notThere();
  };
  return {
    ...one,
    ...(fields && { fields }),
    rows: { ...one.rows, only, within },
    find,
    async create(tx, by, input) {
      await checkNamed?.(tx, by, input, null);
      const id = await one.create(tx, by, input);
      await stays(tx, id);
      return id;
    },
    async change(tx, by, id, input) {
      const found = await find(tx, id);
      if (!found) throw notThere();
      await checkNamed?.(tx, by, input, found.input);
      await one.change(tx, by, id, fields ? { ...found.input, ...partOf({ fields }, input) } : input);
      await stays(tx, id);
    },
  };
}

/** @throws `editing.not_there` for what is out of somebody's part */
export async function checkInPart(
  tx: TenantTx,
  actor: Actor,
  entity: string,
  id: string,
  want?: Exclude<Want, "publish">,
): Promise<void> {
  const one = editableFor(actor, entity, want);
  if (one.rows.within && !(await one.find(tx, id))) throw notThere();
}

/** @throws `editing.not_there` for what is out of somebody's part, `accounts.not_allowed` where they may change it and no more */
export async function checkMayPublish(tx: TenantTx, actor: Actor, entity: string, id: string): Promise<void> {
  await checkInPart(tx, actor, entity, id);
  if (!(await mayPublishOne(tx, actor, entity, id))) throw notAllowed();
}

/**
 * What was withdrawn goes out of the bin for good, and with it what the public is told of the withdrawal: that is for
 * whoever may publish.
 * @throws `accounts.not_allowed`
 */
export async function checkMayBin(tx: TenantTx, actor: Actor, one: Editable, id: string): Promise<void> {
  await hold(tx, one, id);
  const found = await one.find(tx, id);
  if (found?.standing?.state === "withdrawn" && !(await mayPublishOne(tx, actor, one.entity, id))) throw notAllowed();
}
