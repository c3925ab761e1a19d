import { sql } from "kysely";
import type { TenantTx } from "../../db/tenant-db.ts";
import { InvalidInput } from "../../http/problem.ts";
import type { Actor } from "../../http/scope.ts";
import { mayPublish } from "../accounts/policies.ts";
import type { Doing } from "../audit/audit.service.ts";
import { instantIn } from "../deadlines/deadline.ts";
import { changedByPublishers } from "../editing/editing.errors.ts";
import { needsApproval } from "../editing/submissions.service.ts";
import { type HeldMeeting, isRunLive } from "../meetings/held-meeting.ts";
import { recordPeople } from "../meetings/people-at-meeting.service.ts";
import { closeMeeting, openMeeting } from "../meetings/stages.service.ts";
import { handOver } from "../recordings/handing-over.ts";
import { findFile } from "../recordings/recordings.queries.ts";
import { publishRecording, setRecordingLink } from "../recordings/recordings.service.ts";
import { movedMeanwhile, wrongStep } from "./draft-acts.errors.ts";
import { holdHearingThat } from "./hearings.service.ts";

/** Hearings `m` that the public knows and whose time has come: what happened there can be told. */
export const isToBeTold = (now: Date) => sql<boolean>`(m.state = 'published' and m.starts_at <= ${now}
  and m.stage in ('announced', 'open', 'closed', 'minutes_published'))`;

/** Which hearing, and how it stood on the page. */
export interface SeenHearing {
  meeting: string;
  seen: string;
}

/**
 * A hearing of this draft act whose time has come, held, as it was seen.
 * @throws as `holdHearingThat`
 */
export const holdHeldHearing = (tx: TenantTx, by: Doing, draftId: string, seen: SeenHearing): Promise<HeldMeeting> =>
  holdHearingThat(tx, by, draftId, seen, isToBeTold(by.now));

/** @throws `InvalidInput` at the field of the form */
function timeOf({ day }: HeldMeeting, field: string, time: string | null, { now }: Doing): Date {
  if (!time) throw new InvalidInput([{ path: field, code: "text.required" }]);
  const at = instantIn(`${day}T${time}`);
  if (at > now) throw new InvalidInput([{ path: field, code: "meetings.in_the_future" }]);
  return at;
}

/**
 * A hearing was held: from when until when, where that has not been noted yet, and how many people came.
 * @throws as `holdHeldHearing`, `openMeeting`, `closeMeeting` and `recordPeople`; `drafts.wrong_step` while a console runs it
 */
export async function tellHearingHeld(
  tx: TenantTx,
  by: Doing,
  draftId: string,
  {
    began,
    ended,
    people,
    ...seen
  }: SeenHearing & { began: string | null; ended: string | null; people: number | null },
): Promise<void> {
  const meeting = await holdHeldHearing(tx, by, draftId, seen);
  if (meeting.stage === "announced") await openMeeting(tx, by, meeting.id, timeOf(meeting, "began", began, by));
  if (meeting.stage === "open" && (await isRunLive(tx, meeting.id))) throw wrongStep();
  if (meeting.stage === "announced" || meeting.stage === "open")
    await closeMeeting(tx, by, meeting.id, timeOf(meeting, "ended", ended, by));
  await recordPeople(tx, by, meeting.id, { people });
}

/** The recording of a meeting as it lies: by its link, or the sum of its file; empty where there is none. */
export async function findLying(tx: TenantTx, meetingId: string) {
  const recording = await tx
    .selectFrom("recordings")
    .select(["id", "link", "duration", "state"])
    .where("meeting_id", "=", meetingId)
    .executeTakeFirst();
  if (!recording) return null;
  const file = await findFile(tx, recording.id);
  return { ...recording, isFile: file !== undefined, lies: file?.sha256 ?? recording.link ?? "" };
}

/** Where two persons publish, a recording that the public has is changed by whoever publishes meetings. */
export const mayLink = async (tx: TenantTx, actor: Actor, stands: { state: string } | null): Promise<boolean> =>
  stands?.state !== "published" || mayPublish(actor, "meeting") || !(await needsApproval(tx));

/**
 * Says where the recording of a hearing lies, and shows it to the public; where two persons publish it is handed over. Of
 * one that the public has already only the link changes. A film that was uploaded stays for the meetings' desk.
 * @throws as `holdHeldHearing`, `setRecordingLink` and `publishRecording`; `drafts.moved_meanwhile`, `drafts.wrong_step`,
 *   `editing.changed_by_publishers`
 */
export async function linkHearingRecording(
  tx: TenantTx,
  by: Doing,
  draftId: string,
  { lies, link, ...seen }: SeenHearing & { lies: string; link: string },
): Promise<void> {
  const { id } = await holdHeldHearing(tx, by, draftId, seen);
  const stands = await findLying(tx, id);
  if ((stands?.lies ?? "") !== lies) throw movedMeanwhile();
  if (stands?.isFile) throw wrongStep();
  if (!(await mayLink(tx, by.actor, stands))) throw changedByPublishers();
  await setRecordingLink(tx, by, id, { link, duration: stands?.duration ?? null });
  if (stands?.state === "published") return;
  if (await needsApproval(tx)) await handOver(tx, by, id, null);
  else await publishRecording(tx, by, id);
}
