import type { Day } from "../../db/columns.ts";
import type { TenantTx } from "../../db/tenant-db.ts";
import { phrases } from "../../http/phrases.ts";
import type { Actor } from "../../http/scope.ts";
import { dayIn, daysBefore } from "../../local-time.ts";
import type { LocalizedText } from "../../locale.shared.ts";
import { fillPath } from "../../workspace/home.shared.ts";
import { mayConsult, mayReadAccounts, maySeeAllDrafts, maySeeDrafts } from "../accounts/policies.ts";
import { gapKey, gapsPath } from "../acts/gaps-desk.shared.ts";
import { findDeskGaps, isUnexplained } from "../acts/open-numbers.queries.ts";
import { daysLeft, isOverdue } from "../deadlines/deadline.ts";
import { findReckoning, type Reckoning } from "../deadlines/deadlines.queries.ts";
import { ruleFor } from "../deadlines/rules.ts";
import { consultationPaths } from "../draft-acts/consultation-desk.shared.ts";
import type { InBoth } from "../elements/catalogue.shared.ts";
import { actUrl, draftActUrl, meetingUrl } from "../elements/item-urls.shared.ts";
import { fullMeetingName } from "../meetings/full-name.ts";
import { noticeOf } from "../meetings/notice.ts";
import { countDefects, findLastRun } from "../upkeep/upkeep.queries.ts";
import {
  type AheadRow,
  countLettersUnsent,
  findAhead,
  findHearingsAhead,
  findRunning,
  findScheduled,
  findWaitingTitles,
  findWithoutMinutes,
  findWithoutOutcome,
  mostInAll,
  mostShown,
  type RunningRow,
} from "./day.queries.ts";

/** How far ahead the first screen looks. */
const daysAhead = 14;
/** A notice may have to be given for a meeting that is still far away. */
const daysForNotices = 60;
/** Days after which minutes are missed; the law sets none. */
const daysForMinutes = 5;

/** The distance to a last day, as `DueTag` says it. */
export interface Distance {
  dueOn: Day;
  daysLeft: number;
  unit: "working" | "calendar";
  overdue: boolean;
  closedOn: null;
}

/** Something that somebody of the secretariat has to do, or to know. */
export interface Entry {
  entity: string;
  id: string;
  title: LocalizedText;
  /** Where the public reads it; `null` for what it does not see yet. */
  url: InBoth | null;
}

export interface PeriodEntry extends Entry {
  rule: LocalizedText;
  due: Distance;
}
export interface MeetingEntry extends Entry {
  startsAt: string;
  isAnnounced: boolean;
  isOpen: boolean;
  /** It sits, or will today: there is something to run. */
  isToday: boolean;
  /** Members whom the last mail did not reach. */
  notReached: number;
  /** Where it is kept, for whoever keeps no meetings. */
  kept: InBoth | null;
}
export interface NoticeEntry extends MeetingEntry {
  /** Until when the notice is in time; `null` where no law sets a period. */
  due: Distance | null;
}

const calendarDays = (dueOn: Day, today: Day, reckoning: Reckoning): Distance => ({
  dueOn,
  daysLeft: daysLeft({ dueOn, today, unit: "calendar", calendar: reckoning.calendar }),
  unit: "calendar",
  overdue: dueOn < today,
  closedOn: null,
});

function periodOf(row: RunningRow, { calendar, periodFor }: Reckoning, today: Day, now: Date): PeriodEntry {
  const { rule: code, starts_on, due_on, due_at, case_period, act_slug, draft_slug } = row;
  const rule = ruleFor(code, starts_on);
  const unit = (case_period ?? periodFor(code, starts_on) ?? rule).unit;
  return {
    entity: act_slug ? "act" : "draft_act",
    id: row.subject_id,
    title: (row.act_title ?? row.draft_title)!,
    url: act_slug ? actUrl(act_slug) : draftActUrl(draft_slug!),
    rule: rule.title,
    due: {
      dueOn: due_on,
      daysLeft: daysLeft({ dueOn: due_on, today, unit, calendar }),
      unit: unit === "working" ? "working" : "calendar",
      overdue: isOverdue({ dueOn: due_on, dueAt: due_at }, now),
      closedOn: null,
    },
  };
}

const publicUrlOf = ({ state, slug, public_from }: Pick<AheadRow, "state" | "slug" | "public_from">, now: Date) =>
  state === "published" && public_from! <= now ? meetingUrl(slug) : null;

const meetingOf = (row: AheadRow, now: Date): MeetingEntry => ({
  entity: "meeting",
  id: row.id,
  title: fullMeetingName(row),
  url: publicUrlOf(row, now),
  startsAt: row.starts_at.toISOString(),
  isAnnounced: row.stage !== "planned",
  isOpen: row.stage === "open",
  isToday: row.stage === "open" || (row.stage === "announced" && row.day === dayIn(now)),
  notReached: row.not_reached,
  kept: null,
});

function noticeEntry(row: AheadRow, reckoning: Reckoning, today: Day, now: Date): NoticeEntry {
  const notice = noticeOf(row, today, reckoning);
  return { ...meetingOf(row, now), due: notice && calendarDays(notice.dueOn, today, reckoning) };
}

/** Of a year whose holidays nobody knows there is no last day to tell. */
const isKnown = (row: AheadRow, { calendar }: Reckoning) => calendar.basisOf(Number(row.day.slice(0, 4))) !== null;

/** Lists of the first screen that can be asked for whole. */
export const dayLists = [
  "notices",
  "outcome",
  "to-announce",
  "to-deposit",
  "gaps",
  "minutes",
  "approval",
  "over",
  "ending",
] as const;
export type DayList = (typeof dayLists)[number];

const needsNotice = ({ stage, kind }: AheadRow) => stage === "planned" && kind !== "event" && kind !== "ceremony";

/**
 * What this day asks of the secretariat, all of it computed: what ends, what is missing, what is broken, what comes. Every
 * list has its first few with the number of all. Of what somebody may not open nothing is told.
 * @param whole the list of which all is asked for
 */
export async function dayOf(tx: TenantTx, actor: Actor, now: Date, whole: DayList | null = null) {
  const sees = (entity: string) => maySeeDrafts(actor, entity);
  const seesAll = maySeeAllDrafts(actor);
  const most = (list: DayList | null) => (list !== null && list === whole ? mostInAll : mostShown);
  const firstOf = <T>(list: DayList | null, all: readonly T[]) => ({
    total: all.length,
    items: all.slice(0, most(list)),
  });
  const today = dayIn(now);
  const soon = daysBefore(today, -daysAhead);
  const [reckoning, running, ahead, hearings, passed, minutes, scheduled, waiting, gaps, defects, run, letters] =
    await Promise.all([
      findReckoning(tx),
      findRunning(tx, soon),
      sees("meeting") ? findAhead(tx, today, daysBefore(today, -daysForNotices)) : [],
      !sees("meeting") && mayConsult(actor) ? findHearingsAhead(tx, today, soon) : [],
      sees("meeting") ? findWithoutOutcome(tx, today, most("outcome")) : [],
      sees("meeting") ? findWithoutMinutes(tx, daysBefore(today, daysForMinutes), most("minutes")) : [],
      findScheduled(tx, actor, now),
      findWaitingTitles(tx, actor, now),
      sees("act") ? findDeskGaps(tx, now) : [],
      seesAll ? countDefects(tx) : [],
      findLastRun(tx),
      seesAll ? countLettersUnsent(tx, now) : { waiting: 0, invitations: 0 },
    ]);
  const periods = running
    .map((row) => ({ code: row.rule, entry: periodOf(row, reckoning, today, now) }))
    .filter(({ entry }) => sees(entry.entity))
    .sort((one, other) => one.entry.due.dueOn.localeCompare(other.entry.due.dueOn));
  const of = (list: DayList, such: typeof periods) =>
    firstOf(
      list,
      such.map(({ entry }) => entry),
    );
  /** What the council itself has to do within a period; all others run for somebody else. */
  const isDuty = (code: string) => code === "L17" || code === "P1";
  const [over, ending] = [true, false].map((isOver) =>
    periods.filter(({ code, entry }) => !isDuty(code) && entry.due.overdue === isOver),
  ) as [typeof periods, typeof periods];
  const notices = ahead
    .filter((row) => needsNotice(row) && isKnown(row, reckoning))
    .map((row) => noticeEntry(row, reckoning, today, now))
    .sort((one, other) => (one.due?.dueOn ?? one.startsAt).localeCompare(other.due?.dueOn ?? other.startsAt));
  return {
    today,
    /** Whether it is the work of all that is told, or of a role that is about some of it. */
    isWhole: seesAll,
    notices: firstOf("notices", notices),
    /** Their day has passed, and nobody has said how they went. */
    withoutOutcome: {
      total: passed[0]?.total ?? 0,
      items: passed.map((row) => ({
        ...{ entity: "meeting", id: row.id, title: fullMeetingName(row), url: publicUrlOf(row, now) },
        startsAt: row.starts_at.toISOString(),
        /** What comes next is to open it; one without its notice has to be given that first, or is called off. */
        isToBeOpened: row.stage === "announced" || row.kind === "event" || row.kind === "ceremony",
      })),
    },
    toAnnounce: of(
      "to-announce",
      periods.filter(({ code }) => code === "L17"),
    ),
    toDeposit: of(
      "to-deposit",
      periods.filter(({ code }) => code === "P1"),
    ),
    /** Numbers of the register that no act has and of which nobody has said why. */
    gaps: firstOf(
      "gaps",
      gaps.filter(isUnexplained).map(({ type, series, from, to }) => {
        const asked = `?gap=${gapKey({ type, series, from })}#gap`;
        return {
          ...{ series, from, to },
          type: { sq: phrases("sq", "matters")(`type.${type}`), en: phrases("en", "matters")(`type.${type}`) },
          url: { sq: gapsPath.sq + asked, en: gapsPath.en + asked },
        };
      }),
    ),
    /** Nobody has entered what came of them; what was over last is told first. */
    over: of("over", over.toReversed()),
    ending: of("ending", ending),
    withoutMinutes: {
      total: minutes[0]?.total ?? 0,
      items: minutes.map((row) => ({
        ...{ entity: "meeting", id: row.id, title: fullMeetingName(row), url: meetingUrl(row.slug) },
        startsAt: row.starts_at.toISOString(),
        /** Before it is closed its minutes are not due. */
        isClosed: row.stage === "closed",
        days: daysLeft({ dueOn: today, today: row.day, unit: "calendar", calendar: reckoning.calendar }),
      })),
    },
    waiting: firstOf(
      "approval",
      waiting.map(({ at, ...row }) => ({ ...row, url: null, at: at.toISOString() })),
    ),
    defects: { total: defects.reduce((sum, { count }) => sum + count, 0), kinds: defects },
    letters: { ...letters, invitations: mayReadAccounts(actor) ? letters.invitations : 0 },
    /** Before the first look through the site nothing can be said of what is broken. */
    isChecked: !seesAll || run?.finishedAt != null || defects.length > 0,
    isBeingChecked: run?.askedAt != null && (run.finishedAt === null || run.finishedAt <= run.askedAt),
    coming: firstOf(null, [
      ...ahead.filter(({ day }) => day <= soon).map((row) => meetingOf(row, now)),
      ...hearings.map((row) => ({
        ...{ ...meetingOf(row, now), isToday: false, notReached: 0 },
        kept: fillPath(consultationPaths.page, { id: row.draft_id }),
      })),
    ]),
    scheduled: firstOf(
      null,
      scheduled.map(({ public_from, ...row }) => ({ ...row, url: null, publicFrom: public_from.toISOString() })),
    ),
  };
}
export type DayOf = Awaited<ReturnType<typeof dayOf>>;
