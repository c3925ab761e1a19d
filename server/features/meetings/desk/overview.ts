import type { TenantTx } from "../../../db/tenant-db.ts";
import { phrases } from "../../../http/phrases.ts";
import { dayIn } from "../../../local-time.ts";
import type { Locale } from "../../../locale.shared.ts";
import { page } from "../../../workspace/feature.ts";
import type { Shown, WorkspaceContext } from "../../../workspace/scope.ts";
import { mayBin, maySeeDrafts } from "../../accounts/policies.ts";
import { findReckoning } from "../../deadlines/deadlines.queries.ts";
import { hasBegun, isWithoutNewDay } from "../held-meeting.ts";
import { changesView } from "../meeting-view.ts";
import { findVersions } from "../meetings.queries.ts";
import { mayBeTakenBack } from "../meetings.service.ts";
import type { ItemResult } from "../meetings.shared.ts";
import { noticeOf } from "../notice.ts";
import { numberOf } from "../numbers.shared.ts";
import { isByTwo } from "../papers-by-two.ts";
import { announcedOf } from "./announced.ts";
import {
  type DeskItem,
  type DeskMeeting,
  type DeskPaper,
  findAgenda,
  findJointBodies,
  findPapers,
} from "./desk.queries.ts";
import {
  editMeetings,
  headOf,
  isAhead,
  isHeldUnseen,
  meetingId,
  readMeeting,
  rightsOn,
  takesPlace,
} from "./desk-meeting.ts";
import { deskPaths } from "./desk-paths.shared.ts";
import { papersView } from "./papers-view.ts";
import { toldIn } from "./told.ts";

/** Whether an item stands first or last among those of its level, and how deep it may still go. */
function movesOf(item: DeskItem, items: readonly DeskItem[]) {
  const isSibling = (path: readonly number[]) =>
    path.length === item.path.length && item.path.slice(0, -1).every((part, at) => part === path[at]);
  const last = Math.max(...items.filter(({ path }) => isSibling(path)).map(({ path }) => path.at(-1)!));
  const below = items.filter(({ path }) => item.path.every((part, at) => part === path[at]));
  const height = Math.max(...below.map(({ path }) => path.length)) - item.path.length;
  const at = item.path.at(-1)!;
  return {
    up: at > 1,
    down: at < last,
    in: at > 1 && item.path.length + height < 3,
    out: item.path.length > 1,
  };
}

const resultTags = {
  ...{ adopted: "good", adopted_changed: "good", rejected: "bad" },
  ...{ postponed: "wait", withdrawn: "off", noted: "none" },
} as const satisfies Record<ItemResult, string>;

const itemsView = (items: readonly DeskItem[], papers: readonly DeskPaper[], meeting: DeskMeeting, locale: Locale) =>
  items.map((item) => ({
    id: item.id,
    number: numberOf(item.path),
    depth: item.path.length,
    title: item.title,
    kind: phrases(locale, "meetings")(`item.${item.kind}`),
    protocolNumber: item.protocol_number,
    draftTitle: item.draft_title,
    result: item.result && phrases(locale, "meetings")(`result.${item.result}`),
    resultTag: item.result && resultTags[item.result],
    isAdopted: item.result === "adopted" || item.result === "adopted_changed",
    votes: item.votes,
    isAddedLater: meeting.announced_at !== null && item.added_at > meeting.announced_at,
    moves: movesOf(item, items),
    papers: papersView(
      papers.filter(({ agenda_item_id }) => agenda_item_id === item.id),
      meeting,
      locale,
    ),
  }));

export type AgendaItemShown = ReturnType<typeof itemsView>[number];

/** The agenda of a meeting with its papers, and the meeting’s own papers. */
export async function agendaOf(tx: TenantTx, meeting: DeskMeeting, locale: Locale) {
  const [items, papers] = await Promise.all([findAgenda(tx, meeting.id), findPapers(tx, meeting.id)]);
  return {
    items: itemsView(items, papers, meeting, locale),
    papers: papersView(
      papers.filter(({ agenda_item_id }) => agenda_item_id === null),
      meeting,
      locale,
    ),
  };
}

async function load(c: WorkspaceContext) {
  const { db, locale, now } = c.var;
  const id = meetingId(c);
  const told = toldIn(locale);
  return db.read(async (tx) => {
    const meeting = await readMeeting(tx, id);
    const [joint, agenda, versions, reckoning] = await Promise.all([
      findJointBodies(tx, id),
      agendaOf(tx, meeting, locale),
      findVersions(tx, id),
      findReckoning(tx),
    ]);
    const accessLabel = phrases(locale, "meetings")(`access.${meeting.access}`);
    const rights = await rightsOn(c, tx, meeting);
    const binned = meeting.binned_at !== null;
    const notice = isAhead(meeting) ? noticeOf(meeting, dayIn(now), reckoning) : null;
    return {
      rights: binned ? { edit: false, publish: false } : rights,
      /** Papers are laid beside it and let in by a second person. */
      isByTwo: await isByTwo(tx, meeting),
      mayPrepare: !binned && editMeetings(c.var.actor),
      mayMakeTemplates: !binned && editMeetings(c.var.actor) && !isWithoutNotice(meeting),
      meeting: headOf(meeting, c.var),
      body: meeting.body_name,
      joint: joint.map(({ name }) => name),
      streamUrl: meeting.stream_url,
      ...{ onlineUrl: meeting.online_url, access: meeting.access, closedReason: meeting.closed_reason },
      accessLabel,
      stageReason: meeting.stage_reason,
      isPublic: meeting.state === "published",
      announcedAt: meeting.announced_at?.toISOString() ?? null,
      /** The last day on which the notice is in time; `null` where no law sets one. */
      noticeUntil: meeting.stage === "planned" && notice ? { day: notice.dueOn, inTime: notice.inTime } : null,
      can: {
        change: takesPlace(meeting),
        stream: takesPlace(meeting) && !isWithoutNotice(meeting) && meeting.access === "open",
        announce: meeting.stage === "planned",
        show: meeting.stage === "planned" && meeting.state !== "published",
        withdraw: meeting.state === "published" && !meeting.announced_at && mayBeTakenBack(meeting),
        /** It was held before the public knew of it. */
        publish: isHeldUnseen(meeting),
        bin: !binned && meeting.state !== "published" && mayBin(c.var.actor, "meeting"),
        unbin: binned && mayBin(c.var.actor, "meeting"),
        callOff: isAhead(meeting),
        newDay: isWithoutNewDay(meeting),
        course: takesPlace(meeting) && (meeting.stage !== "planned" || isWithoutNotice(meeting)),
        /** One that stands although the meeting has not begun can be taken back. */
        results: hasBegun(meeting) || agenda.items.some(({ result }) => result),
        /** Its day has come: what is next is to run it. */
        run: !isWithoutNotice(meeting) && isAnnouncedOrOpen(meeting) && meeting.day <= dayIn(now),
        console: !isWithoutNotice(meeting) && isAnnouncedOrOpen(meeting),
      },
      ...agenda,
      opensItems: !binned && rights.edit,
      /** The public has it, and whoever may publish changes it. */
      isForPublishers: !binned && editMeetings(c.var.actor) && !rights.edit,
      /** What readers would have of it, for the form that shows it to them. */
      stood: announcedOf(meeting, agenda, joint, accessLabel),
      changes: changesView(versions).map(({ at, reason, changes }) => ({ at, reason, lines: changes.map(told) })),
    };
  });
}
export type MeetingData = Awaited<ReturnType<typeof load>>;

/** The whole meeting at a glance, with what can be done next. */
export const meetingPage = async (c: WorkspaceContext): Promise<Shown> => ({
  view: "meetings/meeting-page",
  data: await load(c),
});
const isAnnouncedOrOpen = ({ stage }: DeskMeeting) => stage === "announced" || stage === "open";
const isWithoutNotice = ({ kind }: DeskMeeting) => kind === "event" || kind === "ceremony";

export const overviewRoutes = [page(deskPaths.meeting, (actor) => maySeeDrafts(actor, "meeting"), meetingPage)];
