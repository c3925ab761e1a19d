import { type RawBuilder, sql } from "kysely";
import type { TenantTx } from "../../db/tenant-db.ts";
import { InvalidInput } from "../../http/problem.ts";
import { type Actor, isSomebody } from "../../http/scope.ts";
import { mayConsult, mayWithAll, type Want } from "../accounts/policies.ts";
import { consultedDrafts } from "../draft-acts/consulted.ts";
import { documentNotFound } from "./documents.errors.ts";

/** Documents that stand nowhere yet. @param id of one, in SQL */
export const standsNowhere = (
  id: RawBuilder<unknown>,
) => sql`(not exists (select from publication_documents where document_id = ${id})
  and not exists (select from page_documents where document_id = ${id})
  and not exists (select from attachments where document_id = ${id}))`;

/**
 * Which documents somebody's roles are about: those of draft acts that people are consulted about, and what they have
 * brought themselves and stands nowhere yet.
 * @param id of a document, in SQL
 * @returns `null` for all
 */
export function documentsWithin(
  actor: Actor,
  id: RawBuilder<unknown>,
  want: Want = "edit",
): RawBuilder<unknown> | null {
  if (mayWithAll[want](actor) || !mayConsult(actor)) return null;
  const who = isSomebody(actor) ? actor.id : "";
  return sql`(${id} in (select a.document_id from attachments a join draft_acts on draft_acts.id = a.draft_act_id
      where ${consultedDrafts})
    or (${standsNowhere(id)} and exists (select from audit_log l where l.subject = 'document' and l.subject_id = ${id}::text
      and l.action = 'document.added' and l.actor ->> 'id' = ${who})))`;
}

export async function isDocumentWithin(tx: TenantTx, actor: Actor, id: string, want: Want): Promise<boolean> {
  const within = documentsWithin(actor, sql`documents.id`, want);
  if (!within) return true;
  const { rows } = await sql`select from documents where id = ${id}::uuid and ${within}`.execute(tx);
  return rows.length > 0;
}

/** @throws `documents.not_found` for what somebody's roles are not about */
export async function checkDocumentWithin(tx: TenantTx, actor: Actor, id: string, want: Want = "edit"): Promise<void> {
  if (!(await isDocumentWithin(tx, actor, id, want))) throw documentNotFound();
}

/** That of the documents which an input names none is unknown to somebody's role. @throws `InvalidInput` */
export async function checkNamedDocuments(
  tx: TenantTx,
  actor: Actor,
  documents: readonly { documentId: string }[] = [],
): Promise<void> {
  const within = documentsWithin(actor, sql`documents.id`);
  if (!within || documents.length === 0) return;
  const named = documents.map(({ documentId }) => documentId);
  const { rows } = await sql<{ id: string }>`
    select documents.id from documents where documents.id = any(${named}::uuid[]) and ${within}`.execute(tx);
  const isStrange = named.some((id) => !rows.some((row) => row.id === id.toLowerCase()));
  if (isStrange) throw new InvalidInput([{ path: "documents", code: "publications.document_unknown" }]);
}
