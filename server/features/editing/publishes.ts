import { sql } from "kysely";
import type { TenantTx } from "../../db/tenant-db.ts";
import type { Actor } from "../../http/scope.ts";
import { isUuid } from "../../workspace/uuid-part.ts";
import { mayPublish, mayPublishAll } from "../accounts/policies.ts";
import { isDocumentWithin } from "../documents/documents-within.ts";
import { consultedDrafts } from "../draft-acts/consulted.ts";

/**
 * Whether somebody may publish this one of a kind. Who edits everything and is also the coordinator for consultation
 * publishes what people are consulted about, and nothing else.
 */
export async function mayPublishOne(tx: TenantTx, actor: Actor, entity: string, id = ""): Promise<boolean> {
  if (!mayPublish(actor, entity)) return false;
  if (mayPublishAll(actor)) return true;
  if (!isUuid(id)) return false;
  if (entity === "document") return isDocumentWithin(tx, actor, id, "publish");
  const { rows } = await sql`select from draft_acts where id = ${id}::uuid and ${consultedDrafts}`.execute(tx);
  return rows.length > 0;
}
