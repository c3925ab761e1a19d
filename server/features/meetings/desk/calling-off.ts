import * as v from "valibot";
import { timeIn } from "../../../local-time.ts";
import { atFields } from "../../../workspace/at-fields.ts";
import { page } from "../../../workspace/feature.ts";
import { requiredDay, requiredTime, typed, typedInBoth, typedOrNull } from "../../../workspace/form-fields.schema.ts";
import { form } from "../../../workspace/form-route.ts";
import { doing, type Shown, type WorkspaceContext } from "../../../workspace/scope.ts";
import { instantIn } from "../../deadlines/deadline.ts";
import { createMeeting, publishMeeting, withdrawMeeting } from "../meetings.service.ts";
import { cancelMeeting, postponeMeeting } from "../stages.service.ts";
import { approve } from "./approval.ts";
import { findJointBodies } from "./desk.queries.ts";
import { deskPath, headOf, meetingId, publishMeetings, readMeeting, standsAt } from "./desk-meeting.ts";
import { deskPaths } from "./desk-paths.shared.ts";
import { meetingPage } from "./overview.ts";
import { askAboutTyped, askAboutWhole, type TextsOf } from "./texts-persons.ts";

const both = v.optional(v.object({ sq: typed, en: typed }), {});
const given = ({ sq, en }: { sq: string; en: string }) => ({ sq, en: en.trim() || null });

const callingOff = (what: "postponement" | "cancellation") =>
  async function callingOffPage(c: WorkspaceContext): Promise<Shown> {
    const id = meetingId(c);
    const meeting = await c.var.db.read((tx) => readMeeting(tx, id));
    const values = { time: timeIn(meeting.starts_at), "place.sq": meeting.place?.sq, "place.en": meeting.place?.en };
    return { view: "meetings/calling-off-page", data: { what, meeting: headOf(meeting, c.var.locale), values } };
  };
export interface CallingOffData {
  what: "postponement" | "cancellation";
  meeting: ReturnType<typeof headOf>;
  values: Record<string, string | undefined>;
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

export const callingOffRoutes = [
  page(deskPaths.postponement, publishMeetings, callingOff("postponement")),
  form(deskPaths.postponement, publishMeetings, {
    name: "calling-off",
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
          const [meeting, joint] = await Promise.all([readMeeting(tx, id), findJointBodies(tx, id)]);
          const made =
            day === null
              ? null
              : await createMeeting(tx, by, {
                  ...{ bodyId: meeting.body_id, jointBodyIds: joint.map((body) => body.id), kind: meeting.kind },
                  ...{ title: meeting.title, description: meeting.description, startsAt: instantIn(`${day}T${time}`) },
                  ...{ place, onlineUrl: meeting.online_url, access: meeting.access },
                  closedReason: meeting.closed_reason,
                });
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
        await approve(c, tx, id);
        await publishMeeting(tx, doing(c), id);
        await askAboutWhole(c, tx, id, () => ({}));
      });
      return `${deskPath(c, "meeting", { id })}?done=shown`;
    },
    again,
  }),
  form(deskPaths.withdrawal, publishMeetings, {
    name: "withdrawal",
    schema: v.object({}),
    async save(c) {
      const id = meetingId(c);
      await c.var.db.write((tx) => withdrawMeeting(tx, doing(c), id));
      return `${deskPath(c, "meeting", { id })}?done=withdrawn`;
    },
    again,
  }),
];
