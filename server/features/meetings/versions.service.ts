import { isDeepStrictEqual } from "node:util";
import * as v from "valibot";
import { json } from "../../db/columns.ts";
import { raiseVersion } from "../../db/content-versions.ts";
import type { TenantTx } from "../../db/tenant-db.ts";
import { phrases } from "../../http/phrases.ts";
import { parsed } from "../../http/validated.ts";
import type { LocalizedText } from "../../locale.shared.ts";
import { registerText } from "../../search/register-text.ts";
import type { Doing } from "../audit/audit.service.ts";
import type { HeldMeeting } from "./held-meeting.ts";
import { contentOf, type MeetingContent } from "./meeting-content.ts";
import { minutesArePublic, reasonNeeded } from "./meetings.errors.ts";
import { Reason } from "./meetings.schema.ts";
import type { MeetingKind } from "./meetings.shared.ts";

export type ReasonGiven = LocalizedText | null | undefined;

const WithReason = v.object({ reason: Reason });
/** @throws `InvalidInput` that names the reason among the fields of whatever is changed */
const checked = (reason: LocalizedText): LocalizedText => parsed(WithReason, { reason }).reason;

/** After the notice nothing changes without a word. @throws `meetings.reason_needed` */
export function checkReason(meeting: HeldMeeting, reason: ReasonGiven): LocalizedText | null {
  if (reason) return checked(reason);
  if (meeting.announced_at) throw reasonNeeded();
  return null;
}

/** Once the minutes are public, what was decided does not change without a word. @throws `meetings.minutes_are_public` */
export function checkCorrection({ stage }: Pick<HeldMeeting, "stage">, reason: ReasonGiven): LocalizedText | null {
  if (reason) return checked(reason);
  if (stage === "minutes_published") throw minutesArePublic();
  return null;
}

const lastVersion = (tx: TenantTx, meetingId: string) =>
  tx
    .selectFrom("meeting_versions")
    .select(["version", "content"])
    .where("meeting_id", "=", meetingId)
    .orderBy("version", "desc")
    .limit(1)
    .executeTakeFirst();

/** Transactions in which several changes are one for the meeting's readers. */
const together = new WeakSet<TenantTx>();

/** Does several changes of an announced meeting that its readers are told of as one, with one reason. */
export async function asOneChange(
  tx: TenantTx,
  by: Doing,
  meetingId: string,
  reason: ReasonGiven,
  work: () => Promise<void>,
): Promise<void> {
  together.add(tx);
  try {
    await work();
  } finally {
    together.delete(tx);
  }
  const { announced_at } = await tx
    .selectFrom("meetings")
    .select("announced_at")
    .where("id", "=", meetingId)
    .executeTakeFirstOrThrow();
  if (announced_at) await keepVersion(tx, by, meetingId, reason ? parsed(Reason, reason) : null);
}

/** Keeps how the meeting stands now, where that differs from the last time. The first version is the notice itself. */
export async function keepVersion(tx: TenantTx, by: Doing, meetingId: string, reason: LocalizedText | null) {
  if (together.has(tx)) return;
  const content = await contentOf(tx, meetingId, by.now);
  const last = await lastVersion(tx, meetingId);
  if (last && isDeepStrictEqual(last.content as MeetingContent, JSON.parse(json(content)))) return;
  await tx
    .insertInto("meeting_versions")
    .values({
      meeting_id: meetingId,
      version: (last?.version ?? 0) + 1,
      at: by.now,
      reason: reason && json(reason),
      content: json(content),
    })
    .execute();
}

/** The words by which a meeting is found: its own, its body's, its place, and the titles on its agenda. */
export async function wordsOf(
  tx: TenantTx,
  meeting: Pick<HeldMeeting, "id" | "title" | "kind" | "place" | "body_name">,
): Promise<string> {
  const items = await tx
    .selectFrom("agenda_items")
    .select(["title", "protocol_number"])
    .where("meeting_id", "=", meeting.id)
    .orderBy("path")
    .execute();
  const inBoth = (key: `kind.${MeetingKind}`) => ({
    sq: phrases("sq", "meetings")(key),
    en: phrases("en", "meetings")(key),
  });
  return registerText(
    ...[inBoth(`kind.${meeting.kind}`), meeting.title, meeting.body_name, meeting.place],
    ...items.flatMap(({ title, protocol_number }) => [title, protocol_number]),
  );
}

/**
 * Closes every change of what a meeting shows: it can be found by its new words, an announced one gets a version with
 * the reason, and readers see it.
 */
export async function settleChange(tx: TenantTx, by: Doing, meeting: HeldMeeting, reason: LocalizedText | null) {
  const { title, place } = await tx
    .updateTable("meetings")
    .set({ updated_at: by.now })
    .where("id", "=", meeting.id)
    .returning(["title", "place"])
    .executeTakeFirstOrThrow();
  const folded_text = await wordsOf(tx, { ...meeting, title, place });
  await tx.updateTable("meetings").set({ folded_text }).where("id", "=", meeting.id).execute();
  if (meeting.announced_at) await keepVersion(tx, by, meeting.id, reason);
  if (meeting.state === "published") await raiseVersion(tx, "meetings");
}
