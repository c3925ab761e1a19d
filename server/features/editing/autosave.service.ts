import { json } from "../../db/columns.ts";
import type { TenantTx } from "../../db/tenant-db.ts";
import { formTooLarge, keptElsewhere, notThere, tooManyEdits } from "./editing.errors.ts";

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

/** The opened page that keeps a form, and as what it knows what is kept there already. */
export interface KeepingTab {
  id: string;
  /** When the form with which the page was opened had been kept; `null` of a page that was opened without. */
  seen: string | null;
}

/** Bytes; the longest texts that the forms take are shorter in both languages. */
const largestForm = 1_500_000;
/** Forms that one person may have left open. */
const mostEdits = 200;
/** Days after which a form that nobody came back to is forgotten. */
export const keptDays = 90;

/** Whether a page knows what is kept: it has kept it itself, or was opened with it. */
export const isKnownTo = (tab: KeepingTab, kept: { tab: string | null; updated_at: Date }): boolean =>
  kept.tab === tab.id || kept.updated_at.toISOString() === tab.seen;

const editsOf = (tx: TenantTx, account: string) => tx.selectFrom("edits").where("account_id", "=", account);

/**
 * Keeps a form of somebody's, whatever it holds; it is checked when it is saved. Each page on which somebody types keeps
 * its own, so that of two none goes over what was typed on the other.
 * @param tab `null` of what goes over whatever is kept there
 * @throws `editing.form_too_large`, `editing.too_many_edits`, `editing.kept_elsewhere` where another page of the same person
 *   has kept its form there since
 */
export async function keepEdit(
  tx: TenantTx,
  account: string,
  edit: UnsavedEdit,
  now: Date,
  tab: KeepingTab | null = null,
): Promise<{ id: string }> {
  const { entity, entityId, version } = edit;
  const form = json(edit.form);
  if (Buffer.byteLength(form) > largestForm) throw formTooLarge();
  const known = await editsOf(tx, account)
    .select(["id", "tab", "updated_at"])
    .where("id", "=", edit.id)
    .where("entity", "=", entity)
    .where("entity_id", entityId === null ? "is" : "=", entityId)
    .forUpdate()
    .executeTakeFirst();
  const values = { version, form, tab: tab?.id ?? null, updated_at: now };
  if (known) {
    if (tab && !isKnownTo(tab, known)) throw keptElsewhere();
    await tx.updateTable("edits").set(values).where("id", "=", known.id).execute();
    return { id: known.id };
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
  // It came twice at once, or the number is somebody else's.
  if (!made) throw notThere();
  return made;
}

/** The forms that somebody left, of something that is there, without what stands in them; the latest first. */
export const findEditsOf = (tx: TenantTx, account: string, entity: string, entityId: string) =>
  editsOf(tx, account)
    .select(["id", "updated_at"])
    .where("entity", "=", entity)
    .where("entity_id", "=", entityId)
    .orderBy("updated_at", "desc")
    .execute();

/** One form that somebody left, with what stands in it. @param entityId `null` of something new */
export const findEdit = (tx: TenantTx, account: string, entity: string, entityId: string | null, id: string) =>
  editsOf(tx, account)
    .select(["id", "version", "form", "tab", "updated_at"])
    .where("id", "=", id)
    .where("entity", "=", entity)
    .where("entity_id", entityId === null ? "is" : "=", entityId)
    .executeTakeFirst();

/** All that somebody left unsaved, the latest first. */
export const findEdits = (tx: TenantTx, account: string) =>
  editsOf(tx, account).select(["id", "entity", "entity_id", "updated_at"]).orderBy("updated_at", "desc").execute();

/**
 * What is not wanted is not offered again.
 * @returns what it was of; `undefined` where nothing was kept
 */
export const dropEdit = (tx: TenantTx, account: string, id: string) =>
  tx
    .deleteFrom("edits")
    .where("account_id", "=", account)
    .where("id", "=", id)
    .returning(["entity", "entity_id"])
    .executeTakeFirst();

/** What is saved is not offered again, unless another page of the same person has kept more of it since. */
export async function dropSaved(tx: TenantTx, account: string, id: string, tab: KeepingTab): Promise<void> {
  const kept = await editsOf(tx, account)
    .select(["tab", "updated_at"])
    .where("id", "=", id)
    .forUpdate()
    .executeTakeFirst();
  if (kept && isKnownTo(tab, kept)) await dropEdit(tx, account, id);
}

/** Forgets what nobody came back to. */
export const forgetEdits = (tx: TenantTx, before: Date) =>
  tx.deleteFrom("edits").where("updated_at", "<", before).execute();
