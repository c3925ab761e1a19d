import { json } from "../../db/columns.ts";
import type { TenantTx } from "../../db/tenant-db.ts";
import { formTooLarge, notThere, tooManyEdits } from "./editing.errors.ts";

/** A form as it was typed so far. */
export interface UnsavedEdit {
  /** Made by whoever types, so that the same form is the same edit however often it is sent. */
  id: string;
  entity: string;
  /** `null` for what is new. */
  entityId: string | null;
  version: string | null;
  form: Record<string, unknown>;
}

/** Bytes; the longest texts that the forms take are shorter in both languages. */
const largestForm = 1_500_000;
/** Forms that one person may have left open. */
const mostEdits = 200;
/** Days after which a form that nobody came back to is forgotten. */
export const keptDays = 90;

const editsOf = (tx: TenantTx, account: string) => tx.selectFrom("edits").where("account_id", "=", account);

/**
 * Keeps a form of somebody's, whatever it holds; it is checked when it is saved. Of one thing everybody has one.
 * @throws `editing.form_too_large`, `editing.too_many_edits`
 */
export async function keepEdit(tx: TenantTx, account: string, edit: UnsavedEdit, now: Date): Promise<{ id: string }> {
  const { entity, entityId, version } = edit;
  const form = json(edit.form);
  if (Buffer.byteLength(form) > largestForm) throw formTooLarge();
  const known = await editsOf(tx, account)
    .select("id")
    .$if(entityId !== null, (query) => query.where("entity", "=", entity).where("entity_id", "=", entityId))
    .$if(entityId === null, (query) => query.where("id", "=", edit.id).where("entity_id", "is", null))
    .forUpdate()
    .executeTakeFirst();
  const values = { version, form, updated_at: now };
  if (known) {
    await tx.updateTable("edits").set(values).where("id", "=", known.id).execute();
    return known;
  }
  const { count } = await editsOf(tx, account)
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .executeTakeFirstOrThrow();
  if (Number(count) >= mostEdits) throw tooManyEdits(mostEdits);
  const made = await tx
    .insertInto("edits")
    .values({ ...values, id: edit.id, account_id: account, entity, entity_id: entityId })
    .onConflict((conflict) => conflict.doNothing())
    .returning("id")
    .executeTakeFirst();
  // Two windows of one person came at once, or the number is somebody else's.
  if (!made) throw notThere();
  return made;
}

/** The form that somebody left, of something that is there. */
export const findEdit = (tx: TenantTx, account: string, entity: string, entityId: string) =>
  editsOf(tx, account)
    .select(["id", "version", "form", "updated_at"])
    .where("entity", "=", entity)
    .where("entity_id", "=", entityId)
    .executeTakeFirst();

/** The form that somebody left, of something new. */
export const findNewEdit = (tx: TenantTx, account: string, id: string) =>
  editsOf(tx, account)
    .select(["id", "entity", "form", "updated_at"])
    .where("id", "=", id)
    .where("entity_id", "is", null)
    .executeTakeFirst();

/** All that somebody left unsaved, the latest first. */
export const findEdits = (tx: TenantTx, account: string) =>
  editsOf(tx, account).select(["id", "entity", "entity_id", "updated_at"]).orderBy("updated_at", "desc").execute();

/** What is saved, or not wanted, is not offered again. */
export const dropEdit = (tx: TenantTx, account: string, id: string) =>
  tx.deleteFrom("edits").where("account_id", "=", account).where("id", "=", id).execute();

export const dropEditOf = (tx: TenantTx, account: string, entity: string, entityId: string) =>
  tx
    .deleteFrom("edits")
    .where("account_id", "=", account)
    .where("entity", "=", entity)
    .where("entity_id", "=", entityId)
    .execute();

/** Forgets what nobody came back to. */
export const forgetEdits = (tx: TenantTx, before: Date) =>
  tx.deleteFrom("edits").where("updated_at", "<", before).execute();
