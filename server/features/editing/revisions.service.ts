import { json } from "../../db/columns.ts";
import type { TenantTx } from "../../db/tenant-db.ts";
import type { Doing } from "../audit/audit.service.ts";
import type { Editable, Found, Whole } from "./editable.ts";
import type { RevisionReason } from "./editing.tables.ts";
import { canonical, versionOf } from "./versions.ts";

const revisionsOf = (tx: TenantTx, entity: string, id: string) =>
  tx.selectFrom("revisions").where("entity", "=", entity).where("entity_id", "=", id);

/** The versions of something without what they said, the latest first. */
export const findRevisions = async (tx: TenantTx, { entity, rows }: Editable, id: string) =>
  rows.only(id)
    ? revisionsOf(tx, entity, id).select(["number", "hash", "at", "by", "what"]).orderBy("number", "desc").execute()
    : [];

/** What no revision can be called finds none. */
export const findRevision = async (tx: TenantTx, { entity, rows }: Editable, id: string, number: number) =>
  rows.only(id) && Number.isInteger(number) && number > 0 && number < 1e9
    ? revisionsOf(tx, entity, id).selectAll().where("number", "=", number).executeTakeFirst()
    : undefined;

/** How something stood in a version, if that is known. */
export async function inputOfVersion(tx: TenantTx, { entity }: Editable, id: string, version: string) {
  const found = await revisionsOf(tx, entity, id)
    .select("input")
    .where("hash", "=", version)
    .orderBy("number", "desc")
    .limit(1)
    .executeTakeFirst();
  return found?.input ?? null;
}

const lastOf = (tx: TenantTx, entity: string, id: string) =>
  revisionsOf(tx, entity, id).select(["number", "hash"]).orderBy("number", "desc").limit(1).executeTakeFirst();

async function add(tx: TenantTx, by: Doing, entity: string, id: string, what: RevisionReason, input: Whole) {
  const last = await lastOf(tx, entity, id);
  await tx
    .insertInto("revisions")
    .values({
      ...{ entity, what, entity_id: id, number: (last?.number ?? 0) + 1, hash: versionOf(input) },
      input: json(canonical(input) ?? {}),
      at: by.now,
      by: json(by.actor),
    })
    .execute();
}

/**
 * Keeps how something stands before it is changed, where no version says so: the first time, and after it was changed
 * by other ways than the workspace. The caller holds the row.
 */
export async function keepBefore(tx: TenantTx, by: Doing, { entity }: Editable, id: string, { input }: Found) {
  const last = await lastOf(tx, entity, id);
  if (last?.hash !== versionOf(input)) await add(tx, by, entity, id, "before", input);
}

/** Keeps how something stands after a change. */
export const keepRevision = (
  tx: TenantTx,
  by: Doing,
  { entity }: Editable,
  id: string,
  what: Exclude<RevisionReason, "before">,
  input: Whole,
) => add(tx, by, entity, id, what, input);

/** What is gone for good leaves no versions. */
export const forgetRevisions = (tx: TenantTx, { entity }: Editable, id: string) =>
  tx.deleteFrom("revisions").where("entity", "=", entity).where("entity_id", "=", id).execute();
