import type { TenantTx } from "../../db/tenant-db.ts";
import { parsed } from "../../http/validated.ts";
import type { LocalizedText } from "../../locale.shared.ts";
import type { Doing } from "../audit/audit.service.ts";
import { type Editable, type Found, hold, type Whole } from "./editable.ts";
import { alwaysPublic, inBin, noSuchRevision, notThere } from "./editing.errors.ts";
import { type Clash, merge } from "./merging.ts";
import { overRest, partOf } from "./parts.ts";
import { checkMayChange } from "./public-changes.ts";
import { findRevision, inputOfVersion, keepBefore, keepRevision } from "./revisions.service.ts";
import { checkApproval, dropSubmission } from "./submissions.service.ts";
import { versionOf } from "./versions.ts";

/** Somebody else changed the same places meanwhile. Nothing was saved. */
export interface Conflict {
  kind: "conflict";
  clashes: Clash[];
  /** Whether it is known how it stood before both; otherwise all that differs is shown. */
  isBaseKnown: boolean;
  /** With which version the choice is saved. */
  version: string;
  /** Both changes brought together, with mine where they clash. */
  merged: Whole;
  /** How it stands now. */
  theirs: Whole;
  /** The version of what is proposed, where the choice goes on from that. */
  proposal?: string;
}

export interface Saved {
  kind: "saved";
  version: string;
  /** What somebody else changed meanwhile and was taken over: the ways to it. */
  taken: string[];
  /** Nothing was different. */
  isUnchanged: boolean;
}

/**
 * The whole input as the schema has it: what may be left out and was, is nothing, and no longer what it was before.
 * @param stands what there is, for whoever may not change all of it: the rest stays as it is there
 * @throws `InvalidInput`
 */
export function wholeInput(editable: Editable, given: unknown, stands: Whole | null = null): Whole {
  const input = parsed(editable.schema, overRest(editable, given, stands));
  const nothing = Object.fromEntries(Object.keys(editable.schema.entries).map((name) => [name, null]));
  return { ...nothing, ...Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined)) };
}

/** Something that is not in the bin, held. @throws `editing.not_there`, `editing.in_bin` */
export async function holdThing(tx: TenantTx, editable: Editable, id: string): Promise<Found> {
  const row = await hold(tx, editable, id);
  const found = row && (await editable.find(tx, id));
  if (!found) throw notThere();
  if (row.binnedAt) throw inBin();
  return found;
}

/**
 * The same, held before it is asked whether whoever changes it may: what becomes public meanwhile is not changed by who
 * may not change what is public.
 * @throws `editing.changed_by_publishers`, and as `holdThing`
 */
export async function holdChangeable(tx: TenantTx, by: Doing, editable: Editable, id: string): Promise<Found> {
  const found = await holdThing(tx, editable, id);
  await checkMayChange(tx, by.actor, found.standing, editable.entity, id);
  return found;
}

/** A new thing that nobody sees yet, with its first version. @throws `InvalidInput`, and what the feature refuses */
export async function createThing(
  tx: TenantTx,
  by: Doing,
  editable: Editable,
  given: unknown,
): Promise<{ id: string; version: string }> {
  const id = await editable.create(tx, by, wholeInput(editable, given));
  const { input } = (await editable.find(tx, id))!;
  await keepRevision(tx, by, editable, id, "created", input);
  return { id, version: versionOf(input) };
}

async function change(
  tx: TenantTx,
  by: Doing,
  editable: Editable,
  id: string,
  input: Whole,
  what: "changed" | "restored",
) {
  await editable.change(tx, by, id, input);
  const after = (await editable.find(tx, id))!;
  await keepRevision(tx, by, editable, id, what, after.input);
  return versionOf(after.input);
}

/**
 * Saves a form that was made from a version. Whatever somebody else changed since is kept where this form left it alone;
 * where both changed the same place nothing is saved, and the second is asked.
 * @param version as it came with the form
 * @throws `InvalidInput`, as `holdChangeable`, and what the feature refuses
 */
export async function saveEdit(
  tx: TenantTx,
  by: Doing,
  editable: Editable,
  id: string,
  given: unknown,
  version: string,
): Promise<Saved | Conflict> {
  const found = await holdChangeable(tx, by, editable, id);
  const mine = wholeInput(editable, given, found.input);
  const now = versionOf(found.input);
  const base = version === now ? found.input : await inputOfVersion(tx, editable, id, version);
  const { input, clashes, taken } = merge(base, found.input, mine);
  if (clashes.length > 0) {
    // The choice is made from how it stands now, also where that has come about by other ways than the workspace.
    await keepBefore(tx, by, editable, id, found);
    return { kind: "conflict", clashes, isBaseKnown: base !== null, version: now, merged: input, theirs: found.input };
  }
  const merged = wholeInput(editable, input);
  if (versionOf(merged) === now) return { kind: "saved", version: now, taken, isUnchanged: true };
  await keepBefore(tx, by, editable, id, found);
  return { kind: "saved", version: await change(tx, by, editable, id, merged, "changed"), taken, isUnchanged: false };
}

/**
 * Makes something again what it was in a version. That is a change like any other, and can be undone likewise.
 * @throws `editing.no_such_revision`, as `holdChangeable`, and what the feature refuses
 */
export async function restoreRevision(
  tx: TenantTx,
  by: Doing,
  editable: Editable,
  id: string,
  number: number,
): Promise<Saved> {
  const found = await holdChangeable(tx, by, editable, id);
  const revision = await findRevision(tx, editable, id, number);
  if (!revision) throw noSuchRevision();
  const input = wholeInput(editable, partOf(editable, revision.input), found.input);
  const now = versionOf(found.input);
  if (versionOf(input) === now) return { kind: "saved", version: now, taken: [], isUnchanged: true };
  await keepBefore(tx, by, editable, id, found);
  return {
    kind: "saved",
    version: await change(tx, by, editable, id, input, "restored"),
    taken: [],
    isUnchanged: false,
  };
}

/**
 * Publishes now or at a time, where the council wants it so what another has handed over.
 * @throws as `checkApproval` and `holdThing`, and what the feature refuses
 */
export async function publishThing(tx: TenantTx, by: Doing, editable: Editable, id: string, at: Date = by.now) {
  if (!editable.publish) throw alwaysPublic();
  await holdThing(tx, editable, id);
  await checkApproval(tx, by, editable, id);
  await editable.publish(tx, by, id, at);
  await dropSubmission(tx, editable, id);
}

/** @throws `editing.not_there`, `editing.in_bin`, and what the feature refuses */
export async function withdrawThing(
  tx: TenantTx,
  by: Doing,
  editable: Editable,
  id: string,
  reason: LocalizedText | null,
) {
  if (!editable.withdraw) throw alwaysPublic();
  await holdThing(tx, editable, id);
  await editable.withdraw(tx, by, id, reason);
  await dropSubmission(tx, editable, id);
}
