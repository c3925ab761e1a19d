import { json } from "../../db/columns.ts";
import type { TenantTx } from "../../db/tenant-db.ts";
import type { AppError } from "../../http/errors.ts";
import type { LocalizedText } from "../../locale.shared.ts";
import { type Doing, recordChange } from "../audit/audit.service.ts";

/** Whether the public may know of something, and from when on. */
export interface Standing {
  state: "draft" | "published" | "withdrawn";
  public_from: Date | null;
}

/** Whether the public may see it at `now`, or could before it was withdrawn. */
const wasSeen = ({ public_from }: Standing, now: Date): boolean => public_from !== null && public_from <= now;

/**
 * The columns of what is published, now or at a later time.
 * @throws what `publicAlready` makes, when it is public already; a time that has not come may be changed.
 */
export function publishedAt(before: Standing, by: Doing, at: Date, publicAlready: () => AppError) {
  if (before.state === "published" && wasSeen(before, by.now)) throw publicAlready();
  return { state: "published" as const, public_from: at };
}

/**
 * The columns of what is taken from the site. What nobody has seen yet becomes a draft again.
 * @throws what `notPublished` makes
 */
export function takenBack(before: Standing, by: Doing, notPublished: () => AppError) {
  if (before.state !== "published") throw notPublished();
  return { state: wasSeen(before, by.now) ? ("withdrawn" as const) : ("draft" as const), public_from: null };
}

/** What may have been withdrawn with a reason, which its address goes on telling. */
interface Withdrawable extends Standing {
  withdrawn_at: Date | null;
}

/** The columns of what comes back after it was withdrawn with a reason; until its time has come, that is still told. */
export const comesBack = (at: Date, { now }: Doing) =>
  at <= now ? { withdrawn_at: null, withdrawn_reason: null } : {};

/** Whether its address tells why it was withdrawn: also while it waits for the time at which it comes back. */
export const isWithdrawn = (standing: Withdrawable, now: Date): boolean =>
  standing.state === "withdrawn" || (standing.withdrawn_at !== null && !wasSeen(standing, now));

/**
 * The columns of what is withdrawn with a reason, which its address goes on telling. What nobody has seen yet becomes a
 * draft again, and needs none; what was to come back stays withdrawn for the reason that it had.
 * @throws what `notPublished` and `withdrawnAlready` make
 */
export function withdrawnFor(
  before: Withdrawable,
  by: Doing,
  reason: LocalizedText,
  refusals: { notPublished: () => AppError; withdrawnAlready: () => AppError },
) {
  if (before.state === "withdrawn") throw refusals.withdrawnAlready();
  if (before.state === "draft") throw refusals.notPublished();
  if (isWithdrawn(before, by.now)) return { state: "withdrawn" as const, public_from: before.withdrawn_at };
  if (!wasSeen(before, by.now)) return { state: "draft" as const, public_from: null };
  return { state: "withdrawn" as const, withdrawn_at: by.now, withdrawn_reason: json(reason) };
}

/** Records `<entity>.published`, `.withdrawn`, or `.unscheduled` where nobody had seen it. */
export async function recordStanding(
  tx: TenantTx,
  by: Doing,
  [entity, id]: readonly [entity: string, id: string],
  before: Standing,
  after: { state: Standing["state"]; public_from?: Date | null },
  reason?: LocalizedText,
): Promise<void> {
  const { state, public_from } = after;
  const action = state !== "published" && !wasSeen(before, by.now) ? "unscheduled" : state;
  const now = {
    state,
    ...(state === "published" && { publicFrom: public_from }),
    ...(state === "withdrawn" && reason && { reason }),
  };
  const was = { state: before.state, publicFrom: before.public_from };
  await recordChange(tx, by, `${entity}.${action}`, entity, id, was, now);
}
