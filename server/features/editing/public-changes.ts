import { sql } from "kysely";
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

/**
 * Whether public pages name a person or a body that has no page of its own now: meetings and acts tell who sat and voted,
 * whatever became of them since.
 */
async function isNamedInPublic(tx: TenantTx, entity: string, id: string): Promise<boolean> {
  if (entity !== "person" && entity !== "body") return false;
  const named =
    entity === "body"
      ? sql`select from meetings where body_id = ${id}::uuid and state = 'published'`
      : sql`select from (
          select meeting_id from attendances where person_id = ${id}::uuid
          union all
          select i.meeting_id from ballots b join votes v on v.id = b.vote_id join agenda_items i on i.id = v.agenda_item_id
            where b.person_id = ${id}::uuid
        ) as named join meetings m on m.id = named.meeting_id where m.state = 'published'`;
  const { rows } = await sql`${named} limit 1`.execute(tx);
  return rows.length > 0;
}

type Stands = Pick<Standing, "state"> | null;

/** Whether somebody who edits it may change this one as it stands. */
export async function mayChangeAsItStands(
  tx: TenantTx,
  actor: Actor,
  standing: Stands,
  entity: string,
  id?: string,
): Promise<boolean> {
  const isNeeded = await needsApproval(tx);
  if (!isWithThePublic(standing) && !(isNeeded && id && (await isNamedInPublic(tx, entity, id)))) return true;
  return mayChangePublic(isNeeded)(actor, entity, id) && (!isNeeded || mayPublishOne(tx, actor, entity, id));
}

/** @throws `editing.changed_by_publishers` */
export async function checkMayChange(tx: TenantTx, actor: Actor, standing: Stands, entity: string, id?: string) {
  if (!(await mayChangeAsItStands(tx, actor, standing, entity, id))) throw changedByPublishers();
}

/**
 * The same of the file, the title and the language of a document that something public carries.
 * @throws `documents.not_found` for what somebody's roles are not about
 */
export async function mayChangeDocument(tx: TenantTx, actor: Actor, id: string): Promise<boolean> {
  await checkDocumentWithin(tx, actor, id);
  const found = await tx.selectFrom("documents").select("public_from").where("id", "=", id).executeTakeFirst();
  return !found?.public_from || mayChangeAsItStands(tx, actor, { state: "published" }, "document", id);
}

/** @throws `editing.changed_by_publishers`, as `mayChangeDocument` */
export async function checkMayChangeDocument(tx: TenantTx, actor: Actor, id: string) {
  if (!(await mayChangeDocument(tx, actor, id))) throw changedByPublishers();
}

/** The same in the transaction that changes it, held so that it does not become public before the change is made. */
export async function holdChangeableDocument(tx: TenantTx, actor: Actor, id: string) {
  await tx.selectFrom("documents").select("id").where("id", "=", id).forUpdate().execute();
  await checkMayChangeDocument(tx, actor, id);
}
