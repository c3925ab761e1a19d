import * as v from "valibot";
import { phrases } from "../../../http/phrases.ts";
import { InvalidInput } from "../../../http/problem.ts";
import { timeIn } from "../../../local-time.ts";
import { atFields } from "../../../workspace/at-fields.ts";
import { page } from "../../../workspace/feature.ts";
import { numberOrNone, requiredTime } from "../../../workspace/form-fields.schema.ts";
import { form } from "../../../workspace/form-route.ts";
import { fillPath } from "../../../workspace/home.shared.ts";
import { doing, type Shown, type WorkspaceContext } from "../../../workspace/scope.ts";
import { mayEdit, maySeeDrafts } from "../../accounts/policies.ts";
import { instantIn } from "../../deadlines/deadline.ts";
import { hearingKinds } from "../../draft-acts/draft-acts.shared.ts";
import { editingPaths } from "../../editing/editing.paths.shared.ts";
import { consolePath } from "../../live/live.paths.shared.ts";
import { quorumOf } from "../counting.shared.ts";
import { hasBegun, isRunLive } from "../held-meeting.ts";
import { recordPeople } from "../people-at-meeting.service.ts";
import { closeMeeting, openMeeting } from "../stages.service.ts";
import { findActsOf } from "./desk.queries.ts";
import { deskPath, editMeetings, headOf, meetingId, readMeeting, rightsOn } from "./desk-meeting.ts";
import { deskPaths } from "./desk-paths.shared.ts";
import { agendaOf } from "./overview.ts";

async function load(c: WorkspaceContext) {
  const { db, locale, now } = c.var;
  const id = meetingId(c);
  return db.read(async (tx) => {
    const meeting = await readMeeting(tx, id);
    const [{ items, papers }, acts] = await Promise.all([agendaOf(tx, meeting, locale), findActsOf(tx, id)]);
    const actOf = (item: (typeof items)[number]) => {
      const act = acts.get(item.id);
      if (act)
        return {
          label: `${phrases(locale, "matters")(`type.${act.type}`)} ${act.number}/${act.series}`,
          href: fillPath(editingPaths("act").one, { id: act.id })[locale],
        };
      if (!item.isAdopted || !mayEdit(c.var.actor, "act")) return null;
      return { label: null, href: `${editingPaths("act").fresh[locale]}?item=${item.id}` };
    };
    const { stage, members, present } = meeting;
    const isEvent = meeting.kind === "event" || meeting.kind === "ceremony";
    const hasLog = await isRunLive(tx, id);
    const isRunnable = stage === "announced" || stage === "open";
    return {
      rights: await rightsOn(c, tx, meeting),
      meeting: headOf(meeting, c.var),
      /** Where it is run from while it sits; also to watch, and to put the log right afterwards. */
      console: hasLog || (!isEvent && isRunnable) ? fillPath(consolePath, { id })[locale] : null,
      /** What comes next: it is opened, then closed; from the console, where that has begun to keep its log. */
      step: hasLog
        ? null
        : stage === "announced" || (stage === "planned" && isEvent)
          ? "open"
          : stage === "open"
            ? "close"
            : null,
      time: timeIn(now),
      openedAt: meeting.opened_at?.toISOString() ?? null,
      closedAt: meeting.closed_at?.toISOString() ?? null,
      hasBegun: hasBegun(meeting),
      attendance:
        members === null || present === null
          ? null
          : { members, present, needed: meeting.body_kind === "council" ? quorumOf(members) : null },
      /** How many came of the public, of a meeting with it; empty where not known. */
      people: (hearingKinds as readonly string[]).includes(meeting.kind)
        ? { people: meeting.people?.toString() ?? "" }
        : null,
      items: items.map((item) => ({ ...item, act: actOf(item) })),
      minutes: {
        isPublished: stage === "minutes_published",
        isDue: stage === "closed",
        /** They are drawn from what was written down of a sitting. */
        isKept: hasBegun(meeting) && !isEvent,
        label: phrases(locale, "meetings")("role.minutes"),
        papers: papers.filter(({ isMinutes }) => isMinutes),
      },
    };
  });
}
export type CourseData = Awaited<ReturnType<typeof load>>;
const coursePage = async (c: WorkspaceContext): Promise<Shown> => ({
  view: "meetings/course-page",
  data: await load(c),
});

const steps = { open: openMeeting, close: closeMeeting } as const;

export const courseRoutes = [
  page(deskPaths.course, (actor) => maySeeDrafts(actor, "meeting"), coursePage),
  form(deskPaths.course, editMeetings, {
    name: "step",
    schema: v.object({ step: v.picklist(["open", "close"], "input.wrong"), time: requiredTime }),
    async save(c, { step, time }) {
      const id = meetingId(c);
      const { db, now } = c.var;
      await atFields({ failures: { "meetings.closed_before_opened": "time" } }, () =>
        db.write(async (tx) => {
          const { day } = await readMeeting(tx, id);
          const at = instantIn(`${day}T${time}`);
          if (at > now) throw new InvalidInput([{ path: "time", code: "meetings.in_the_future" }]);
          await steps[step](tx, doing(c), id, at);
        }),
      );
      return `${deskPath(c, "course", { id })}?done=${step}`;
    },
    again: coursePage,
  }),
  form(deskPaths.people, editMeetings, {
    ...{ name: "people", schema: v.object({ people: numberOrNone }), at: deskPaths.course, again: coursePage },
    standing: ({ data }) => (data as CourseData).people ?? {},
    async save(c, { people = null }) {
      const id = meetingId(c);
      await c.var.db.write((tx) => recordPeople(tx, doing(c), id, { people }));
      return `${deskPath(c, "course", { id })}?done=people`;
    },
  }),
];
