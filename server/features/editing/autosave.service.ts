import { sql } from "kysely";
import { json } from "../../db/columns.ts";
import type { TenantTx } from "../../db/tenant-db.ts";
import { formTooLarge, keptElsewhere, notThere, savedSince, tooManyEdits } from "./editing.errors.ts";

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

/** Forms of one thing that are kept for one person before the oldest makes room. */
const mostOfThing = 10;
/** Nobody has typed in a form for so long, in milliseconds, before it makes room for others of its thing. */
const restingFor = 7 * 86_400_000;
/** So long, in milliseconds, it is remembered that a form was saved: what was on its way then has arrived, or never will. */
export const savedFor = 86_400_000;

/** Whether a page knows what is kept: it has kept it itself, or was opened with it. Those that do not say are one page. */
export const isKnownTo = (tab: KeepingTab | null, kept: { tab: string | null; updated_at: Date }): boolean =>
  kept.tab === (tab?.id ?? null) || (tab !== null && kept.updated_at.toISOString() === tab.seen);

const everyOf = (tx: TenantTx, account: string) => tx.selectFrom("edits").where("account_id", "=", account);
/** Those that are not saved; of the others nothing is kept but that they were. */
const editsOf = (tx: TenantTx, account: string) => everyOf(tx, account).where("saved_at", "is", null);

/**
 * Makes room for one more form of a thing. What says the same as it does goes; where there are still many, so do those in
 * which nobody has typed for long. A page that is open all the same keeps its form anew with the next key.
 */
async function makeRoom(
  tx: TenantTx,
  account: string,
  { id, entity, entityId, version, form }: UnsavedEdit & { entityId: string },
  now: Date,
): Promise<void> {
  const forget = (those: readonly string[]) =>
    tx.deleteFrom("edits").where("account_id", "=", account).where("id", "in", those).execute();
  const others = await editsOf(tx, account)
    .select([
      "id",
      "updated_at",
      sql<boolean>`form = ${json(form)} and version is not distinct from ${version}`.as("same"),
    ])
    .where("entity", "=", entity)
    .where("entity_id", "=", entityId)
    .where("id", "!=", id)
    .orderBy("updated_at", "desc")
    .execute();
  const rested = new Date(now.getTime() - restingFor);
  const own = others.filter(({ same }) => !same);
  const old = own.slice(mostOfThing - 1).filter(({ updated_at }) => updated_at < rested);
  const gone = [...others.filter(({ same }) => same), ...old].map((one) => one.id);
  if (gone.length > 0) await forget(gone);
}

/**
 * Keeps a form of somebody's, whatever it holds; it is checked when it is saved. Each page on which somebody types keeps
 * its own, so that of two none goes over what was typed on the other.
 * @param tab `null` of a page that does not say which it is: it goes over what such a page has kept, and over no other's
 * @throws `editing.form_too_large`, `editing.too_many_edits`, `editing.kept_elsewhere` where another page of the same person
 *   has kept its form there since, `editing.saved_since` where it was saved: what is late is not kept again
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
  const known = await everyOf(tx, account)
    .select(["id", "tab", "updated_at", "saved_at"])
    .where("id", "=", edit.id)
    .where("entity", "=", entity)
    .where("entity_id", entityId === null ? "is" : "=", entityId)
    .forUpdate()
    .executeTakeFirst();
  const values = { version, form, tab: tab?.id ?? null, updated_at: now, saved_at: null };
  if (known) {
    if (known.saved_at) throw savedSince();
    if (!isKnownTo(tab, known)) throw keptElsewhere();
    await tx.updateTable("edits").set(values).where("id", "=", known.id).execute();
    return { id: known.id };
  }
  if (entityId !== null) await makeRoom(tx, account, { ...edit, entityId }, now);
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
    .where("saved_at", "is", null)
    .returning(["entity", "entity_id"])
    .executeTakeFirst();

/**
 * What is saved is not offered again, unless another page of the same person has kept more of it since; nor is what was
 * sent before under its name and comes later.
 */
export async function dropSaved(
  tx: TenantTx,
  account: string,
  { id, entity, entityId }: Pick<UnsavedEdit, "id" | "entity" | "entityId">,
  tab: KeepingTab,
  now: Date,
): Promise<void> {
  const saved = { version: null, form: json({}), tab: tab.id, updated_at: now, saved_at: now };
  const kept = await everyOf(tx, account)
    .select(["tab", "updated_at"])
    .where("id", "=", id)
    .forUpdate()
    .executeTakeFirst();
  if (kept) {
    if (isKnownTo(tab, kept)) await tx.updateTable("edits").set(saved).where("id", "=", id).execute();
    return;
  }
  await tx
    .insertInto("edits")
    .values({ ...saved, id, account_id: account, entity, entity_id: entityId })
    // It was kept for the first time in this very moment.
    .onConflict((conflict) =>
      conflict
        .constraint("edits_pkey")
        .doUpdateSet(saved)
        .where("edits.account_id", "=", account)
        .where("edits.tab", "=", tab.id),
    )
    .execute();
}

/** Forgets what nobody came back to. */
export const forgetEdits = (tx: TenantTx, before: Date) =>
  tx.deleteFrom("edits").where("updated_at", "<", before).execute();

/** Forgets that forms were saved, so long ago that nothing of them is on its way any more. */
export const forgetSaved = (tx: TenantTx, before: Date) =>
  tx.deleteFrom("edits").where("saved_at", "<", before).execute();
