import type { TenantTx } from "../../db/tenant-db.ts";
import { InvalidInput } from "../../http/problem.ts";
import { type Actor, isSomebody } from "../../http/scope.ts";
import { notAllowed } from "../../workspace/guard.ts";
import { type Doing, recordChange } from "../audit/audit.service.ts";
import type { Standing } from "../lifecycle/lifecycle.ts";
import { type Editable, hold, type Whole } from "./editable.ts";
import {
  alreadyPublic,
  alwaysPublic,
  changedSinceSubmitted,
  inBin,
  notSubmitted,
  notThere,
  operatorsStandAside,
  ownSubmission,
} from "./editing.errors.ts";
import { handedOverVersion, holdDocumentsIn } from "./handed-over-version.ts";
import { mayPublishOne } from "./publishes.ts";

/** What one person may hand over and another publish: a kind of things, and how one of them stands. */
export interface Submittable extends Pick<Editable, "entity" | "rows" | "isToBeApproved" | "shownWithIt"> {
  /** Without a standing it says itself, and before, when it may be handed over. */
  find(tx: TenantTx, id: string): Promise<{ input: Whole; standing?: Standing | null } | null>;
}

/** Whoever has an account in the workspace. */
export interface Editor {
  id: string;
  name: string;
}

/** One of the council's own people. @throws `editing.operators_stand_aside` */
export function personOfCouncil(actor: Actor): Editor {
  if (actor.kind !== "account") throw operatorsStandAside();
  return actor;
}
/** Whether somebody counts as one of the two persons. */
export const isOfCouncil = (actor: Actor): boolean => actor.kind === "account";

export const findSubmission = (tx: TenantTx, { entity }: Pick<Submittable, "entity">, id: string) =>
  tx.selectFrom("submissions").selectAll().where("entity", "=", entity).where("entity_id", "=", id).executeTakeFirst();

/** Held, so that it is not given back between the look and the publishing. */
const holdSubmission = (tx: TenantTx, { entity }: Pick<Submittable, "entity">, id: string) =>
  tx
    .selectFrom("submissions")
    .select("version")
    .where("entity", "=", entity)
    .where("entity_id", "=", id)
    .forUpdate()
    .executeTakeFirst();

/** What waits to be published, the longest first. */
export const findWaiting = (tx: TenantTx) =>
  tx.selectFrom("submissions").selectAll().where("returned_at", "is", null).orderBy("submitted_at").execute();

/** Whether this council has one person prepare and another publish. */
export async function needsApproval(tx: TenantTx): Promise<boolean> {
  const { approval } = await tx.selectFrom("tenant_settings").select("approval").executeTakeFirstOrThrow();
  return approval;
}

/** The thing with its documents, held: from then on nobody changes what it says or what its files are. */
async function holdWhole(tx: TenantTx, submittable: Submittable, id: string) {
  const row = await hold(tx, submittable, id);
  const found = row && (await submittable.find(tx, id));
  if (!found) throw notThere();
  await holdDocumentsIn(tx, found.input);
  return { ...found, isBinned: row.binnedAt !== null };
}

/** How something that was handed over stands: whether it waits as it was handed over, or has changed since. */
export async function findHandOver(tx: TenantTx, submittable: Submittable, id: string, input: Whole) {
  const submission = await findSubmission(tx, submittable, id);
  const isOpen = submission !== undefined && submission.returned_at === null;
  const isChanged = isOpen && submission.version !== (await handedOverVersion(tx, submittable, id, input));
  return { submission, isOpen, isChanged, waits: isOpen && !isChanged };
}

/** Where the council has one person prepare and another approve: what was handed over, and who may publish it. */
export async function approvalOf(tx: TenantTx, submittable: Submittable, id: string, input: Whole, actor: Actor) {
  const account = isSomebody(actor) ? actor.id : "";
  const [isNeeded, { submission, waits, isChanged }] = await Promise.all([
    needsApproval(tx),
    findHandOver(tx, submittable, id, input),
  ]);
  return {
    isNeeded,
    waits,
    isChanged,
    isOwn: waits && submission!.submitted_by === account,
    mayHandOver: isOfCouncil(actor) && !waits,
    mayPublish: !isNeeded || (waits && submission!.submitted_by !== account),
    // What was changed since is handed over anew.
    submission:
      submission && !isChanged
        ? {
            ...{ by: submission.submitted_name, at: submission.submitted_at.toISOString(), note: submission.note },
            returned: submission.returned_at && { by: submission.returned_name!, note: submission.return_note! },
          }
        : null,
  };
}

export type Approval = Awaited<ReturnType<typeof approvalOf>>;

/**
 * Hands something over to be published as it stands now; said again, it is handed over anew.
 * @throws `editing.operators_stand_aside`, `editing.not_there`, `editing.in_bin`, `editing.always_public`,
 *   `editing.already_public`
 */
export async function submit(
  tx: TenantTx,
  by: Doing,
  submittable: Submittable,
  id: string,
  note: string | null,
): Promise<void> {
  const who = personOfCouncil(by.actor);
  const { input, standing, isBinned } = await holdWhole(tx, submittable, id);
  if (isBinned) throw inBin();
  if (standing === null) throw alwaysPublic();
  const isPublic = standing?.state === "published" && standing.public_from! <= by.now;
  if (isPublic && !(await submittable.isToBeApproved?.(tx, id))) throw alreadyPublic();
  const { entity } = submittable;
  const row = {
    version: await handedOverVersion(tx, submittable, id, input),
    submitted_by: who.id,
    submitted_name: who.name,
    submitted_at: by.now,
    note,
    returned_by: null,
    returned_name: null,
    returned_at: null,
    return_note: null,
  };
  await tx
    .insertInto("submissions")
    .values({ ...row, entity, entity_id: id })
    .onConflict((conflict) => conflict.columns(["tenant_id", "entity", "entity_id"] as never).doUpdateSet(row))
    .execute();
  await recordChange(tx, by, `${entity}.submitted`, entity, id, null, { version: row.version, note });
}

/**
 * Gives back what was handed over, with a word; whoever has handed it over takes it back, and needs none.
 * @throws {InvalidInput} `editing.not_submitted`, `editing.operators_stand_aside`, `accounts.not_allowed`
 */
export async function giveBack(
  tx: TenantTx,
  by: Doing,
  { entity }: Pick<Submittable, "entity">,
  id: string,
  note: string,
): Promise<"returned" | "taken_back"> {
  const submission = await tx
    .selectFrom("submissions")
    .select(["version", "submitted_by", "returned_at"])
    .where("entity", "=", entity)
    .where("entity_id", "=", id)
    .forUpdate()
    .executeTakeFirst();
  if (!submission || submission.returned_at) throw notSubmitted();
  const who = personOfCouncil(by.actor);
  const isOwn = submission.submitted_by === who.id;
  if (!isOwn && !(await mayPublishOne(tx, by.actor, entity, id))) throw notAllowed();
  const { version } = submission;
  if (isOwn) {
    await dropSubmission(tx, { entity }, id);
    await recordChange(tx, by, `${entity}.taken_back`, entity, id, { version }, null);
    return "taken_back";
  }
  if (!note) throw new InvalidInput([{ path: "note", code: "text.required" }]);
  await tx
    .updateTable("submissions")
    .set({ returned_by: who.id, returned_name: who.name, returned_at: by.now, return_note: note })
    .where("entity", "=", entity)
    .where("entity_id", "=", id)
    .execute();
  await recordChange(tx, by, `${entity}.returned`, entity, id, null, { version, note });
  return "returned";
}

/**
 * Where the council wants it so, only what somebody else has handed over is published, and only as it was handed over. It
 * is held from then on: nobody changes it between the look and the publishing.
 * @throws `editing.not_submitted`, `editing.own_submission`, `editing.changed_since_submitted`,
 *   `editing.operators_stand_aside`, `editing.not_there`
 */
export async function checkApproval(tx: TenantTx, by: Doing, submittable: Submittable, id: string): Promise<void> {
  const { input } = await holdWhole(tx, submittable, id);
  if (!(await needsApproval(tx))) return;
  const who = personOfCouncil(by.actor);
  await holdSubmission(tx, submittable, id);
  const { submission, isOpen, isChanged } = await findHandOver(tx, submittable, id, input);
  if (!isOpen) throw notSubmitted();
  if (submission!.submitted_by === who.id) throw ownSubmission();
  if (isChanged) throw changedSinceSubmitted();
}

/** What is published, withdrawn or gone waits no longer. */
export const dropSubmission = (tx: TenantTx, { entity }: Pick<Submittable, "entity">, id: string) =>
  tx.deleteFrom("submissions").where("entity", "=", entity).where("entity_id", "=", id).execute();
