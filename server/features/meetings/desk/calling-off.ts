import * as v from "valibot";
import type { TenantTx } from "../../../db/tenant-db.ts";
import { InvalidInput } from "../../../http/problem.ts";
import { parsed } from "../../../http/validated.ts";
import { timeIn } from "../../../local-time.ts";
import type { LocalizedText } from "../../../locale.shared.ts";
import { atFields } from "../../../workspace/at-fields.ts";
import type { Standing } from "../../../workspace/changed-meanwhile.shared.ts";
import { page } from "../../../workspace/feature.ts";
import { requiredDay, requiredTime, typed, typedInBoth, typedOrNull } from "../../../workspace/form-fields.schema.ts";
import { form } from "../../../workspace/form-route.ts";
import { doing, type Shown, type WorkspaceContext } from "../../../workspace/scope.ts";
import { instantIn } from "../../deadlines/deadline.ts";
import { dropSubmission } from "../../editing/submissions.service.ts";
import { isSame } from "../../editing/versions.ts";
import { holdMeeting, isWithoutNewDay } from "../held-meeting.ts";
import { meetingEditable } from "../meetings.editable.ts";
import { doesNotTakePlace } from "../meetings.errors.ts";
import { Reason } from "../meetings.schema.ts";
import { createMeeting, publishMeeting, withdrawMeeting } from "../meetings.service.ts";
import { cancelMeeting, postponeMeeting } from "../stages.service.ts";
import { changeStream } from "../stream.service.ts";
import { checkIsAsShown } from "./announced.ts";
import { approve } from "./approval.ts";
import { findJointBodies } from "./desk.queries.ts";
import { deskPath, headOf, meetingId, publishMeetings, readMeeting, standsAt, takesPlace } from "./desk-meeting.ts";
import { deskPaths } from "./desk-paths.shared.ts";
import { type NoticeData, noticePage } from "./notice-desk.ts";
import { meetingPage } from "./overview.ts";
import { askAboutTyped, askAboutWhole, type TextsOf } from "./texts-persons.ts";

const both = v.optional(v.object({ sq: typed, en: typed }), {});
const given = ({ sq, en }: { sq: string; en: string }) => ({ sq, en: en.trim() || null });

const callingOff = (what: "postponement" | "cancellation") =>
  async function callingOffPage(c: WorkspaceContext): Promise<Shown> {
    const id = meetingId(c);
    const meeting = await c.var.db.read((tx) => readMeeting(tx, id));
    const isPostponed = isWithoutNewDay(meeting);
    const why = takesPlace(meeting) ? null : meeting.stage_reason;
    const standing = { "reason.sq": why?.sq, "reason.en": why?.en };
    const place = { "place.sq": meeting.place?.sq, "place.en": meeting.place?.en };
    const data: CallingOffData = {
      ...{ what, isPostponed, meeting: headOf(meeting, c.var), standing },
      values: { ...standing, time: timeIn(meeting.starts_at), ...place },
    };
    return { view: "meetings/calling-off-page", data };
  };
export interface CallingOffData {
  what: "postponement" | "cancellation";
  /** To a day that is not known yet: now it is given one, or cancelled. */
  isPostponed: boolean;
  meeting: ReturnType<typeof headOf>;
  /** The reason that was given, where it was called off already. */
  standing: Standing;
  values: Record<string, string | null | undefined>;
}

/**
 * The meeting in its place, where it was postponed to just that day and hour for just that reason: then it was sent twice.
 * @throws `InvalidInput`, `meetings.does_not_take_place` where it was postponed to another
 */
async function postponedLikewise(tx: TenantTx, id: string, reason: LocalizedText, startsAt: Date) {
  const why = parsed(Reason, reason);
  const { postponed_to, stage_reason } = await holdMeeting(tx, id);
  if (postponed_to === null) return null;
  const next = await readMeeting(tx, postponed_to);
  if (!isSame(stage_reason, why) || next.starts_at.getTime() !== startsAt.getTime()) throw doesNotTakePlace();
  return { id: next.id };
}

/** Without a day the meeting is postponed to a time that is not known yet. */
const Postponement = v.object({
  reason: both,
  day: typedOrNull,
  time: typedOrNull,
  place: typedInBoth,
});
const NewDay = v.object({ day: requiredDay, time: requiredTime });

const why: TextsOf = (t) => ({ reason: t("why") });

async function again(c: WorkspaceContext): Promise<Shown> {
  standsAt(c, "meeting");
  return meetingPage(c);
}

/** What has no notice to come is shown from the page on which it would have been given. */
async function showingAgain(c: WorkspaceContext): Promise<Shown> {
  const shown = await noticePage(c);
  if (!(shown.data as NoticeData).isUnseen) return again(c);
  standsAt(c, "notice");
  return shown;
}

export const callingOffRoutes = [
  page(deskPaths.postponement, publishMeetings, callingOff("postponement")),
  form(deskPaths.postponement, publishMeetings, {
    name: "calling-off",
    standing: ({ data }) => (data as CallingOffData).standing,
    schema: v.pipe(
      Postponement,
      v.forward(
        v.check(
          ({ day, time }) => day === null || v.is(NewDay, { day, time: time ?? "" }),
          "meetings.new_day_incomplete",
        ),
        ["day"],
      ),
    ),
    async save(c, { reason, day, time, place }) {
      const id = meetingId(c);
      const fields = { sq: "reason.sq", en: "reason.en", startsAt: "time", to: "day" };
      const successor = await atFields({ fields, failures: { "meetings.another_then": "time" } }, () =>
        c.var.db.write(async (tx) => {
          const by = doing(c);
          const startsAt = day === null ? null : instantIn(`${day}T${time}`);
          const before = startsAt && (await postponedLikewise(tx, id, given(reason), startsAt));
          if (before) return before;
          const [meeting, joint] = await Promise.all([readMeeting(tx, id), findJointBodies(tx, id)]);
          if (startsAt && startsAt < meeting.starts_at)
            throw new InvalidInput([{ path: "day", code: "meetings.postponed_backwards" }]);
          const made =
            startsAt === null
              ? null
              : await createMeeting(tx, by, {
                  ...{ bodyId: meeting.body_id, jointBodyIds: joint.map((body) => body.id), kind: meeting.kind },
                  ...{ title: meeting.title, description: meeting.description, startsAt },
                  ...{ place, onlineUrl: meeting.online_url, access: meeting.access },
                  closedReason: meeting.closed_reason,
                });
          if (made && meeting.stream_url) await changeStream(tx, by, made.id, { streamUrl: meeting.stream_url });
          await postponeMeeting(tx, by, id, given(reason), made?.id ?? null);
          await askAboutTyped(c, tx, id, why);
          return made;
        }),
      );
      return `${deskPath(c, "meeting", { id: successor?.id ?? id })}?done=${successor ? "successor" : "postponed"}`;
    },
    again: callingOff("postponement"),
  }),
  page(deskPaths.cancellation, publishMeetings, callingOff("cancellation")),
  form(deskPaths.cancellation, publishMeetings, {
    name: "calling-off",
    standing: ({ data }) => (data as CallingOffData).standing,
    schema: v.object({ reason: both }),
    async save(c, { reason }) {
      const id = meetingId(c);
      await atFields({ fields: { sq: "reason.sq", en: "reason.en" } }, () =>
        c.var.db.write(async (tx) => {
          await cancelMeeting(tx, doing(c), id, given(reason));
          await askAboutTyped(c, tx, id, why);
        }),
      );
      return `${deskPath(c, "meeting", { id })}?done=cancelled`;
    },
    again: callingOff("cancellation"),
  }),
  form(deskPaths.publication, publishMeetings, {
    name: "publication",
    schema: v.object({}),
    async save(c) {
      const id = meetingId(c);
      await c.var.db.write(async (tx) => {
        await checkIsAsShown(c, tx, id);
        await approve(c, tx, id);
        await publishMeeting(tx, doing(c), id);
        await askAboutWhole(c, tx, id, () => ({}));
      });
      return `${deskPath(c, "meeting", { id })}?done=shown`;
    },
    again: showingAgain,
  }),
  form(deskPaths.withdrawal, publishMeetings, {
    name: "withdrawal",
    schema: v.object({}),
    async save(c) {
      const id = meetingId(c);
      await c.var.db.write(async (tx) => {
        await withdrawMeeting(tx, doing(c), id);
        await dropSubmission(tx, meetingEditable, id);
      });
      return `${deskPath(c, "meeting", { id })}?done=withdrawn`;
    },
    again,
  }),
];
