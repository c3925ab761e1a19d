import * as v from "valibot";
import { phrases } from "../../../http/phrases.ts";
import { dayIn } from "../../../local-time.ts";
import type { Locale, LocalizedText } from "../../../locale.shared.ts";
import { htmlOfTyped, typedOfHtml } from "../../../typed-html.shared.ts";
import { page, type WorkspaceParts, type WorkspaceRoute } from "../../../workspace/feature.ts";
import { typed, typedInBoth, typedWord } from "../../../workspace/form-fields.schema.ts";
import { form } from "../../../workspace/form-route.ts";
import { doing, type Shown, type WorkspaceContext } from "../../../workspace/scope.ts";
import { maySeeDrafts } from "../../accounts/policies.ts";
import { findReckoning, type Reckoning } from "../../deadlines/deadlines.queries.ts";
import { explain } from "../../deadlines/explain.ts";
import { lawTitle, ruleFor } from "../../deadlines/rules.ts";
import { submit } from "../../editing/submissions.service.ts";
import { sendNotice } from "../../mailings/mailings.service.ts";
import { proposedNotice } from "../from-before.service.ts";
import { bodiesOf } from "../held-meeting.ts";
import { meetingEditable } from "../meetings.editable.ts";
import { alreadyAnnounced } from "../meetings.errors.ts";
import { membersOn } from "../members.queries.ts";
import { noticeOf } from "../notice.ts";
import { announceMeeting } from "../stages.service.ts";
import { announcedOf, checkIsAsShown } from "./announced.ts";
import { approvalOf, approve } from "./approval.ts";
import { changeForm } from "./change-form.ts";
import { type DeskMeeting, findJointBodies } from "./desk.queries.ts";
import {
  deskPath,
  editMeetings,
  headOf,
  isHeldUnseen,
  meetingId,
  publishMeetings,
  readMeeting,
  rightsOn,
} from "./desk-meeting.ts";
import { deskPaths } from "./desk-paths.shared.ts";
import { agendaOf } from "./overview.ts";

const asHtml = (text: LocalizedText | null) =>
  text && { sq: htmlOfTyped(text.sq), en: text.en ? htmlOfTyped(text.en) : null };

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
    const [agenda, joint, reckoning, proposed, members] = await Promise.all([
      agendaOf(tx, meeting, locale),
      findJointBodies(tx, id),
      findReckoning(tx),
      proposedNotice(tx, id),
      bodiesOf(tx, meeting).then((bodies) => membersOn(tx, bodies, meeting.day)),
    ]);
    const { items } = agenda;
    const accessLabel = phrases(locale, "meetings")(`access.${meeting.access}`);
    const lacksEnglish = [meeting.title, meeting.place, ...items.map(({ title }) => title)].some(
      (text) => text !== null && !text.en,
    );
    return {
      rights: await rightsOn(c, tx, meeting),
      meeting: headOf(meeting, c.var),
      isPlanned: meeting.stage === "planned",
      /** Its hour has passed without a notice: it is shown as it is. */
      isUnseen: isHeldUnseen(meeting) || isMissed(meeting, now),
      body: meeting.body_name,
      joint: joint.map(({ name }) => name),
      streamUrl: meeting.stream_url,
      ...{ onlineUrl: meeting.online_url, access: meeting.access, closedReason: meeting.closed_reason },
      accessLabel,
      ...agenda,
      stood: announcedOf(meeting, agenda, joint, accessLabel),
      check: checkOf(meeting, dayIn(now), reckoning, locale),
      isOver: meeting.starts_at < now,
      approval: await approvalOf(c, tx, id),
      mayEdit: editMeetings(c.var.actor),
      members: members.length,
      values: {
        "text.sq": proposed ? typedOfHtml(proposed.sq) : "",
        "text.en": proposed?.en ? typedOfHtml(proposed.en) : "",
        mail: members.length > 0 ? "yes" : "",
      },
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
const isMissed = ({ stage, state, starts_at }: DeskMeeting, now: Date) =>
  stage === "planned" && state !== "published" && starts_at < now;
export type NoticeData = Awaited<ReturnType<typeof load>>;

/** Where notice is given, and where what was held before anybody outside knew of it is published. */
export const noticePage = async (c: WorkspaceContext): Promise<Shown> => ({
  view: "meetings/notice-page",
  data: await load(c),
});

export const noticeRoutes = (parts: WorkspaceParts): WorkspaceRoute[] => [
  page(deskPaths.notice, (actor) => maySeeDrafts(actor, "meeting"), noticePage),
  changeForm(parts, deskPaths.notice, {
    name: "notice",
    schema: v.object({ text: typedInBoth, shortNoticeReason: typedInBoth, mail: typed }),
    policy: publishMeetings,
    places: {
      failures: { "meetings.short_notice": "shortNoticeReason.sq", "meetings.no_members": "mail" },
      fields: { text: "text.sq" },
    },
    async before(c, tx, id) {
      if ((await readMeeting(tx, id)).announced_at !== null) throw alreadyAnnounced();
      await checkIsAsShown(c, tx, id);
      await approve(c, tx, id);
    },
    texts: (t) => ({ text: t("notice_text"), shortNoticeReason: t("short_reason") }),
    isAnnouncing: true,
    async change(c, tx, id, { text, shortNoticeReason, mail }) {
      await announceMeeting(tx, doing(c), id, { text: asHtml(text), shortNoticeReason });
      if (mail) await sendNotice(tx, doing(c), id);
      return `${deskPath(c, "meeting", { id })}?done=${mail ? "announced_mailed" : "announced"}`;
    },
    again: noticePage,
  }),
  form(deskPaths.submission, editMeetings, {
    name: "submission",
    schema: v.object({ note: typedWord }),
    at: deskPaths.notice,
    async save(c, { note }) {
      const id = meetingId(c);
      const isUnseen = await c.var.db.write(async (tx) => {
        await checkIsAsShown(c, tx, id);
        const meeting = await readMeeting(tx, id);
        if (meeting.stage !== "planned" && !isHeldUnseen(meeting)) throw alreadyAnnounced();
        await submit(tx, doing(c), meetingEditable, id, note || null);
        return isHeldUnseen(meeting) || isMissed(meeting, c.var.now);
      });
      return `${deskPath(c, "notice", { id })}?done=${isUnseen ? "handed_over" : "submitted"}`;
    },
    again: noticePage,
  }),
];
