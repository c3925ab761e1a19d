import * as v from "valibot";
import { phrases } from "../../../http/phrases.ts";
import { dayIn } from "../../../local-time.ts";
import type { Locale, LocalizedText } from "../../../locale.shared.ts";
import { escapeHtml } from "../../../pages/document.ts";
import { atFields } from "../../../workspace/at-fields.ts";
import { page } from "../../../workspace/feature.ts";
import { typedInBoth } from "../../../workspace/form-fields.schema.ts";
import { form } from "../../../workspace/form-route.ts";
import { doing, type Shown, type WorkspaceContext } from "../../../workspace/scope.ts";
import { maySeeDrafts } from "../../accounts/policies.ts";
import { findReckoning, type Reckoning } from "../../deadlines/deadlines.queries.ts";
import { explain } from "../../deadlines/explain.ts";
import { lawTitle, ruleFor } from "../../deadlines/rules.ts";
import { noticeOf } from "../notice.ts";
import { announceMeeting } from "../stages.service.ts";
import { type DeskMeeting, findJointBodies } from "./desk.queries.ts";
import { deskPath, headOf, meetingId, publishMeetings, readMeeting, rightsOn } from "./desk-meeting.ts";
import { deskPaths } from "./desk-paths.shared.ts";
import { agendaOf } from "./overview.ts";

/** What is typed line by line as the paragraphs of a text. */
export const paragraphs = (text: string): string =>
  text
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter(Boolean)
    .map((paragraph) => `<p>${escapeHtml(paragraph).replace(/\r?\n/g, "<br>")}</p>`)
    .join("");
const asHtml = (text: LocalizedText | null) =>
  text && { sq: paragraphs(text.sq), en: text.en ? paragraphs(text.en) : null };

/** Whether the notice would be in time today, and how that was computed; `null` where no law sets a period. */
function checkOf(meeting: DeskMeeting, today: string, reckoning: Reckoning, locale: Locale) {
  const notice = noticeOf(meeting, today, reckoning);
  if (!notice) return null;
  const rule = ruleFor("L3", meeting.day);
  const law = lawTitle(rule.law);
  return {
    ...{ dueOn: notice.dueOn, inTime: notice.inTime, today, meetingDay: meeting.day },
    law: law[locale] || law.sq,
    article: rule.article,
    isEstimated: notice.certainty.estimatedDays.length > 0 || notice.certainty.generatedYears.length > 0,
    steps: explain(notice.steps, locale),
  };
}

async function load(c: WorkspaceContext) {
  const { db, locale, now } = c.var;
  const id = meetingId(c);
  return db.read(async (tx) => {
    const meeting = await readMeeting(tx, id);
    const [agenda, joint, reckoning] = await Promise.all([
      agendaOf(tx, meeting, locale),
      findJointBodies(tx, id),
      findReckoning(tx),
    ]);
    const { items } = agenda;
    const lacksEnglish = [meeting.title, meeting.place, ...items.map(({ title }) => title)].some(
      (text) => text !== null && !text.en,
    );
    return {
      rights: await rightsOn(c, tx, meeting),
      meeting: headOf(meeting, locale),
      isPlanned: meeting.stage === "planned",
      body: meeting.body_name,
      joint: joint.map(({ name }) => name),
      ...{ onlineUrl: meeting.online_url, access: meeting.access, closedReason: meeting.closed_reason },
      accessLabel: phrases(locale, "meetings")(`access.${meeting.access}`),
      ...agenda,
      check: checkOf(meeting, dayIn(now), reckoning, locale),
      isOver: meeting.starts_at < now,
      /** What readers would miss; none of it stops the notice, but for the body's own page. */
      lacks: {
        body: meeting.body_state !== "published" || meeting.body_public_from! > now,
        agenda: items.length === 0,
        place: meeting.place === null && meeting.online_url === null,
        papers: items.filter(({ papers, draftTitle }) => papers.length === 0 && !draftTitle).length,
        english: lacksEnglish,
      },
    };
  });
}
export type NoticeData = Awaited<ReturnType<typeof load>>;

const noticePage = async (c: WorkspaceContext): Promise<Shown> => ({
  view: "meetings/notice-page",
  data: await load(c),
});

export const noticeRoutes = [
  page(deskPaths.notice, (actor) => maySeeDrafts(actor, "meeting"), noticePage),
  form(deskPaths.notice, publishMeetings, {
    name: "notice",
    schema: v.object({ text: typedInBoth, shortNoticeReason: typedInBoth }),
    async save(c, { text, shortNoticeReason }) {
      const id = meetingId(c);
      const failures = { "meetings.short_notice": "shortNoticeReason.sq" };
      await atFields({ failures, fields: { text: "text.sq" } }, () =>
        c.var.db.write((tx) => announceMeeting(tx, doing(c), id, { text: asHtml(text), shortNoticeReason })),
      );
      return `${deskPath(c, "meeting", { id })}?done=announced`;
    },
    again: noticePage,
  }),
];
