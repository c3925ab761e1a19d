import { json } from "../../db/columns.ts";
import type { TenantTx } from "../../db/tenant-db.ts";
import type { Actor } from "../../http/scope.ts";

/** Who changes something, and when: what every rule that writes is told. */
export interface Doing {
  actor: Actor;
  now: Date;
}

/** Who did something, as it is written down: the name as it was then, of an operator also why; not what they may do. */
export function signature(actor: Actor): object {
  switch (actor.kind) {
    case "account":
      return { kind: actor.kind, id: actor.id, name: actor.name };
    case "operator":
      return { kind: actor.kind, id: actor.id, name: actor.name, reason: actor.reason };
    default:
      return actor;
  }
}

/**
 * Writes a change into the audit, in the transaction of the change itself.
 * @param action what was done, in the words of the rule: `publication.published`
 * @param before what stood before, `null` for what is new; `after` likewise, `null` for what is gone.
 */
export async function recordChange(
  tx: TenantTx,
  { actor, now }: Doing,
  action: string,
  subject: string,
  subjectId: string,
  before: object | null,
  after: object | null,
): Promise<void> {
  await tx
    .insertInto("audit_log")
    .values({
      at: now,
      actor: json(signature(actor)),
      action,
      subject,
      subject_id: subjectId,
      before: before && json(before),
      after: after && json(after),
    })
    .execute();
}
