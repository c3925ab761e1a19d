import { randomUUID } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import * as v from "valibot";
import { dayIn, timeIn } from "../../../local-time.ts";
import type { LocalizedText } from "../../../locale.shared.ts";
import { atFields } from "../../../workspace/at-fields.ts";
import { page, type WorkspaceParts, type WorkspaceRoute } from "../../../workspace/feature.ts";
import {
  chosen,
  onceOf,
  requiredDay,
  requiredText,
  requiredTime,
  timeOrNull,
  typed,
  typedInBoth,
  typedOrNull,
} from "../../../workspace/form-fields.schema.ts";
import { form } from "../../../workspace/form-route.ts";
import { doing, type Shown, type WorkspaceContext } from "../../../workspace/scope.ts";
import { instantIn } from "../../deadlines/deadline.ts";
import { madeOnce } from "../../editing/made-once.ts";
import { kindChoices } from "../meeting-choices.ts";
import { meetingEditable } from "../meetings.editable.ts";
import type { MeetingChange, MeetingInput } from "../meetings.schema.ts";
import { changeMeeting, createMeeting } from "../meetings.service.ts";
import { meetingKinds } from "../meetings.shared.ts";
import { changeForm } from "./change-form.ts";
import { type DeskMeeting, findBodies, findJointBodies } from "./desk.queries.ts";
import { deskPath, editMeetings, headOf, meetingId, readMeeting } from "./desk-meeting.ts";
import { deskPaths } from "./desk-paths.shared.ts";
import { likeBeforeRoutes, patternsFor } from "./like-before.ts";

const Particulars = v.object({
  bodyId: requiredText,
  jointBodyIds: chosen,
  kind: v.picklist(meetingKinds, "text.required"),
  title: typedInBoth,
  day: requiredDay,
  time: requiredTime,
  endTime: timeOrNull,
  place: typedInBoth,
  onlineUrl: typedOrNull,
  access: v.optional(v.picklist(["open", "closed"]), "open"),
  closedReason: typedInBoth,
  reason: typedInBoth,
  form: onceOf,
});
const ChangedParticulars = v.object({ ...Particulars.entries, bodyId: typed });

/** Where the services' fields stand on the form. */
const places = {
  fields: { startsAt: "time", endsAt: "endTime", title: "title.sq", closedReason: "closedReason.sq" },
  failures: { "meetings.another_then": "time", "meetings.reason_needed": "reason.sq" },
};

const inputOf = (typed: v.InferOutput<typeof Particulars>): MeetingInput => {
  const { day, time, endTime, reason: _, form: __, ...input } = typed;
  return {
    ...input,
    startsAt: instantIn(`${day}T${time}`),
    endsAt: endTime && instantIn(`${day}T${endTime}`),
    // A reason that was typed and then made needless by opening the meeting is no mistake.
    closedReason: input.access === "closed" ? input.closedReason : null,
  };
};

const inBoth = (text: LocalizedText | null) => text && { sq: text.sq, en: text.en || null };
const asGiven = (meeting: DeskMeeting, joint: readonly { id: string }[]) => ({
  jointBodyIds: joint.map(({ id }) => id).toSorted(),
  ...{ kind: meeting.kind, title: inBoth(meeting.title), place: inBoth(meeting.place) },
  ...{ startsAt: meeting.starts_at, endsAt: meeting.ends_at, onlineUrl: meeting.online_url },
  ...{ access: meeting.access, closedReason: inBoth(meeting.closed_reason) },
});

/** What differs from how the meeting stands: calendars and readers are told of nothing else. */
function differing(was: ReturnType<typeof asGiven>, wanted: MeetingInput): MeetingChange {
  const { bodyId: _, ...input } = { ...wanted, jointBodyIds: wanted.jointBodyIds?.toSorted() };
  return Object.fromEntries(
    Object.entries(input).filter(([name, value]) => !isDeepStrictEqual(value, was[name as keyof typeof was])),
  );
}

const choicesFor = async (c: WorkspaceContext, besides: readonly string[] = []) => {
  const { db, locale, now } = c.var;
  const bodies = await db.read((tx) => findBodies(tx, dayIn(now), besides));
  return {
    bodies: bodies.map(({ id, name }) => ({ value: id, label: name[locale] || name.sq })),
    kinds: kindChoices.map(({ value, label }) => ({ value, label: label[locale] })),
  };
};

const view = "meetings/particulars-page";

async function newPage(c: WorkspaceContext): Promise<Shown> {
  const choices = await choicesFor(c);
  const values = {
    bodyId: choices.bodies[0]?.value,
    kind: "ordinary",
    time: "10:00",
    access: "open",
    form: randomUUID(),
  };
  const { db, locale, now } = c.var;
  const patterns = await db.read((tx) => patternsFor(tx, locale, now));
  return { view, data: { meeting: null, choices, values, patterns } };
}

const shownOf = (meeting: DeskMeeting, jointBodyIds: readonly string[]) => ({
  ...{ bodyId: meeting.body_id, jointBodyIds, kind: meeting.kind, access: meeting.access },
  ...{ "title.sq": meeting.title?.sq, "title.en": meeting.title?.en },
  ...{ day: meeting.day, time: timeIn(meeting.starts_at), endTime: meeting.ends_at && timeIn(meeting.ends_at) },
  ...{ "place.sq": meeting.place?.sq, "place.en": meeting.place?.en, onlineUrl: meeting.online_url },
  ...{ "closedReason.sq": meeting.closed_reason?.sq, "closedReason.en": meeting.closed_reason?.en },
});

async function changePage(c: WorkspaceContext): Promise<Shown> {
  const id = meetingId(c);
  const [meeting, joint] = await c.var.db.read(async (tx) =>
    Promise.all([readMeeting(tx, id), findJointBodies(tx, id)]),
  );
  const jointBodyIds = joint.map((body) => body.id);
  const values = shownOf(meeting, jointBodyIds);
  const choices = await choicesFor(c, [meeting.body_id, ...jointBodyIds]);
  return { view, data: { meeting: headOf(meeting, c.var), choices, values, patterns: [] } };
}

export interface ParticularsData {
  meeting: ReturnType<typeof headOf> | null;
  choices: Awaited<ReturnType<typeof choicesFor>>;
  values: Record<string, string | readonly string[] | null | undefined>;
  /** What a new meeting can be made like. */
  patterns: Awaited<ReturnType<typeof patternsFor>>;
}

export const particularsRoutes = (parts: WorkspaceParts): WorkspaceRoute[] => [
  ...likeBeforeRoutes(newPage),
  page(deskPaths.create, editMeetings, newPage),
  form(deskPaths.create, editMeetings, {
    name: "particulars",
    schema: Particulars,
    async save(c, typed) {
      const { form, ...input } = typed;
      const { made } = await atFields(places, () =>
        c.var.db.write((tx) =>
          madeOnce(tx, c.var.now, {
            ...{ form, input },
            make: async () => (await createMeeting(tx, doing(c), inputOf(typed))).id,
            isThere: async (id) => (await meetingEditable.find(tx, id)) !== null,
          }),
        ),
      );
      return `${deskPath(c, "meeting", { id: made })}?done=created`;
    },
    again: newPage,
  }),
  page(deskPaths.particulars, editMeetings, changePage),
  changeForm(parts, deskPaths.particulars, {
    name: "particulars",
    schema: ChangedParticulars,
    places,
    texts: (t) => ({
      ...{ title: t("own_title"), place: t("place"), closedReason: t("closed_reason"), reason: t("reason") },
    }),
    async standing(_, tx, id) {
      const [meeting, joint] = await Promise.all([readMeeting(tx, id), findJointBodies(tx, id)]);
      const { bodyId: __, ...shown } = shownOf(
        meeting,
        joint.map((body) => body.id),
      );
      return shown;
    },
    async change(c, tx, id, typed) {
      const [meeting, joint] = await Promise.all([readMeeting(tx, id), findJointBodies(tx, id)]);
      const change = differing(asGiven(meeting, joint), inputOf(typed));
      if (Object.keys(change).length > 0) await changeMeeting(tx, doing(c), id, change, typed.reason);
      return `${deskPath(c, "meeting", { id })}?done=changed`;
    },
    again: changePage,
  }),
];
