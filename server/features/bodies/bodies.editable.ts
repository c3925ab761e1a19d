import { sql } from "kysely";
import type { TenantTx } from "../../db/tenant-db.ts";
import { InvalidInput, within } from "../../http/problem.ts";
import type { Doing } from "../audit/audit.service.ts";
import { editable, type Found, rowsById } from "../editing/editable.ts";
import { changedOnly, isSame } from "../editing/versions.ts";
import { bodyElement, bodyUrl } from "../elements/item-urls.shared.ts";
import { BodyEdit } from "./bodies.schema.ts";
import { changeBody, createBody, publishBody, withdrawBody } from "./bodies.service.ts";
import { bodyKinds } from "./bodies.shared.ts";
import { addMembership, changeMembership, membershipsOf, removeMembership } from "./memberships.service.ts";

async function find(tx: TenantTx, id: string): Promise<Found<BodyEdit> | null> {
  const stored = await tx.selectFrom("bodies").selectAll().where("id", "=", id).executeTakeFirst();
  if (!stored) return null;
  const { kind, slug, name, functions, duties, unit, contacts, position, state, public_from } = stored;
  const days = { beginsOn: stored.begins_on, endsOn: stored.ends_on };
  return {
    input: {
      ...{ kind, name, functions, duties, foundingAct: stored.founding_act, unit, contacts, ...days, position },
      streamUrl: stored.stream_url,
      memberships: await membershipsOf(tx, id),
    },
    standing: { state, public_from },
    title: name,
    publicUrl: bodyUrl(kind, slug),
  };
}

type Memberships = BodyEdit["memberships"];

/** What ended or was an error goes first, so that a seat is free for whoever follows. */
async function setMemberships(tx: TenantTx, by: Doing, bodyId: string, before: Memberships, after: Memberships) {
  for (const { id } of before) if (!after.some((one) => one.id === id)) await removeMembership(tx, by, id!);
  const at = (place: number) => `memberships.${place}`;
  for (const [place, { id, ...one }] of after.entries()) {
    const known = before.find((other) => other.id === id);
    if (!known || isSame(known, { id, ...one })) continue;
    if (known.personId !== one.personId)
      throw new InvalidInput([{ path: `${at(place)}.personId`, code: "editing.fixed" }]);
    const { personId: _, ...rest } = changedOnly(known, one);
    await within(at(place), () => changeMembership(tx, by, id!, rest));
  }
  for (const [place, { id, ...one }] of after.entries())
    if (!before.some((other) => other.id === id))
      await within(at(place), () => addMembership(tx, by, { bodyId, ...one }));
}

export const bodyEditable = editable<BodyEdit>({
  entity: "body",
  elements: bodyKinds.map(bodyElement),
  schema: BodyEdit,
  rows: rowsById("bodies", { title: sql`name`, words: sql`folded_text` }),
  find,
  async create(tx, by, { memberships, ...input }) {
    const { id } = await createBody(tx, by, input);
    await setMemberships(tx, by, id, [], memberships);
    return id;
  },
  async change(tx, by, id, { kind, memberships, ...input }) {
    const { input: before } = (await find(tx, id))!;
    if (kind !== before.kind) throw new InvalidInput([{ path: "kind", code: "editing.fixed" }]);
    const own = changedOnly(before, input);
    if (Object.keys(own).length > 0) await changeBody(tx, by, id, own);
    await setMemberships(tx, by, id, before.memberships, memberships);
  },
  publish: publishBody,
  withdrawnWithReason: true,
  withdraw: (tx, by, id, reason) => withdrawBody(tx, by, id, reason!),
});
