import type { TenantTx } from "../../db/tenant-db.ts";
import type { Actor } from "../../http/scope.ts";
import { mayChangePublic } from "../accounts/policies.ts";
import { checkDocumentWithin } from "../documents/documents-within.ts";
import type { Standing } from "../lifecycle/lifecycle.ts";
import { changedByPublishers } from "./editing.errors.ts";
import { mayPublishOne } from "./publishes.ts";
import { needsApproval } from "./submissions.service.ts";

/** Whether the public reads it, or will by itself. What has no state is public as soon as it is there. */
export const isWithThePublic = (standing: Pick<Standing, "state"> | null): boolean =>
  standing === null || standing.state === "published";

type Stands = Pick<Standing, "state"> | null;

/** Whether somebody who edits it may change this one as it stands. */
export async function mayChangeAsItStands(
  tx: TenantTx,
  actor: Actor,
  standing: Stands,
  entity: string,
  id?: string,
): Promise<boolean> {
  if (!isWithThePublic(standing)) return true;
  const isNeeded = await needsApproval(tx);
  return mayChangePublic(isNeeded)(actor, entity, id) && (!isNeeded || mayPublishOne(tx, actor, entity, id));
}

/** @throws `editing.changed_by_publishers` */
export async function checkMayChange(tx: TenantTx, actor: Actor, standing: Stands, entity: string, id?: string) {
  if (!(await mayChangeAsItStands(tx, actor, standing, entity, id))) throw changedByPublishers();
}

/** The same for the file, the title and the language of a document that something public carries. */
export async function checkMayChangeDocument(tx: TenantTx, actor: Actor, id: string) {
  await checkDocumentWithin(tx, actor, id);
  const found = await tx.selectFrom("documents").select("public_from").where("id", "=", id).executeTakeFirst();
  if (found?.public_from) await checkMayChange(tx, actor, { state: "published" }, "document", id);
}

/** The same in the transaction that changes it, held so that it does not become public before the change is made. */
export async function holdChangeableDocument(tx: TenantTx, actor: Actor, id: string) {
  await tx.selectFrom("documents").select("id").where("id", "=", id).forUpdate().execute();
  await checkMayChangeDocument(tx, actor, id);
}
