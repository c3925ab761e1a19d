import { json } from "../../db/columns.ts";
import { raiseVersion } from "../../db/content-versions.ts";
import type { TenantTx } from "../../db/tenant-db.ts";
import { cleanLocalizedHtml } from "../../html.ts";
import { InvalidInput } from "../../http/problem.ts";
import { parsed } from "../../http/validated.ts";
import { dayIn } from "../../local-time.ts";
import type { LocalizedText } from "../../locale.shared.ts";
import { type Doing, recordChange } from "../audit/audit.service.ts";
import { findReckoning } from "../deadlines/deadlines.queries.ts";
import { attachedTo } from "../documents/attachments.queries.ts";
import { type Attachment, attach } from "../documents/attachments.service.ts";
import { dropSubmission } from "../editing/submissions.service.ts";
import { isSame } from "../editing/versions.ts";
import { informMembers } from "../mailings/mailings.service.ts";
import { type HeldMeeting, holdMeeting, holdMeetingThatTakesPlace, isWithoutNewDay } from "./held-meeting.ts";
import {
  alreadyAnnounced,
  alreadyBegun,
  announcedAfterBeginning,
  closedBeforeOpened,
  minutesMissing,
  notAnnounced,
  notClosed,
  notOpen,
  shortNotice,
} from "./meetings.errors.ts";
import { NoticeInput, Reason } from "./meetings.schema.ts";
import { checkBodyIsPublic, releaseMeetingDocuments } from "./meetings.service.ts";
import type { MeetingStage } from "./meetings.shared.ts";
import { noticeOf } from "./notice.ts";
import { keepVersion } from "./versions.service.ts";
import { dropWaiting } from "./waiting-papers.ts";

interface StageChange {
  stage: MeetingStage;
  /** What else the step sets. */
  set?: Parameters<typeof setStage>[3];
  /** Calendars must take it over. */
  forCalendars?: boolean;
}

const setStage = (
  tx: TenantTx,
  id: string,
  stage: MeetingStage,
  set: Partial<{
    announced_at: Date;
    notice: string | null;
    short_notice_reason: string | null;
    stage_reason: string;
    postponed_to: string | null;
    opened_at: Date;
    closed_at: Date | null;
    minutes_published_at: Date;
    state: "published";
    public_from: Date;
    sequence: number;
    updated_at: Date;
  }>,
) =>
  tx
    .updateTable("meetings")
    .set({ ...set, stage })
    .where("id", "=", id)
    .execute();

/**
 * One step of a meeting's life: what changed is recorded, and readers see it where the meeting is public. What was handed
 * over for its notice waits no longer.
 */
async function step(tx: TenantTx, by: Doing, meeting: HeldMeeting, { stage, set = {}, forCalendars }: StageChange) {
  const sequence = meeting.sequence + (forCalendars && meeting.state === "published" ? 1 : 0);
  await setStage(tx, meeting.id, stage, { ...set, sequence, updated_at: by.now });
  await dropSubmission(tx, { entity: "meeting" }, meeting.id);
  await raiseVersion(tx, "meetings", "sittings");
  await recordChange(tx, by, `meeting.${stage}`, "meeting", meeting.id, { stage: meeting.stage }, { stage, ...set });
}

/**
 * Gives the notice: from now on the meeting is public, and nothing on it changes without a reason. A notice that is
 * later than the rule asks must say why.
 * @throws `meetings.not_found`, `meetings.already_announced`, `meetings.announced_after_beginning`, `meetings.short_notice`, `meetings.body_not_public`
 */
export async function announceMeeting(tx: TenantTx, by: Doing, id: string, given: NoticeInput = {}): Promise<void> {
  const input = parsed(NoticeInput, given);
  const meeting = await holdMeetingThatTakesPlace(tx, id);
  if (meeting.stage !== "planned") throw alreadyAnnounced();
  const announcedAt = input.announcedAt ?? by.now;
  if (announcedAt > by.now) throw new InvalidInput([{ path: "announcedAt", code: "meetings.in_the_future" }]);
  if (announcedAt > meeting.starts_at) throw announcedAfterBeginning();
  checkBodyIsPublic(meeting, by.now);
  const notice = noticeOf(meeting, dayIn(announcedAt), await findReckoning(tx));
  if (notice && !notice.inTime && !input.shortNoticeReason) throw shortNotice(notice.dueOn);
  const text = cleanLocalizedHtml(input.text);
  const isPublic = meeting.state === "published" && meeting.public_from! <= by.now;
  const publicFrom = isPublic ? meeting.public_from! : announcedAt;
  await step(tx, by, meeting, {
    stage: "announced",
    set: {
      announced_at: announcedAt,
      notice: text && json(text),
      short_notice_reason: input.shortNoticeReason ? json(input.shortNoticeReason) : null,
      state: "published",
      public_from: publicFrom,
    },
    forCalendars: true,
  });
  await releaseMeetingDocuments(tx, id, publicFrom);
  await keepVersion(tx, { ...by, now: by.now }, id, null);
}

/** An event is held without an agenda, and so without a notice of it. */
const needsNotice = ({ kind }: HeldMeeting) => kind !== "event" && kind !== "ceremony";

/** @throws `meetings.not_announced`, `meetings.already_begun`, `meetings.does_not_take_place` */
export async function openMeeting(tx: TenantTx, by: Doing, id: string, at: Date = by.now): Promise<void> {
  const meeting = await holdMeetingThatTakesPlace(tx, id);
  if (meeting.stage === "planned" && needsNotice(meeting)) throw notAnnounced();
  if (meeting.stage !== "planned" && meeting.stage !== "announced") throw alreadyBegun();
  await step(tx, by, meeting, { stage: "open", set: { opened_at: at } });
}

/** @throws `meetings.not_open`, `meetings.closed_before_opened` */
export async function closeMeeting(tx: TenantTx, by: Doing, id: string, at: Date = by.now): Promise<void> {
  const meeting = await holdMeeting(tx, id);
  if (meeting.stage !== "open") throw notOpen();
  if (at < meeting.opened_at!) throw closedBeforeOpened();
  await step(tx, by, meeting, { stage: "closed", set: { closed_at: at } });
}

/**
 * It was closed by mistake, and goes on.
 * @throws `meetings.not_closed`: also where the minutes are public
 */
export async function reopenMeeting(tx: TenantTx, by: Doing, id: string, reason: LocalizedText): Promise<void> {
  const meeting = await holdMeeting(tx, id);
  if (meeting.stage !== "closed") throw notClosed();
  await setStage(tx, id, "open", { closed_at: null, updated_at: by.now });
  await raiseVersion(tx, "meetings", "sittings");
  const before = { stage: meeting.stage, closed_at: meeting.closed_at };
  await recordChange(tx, by, "meeting.reopened", "meeting", id, before, { stage: "open", reason });
}

/**
 * Publishes the minutes: those that are given here, or that are attached already in the role `minutes`. Others that wait to
 * be let in are not needed any more.
 * @throws `meetings.not_closed`, `meetings.minutes_missing`, and what `attach` throws
 */
export async function publishMinutes(
  tx: TenantTx,
  by: Doing,
  id: string,
  minutes: readonly Attachment[] = [],
): Promise<void> {
  const meeting = await holdMeeting(tx, id);
  if (meeting.stage !== "closed") throw notClosed();
  await attach(tx, by, "meeting", id, minutes, meeting.public_from);
  if (!(await attachedTo(tx, "meeting", id)).some(({ role }) => role === "minutes")) throw minutesMissing();
  await step(tx, by, meeting, { stage: "minutes_published", set: { minutes_published_at: by.now } });
  await dropWaiting(tx, by, id, "minutes");
}

/**
 * A meeting that can be called off: one that has not begun, or that was postponed to no day yet.
 * @throws `meetings.already_begun`: what has begun is closed instead; `meetings.does_not_take_place`
 */
async function holdToCallOff(tx: TenantTx, id: string) {
  const held = await holdMeeting(tx, id);
  if (isWithoutNewDay(held)) return held;
  const meeting = await holdMeetingThatTakesPlace(tx, id);
  if (meeting.stage !== "planned" && meeting.stage !== "announced") throw alreadyBegun();
  return meeting;
}

/**
 * The meeting does not take place, also one that was postponed to no day yet. Its page and its papers stay, and say why.
 * Sent twice, it is done and told once.
 * @throws `InvalidInput`, `meetings.already_begun`, `meetings.does_not_take_place`
 */
export async function cancelMeeting(tx: TenantTx, by: Doing, id: string, reason: LocalizedText): Promise<void> {
  const why = parsed(Reason, reason);
  const { stage, stage_reason } = await holdMeeting(tx, id);
  if (stage === "cancelled" && isSame(stage_reason, why)) return;
  const meeting = await holdToCallOff(tx, id);
  await step(tx, by, meeting, { stage: "cancelled", set: { stage_reason: json(why) }, forCalendars: true });
  await informMembers(tx, by, id);
}

/**
 * The meeting takes place another time. Its page stays, says why, and leads to the new one where there is one. Sent twice,
 * it is done and told once.
 * @param to the meeting in its place, once that is known
 * @throws `InvalidInput`, `meetings.already_begun`, `meetings.does_not_take_place`
 */
export async function postponeMeeting(
  tx: TenantTx,
  by: Doing,
  id: string,
  reason: LocalizedText,
  to: string | null = null,
): Promise<void> {
  const why = parsed(Reason, reason);
  const { stage, postponed_to, stage_reason } = await holdMeeting(tx, id);
  if (stage === "postponed" && postponed_to === to && isSame(stage_reason, why)) return;
  const meeting = await holdToCallOff(tx, id);
  const other =
    to === null ? null : await tx.selectFrom("meetings").select("body_id").where("id", "=", to).executeTakeFirst();
  if (to !== null && (to === id || other?.body_id !== meeting.body_id))
    throw new InvalidInput([{ path: "to", code: "meetings.not_a_successor" }]);
  await step(tx, by, meeting, {
    stage: "postponed",
    set: { stage_reason: json(why), postponed_to: to },
    forCalendars: true,
  });
  await informMembers(tx, by, id);
}
