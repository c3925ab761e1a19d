import type { TenantTx } from "../../db/tenant-db.ts";
import type { Actor } from "../../http/scope.ts";
import { mayChangePublic } from "../accounts/policies.ts";
import type { Standing } from "../lifecycle/lifecycle.ts";
import { changedByPublishers } from "./editing.errors.ts";
import { needsApproval } from "./submissions.service.ts";

/** Whether the public reads it, or will by itself. What has no state is public as soon as it is there. */
export const isWithThePublic = (standing: Pick<Standing, "state"> | null): boolean =>
  standing === null || standing.state === "published";

/** Whether somebody who edits may change this one as it stands. */
export const mayChangeAsItStands = async (tx: TenantTx, actor: Actor, standing: Pick<Standing, "state"> | null) =>
  !isWithThePublic(standing) || mayChangePublic(await needsApproval(tx))(actor);

/** @throws `editing.changed_by_publishers` */
export async function checkMayChange(tx: TenantTx, actor: Actor, standing: Pick<Standing, "state"> | null) {
  if (!(await mayChangeAsItStands(tx, actor, standing))) throw changedByPublishers();
}

/** The same for the file, the title and the language of a document that something public carries. */
export async function checkMayChangeDocument(tx: TenantTx, actor: Actor, id: string) {
  const found = await tx.selectFrom("documents").select("public_from").where("id", "=", id).executeTakeFirst();
  if (found?.public_from) await checkMayChange(tx, actor, { state: "published" });
}

/** The same in the transaction that changes it, held so that it does not become public before the change is made. */
export async function holdChangeableDocument(tx: TenantTx, actor: Actor, id: string) {
  await tx.selectFrom("documents").select("id").where("id", "=", id).forUpdate().execute();
  await checkMayChangeDocument(tx, actor, id);
}
