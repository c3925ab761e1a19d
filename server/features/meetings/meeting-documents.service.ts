import { raiseVersion } from "../../db/content-versions.ts";
import type { TenantTx } from "../../db/tenant-db.ts";
import type { Doing } from "../audit/audit.service.ts";
import { type Attachment, attach, detach, letIn } from "../documents/attachments.service.ts";
import { releaseTime } from "./agenda.service.ts";
import { type HeldMeeting, holdItem, holdMeeting } from "./held-meeting.ts";
import { checkReason, keepVersion, type ReasonGiven } from "./versions.service.ts";
import type { WaitingPaper } from "./waiting-papers.ts";

async function settle(tx: TenantTx, by: Doing, meeting: HeldMeeting, reason: ReasonGiven) {
  if (meeting.announced_at) await keepVersion(tx, by, meeting.id, reason ? checkReason(meeting, reason) : null);
  if (meeting.state === "published") await raiseVersion(tx, "meetings");
}

/**
 * Adds documents to a meeting: notice, agenda, minutes, other. After the notice they are marked as late by themselves.
 * @throws `meetings.not_found`, and what `attach` throws
 */
export async function attachToMeeting(
  tx: TenantTx,
  by: Doing,
  id: string,
  documents: readonly Attachment[],
  reason?: ReasonGiven,
): Promise<void> {
  const meeting = await holdMeeting(tx, id);
  await attach(tx, by, "meeting", id, documents, releaseTime(meeting));
  await settle(tx, by, meeting, reason);
}

/** Adds documents to an item: draft act, explanatory report, other. @throws `meetings.item_not_found`, and as above */
export async function attachToItem(
  tx: TenantTx,
  by: Doing,
  id: string,
  documents: readonly Attachment[],
  reason?: ReasonGiven,
): Promise<void> {
  const { meeting } = await holdItem(tx, id);
  await attach(tx, by, "agendaItem", id, documents, releaseTime(meeting));
  await settle(tx, by, meeting, reason);
}

/** Takes a document from a meeting and from the public. @throws `meetings.not_found`, `meetings.reason_needed` */
export async function detachFromMeeting(
  tx: TenantTx,
  by: Doing,
  id: string,
  documentId: string,
  reason?: ReasonGiven,
): Promise<void> {
  const meeting = await holdMeeting(tx, id);
  const why = checkReason(meeting, reason);
  await detach(tx, by, "meeting", id, documentId);
  await settle(tx, by, meeting, why);
}

/** Takes a document from an item and from the public. @throws `meetings.item_not_found`, `meetings.reason_needed` */
export async function detachFromItem(
  tx: TenantTx,
  by: Doing,
  id: string,
  documentId: string,
  reason?: ReasonGiven,
): Promise<void> {
  const { meeting } = await holdItem(tx, id);
  const why = checkReason(meeting, reason);
  await detach(tx, by, "agendaItem", id, documentId);
  await settle(tx, by, meeting, why);
}

/** Lets in what waits beside a meeting and its items; its readers are told of it as of one change. @throws `meetings.not_found` */
export async function letInPapers(
  tx: TenantTx,
  by: Doing,
  id: string,
  papers: readonly WaitingPaper[],
  reason?: ReasonGiven,
): Promise<void> {
  const meeting = await holdMeeting(tx, id);
  for (const [item, some] of Map.groupBy(papers, ({ itemId }) => itemId))
    await letIn(tx, by, item ? "agendaItem" : "meeting", item ?? id, some, releaseTime(meeting));
  await settle(tx, by, meeting, reason);
}
