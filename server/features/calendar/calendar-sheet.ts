import type { TenantTx } from "../../db/tenant-db.ts";
import type { PageNotes } from "../../http/scope.ts";
import { dayIn, nextMidnight } from "../../local-time.ts";
import { bodyKinds } from "../bodies/bodies.shared.ts";
import { findReckoning } from "../deadlines/deadlines.queries.ts";
import { elementByCode } from "../elements/catalogue.shared.ts";
import { type MeetingKind, meetingKinds } from "../meetings/meetings.shared.ts";
import { nextScheduled } from "../schedule/schedule.queries.ts";
import {
  type CalendarChoice,
  countMeetings,
  countPapers,
  findMeetings,
  findPastMeetings,
  findPeriods,
} from "./calendar.queries.ts";
import type { CalendarSheet } from "./calendar.schema.ts";
import { type CalendarCode, type CalendarView, scopeOf } from "./calendar.shared.ts";
import { holidayView, meetingView, periodView } from "./calendar-view.ts";
import { feedUrl } from "./feed-address.ts";

export interface CalendarQuestion {
  element: CalendarCode;
  view: CalendarView | null;
  /** `YYYY-MM` */
  month: string | null;
  year: number | null;
  body: string | null;
  kind: MeetingKind | null;
}

/** A list without a year shows so many of the meetings that were. */
const pastInList = 12;

/** The days that a view shows: its own, those of now, or for a list without a year all from today on. */
function range(view: CalendarView, month: string | null, year: number | null, today: string) {
  if (view === "month") {
    const shown = Temporal.PlainYearMonth.from(month ?? (year ? `${year}-01` : today.slice(0, 7)));
    const from = shown.toPlainDate({ day: 1 });
    return {
      month: shown.toString(),
      year: shown.year,
      from: from.toString(),
      until: from.add({ months: 1 }).subtract({ days: 1 }).toString(),
    };
  }
  const shown = year ?? (month ? Number(month.slice(0, 4)) : view === "year" ? Number(today.slice(0, 4)) : null);
  return shown === null
    ? { month: null, year: null, from: today, until: null }
    : { month: null, year: shown, from: `${shown}-01-01`, until: `${shown}-12-31` };
}

type Counted = Awaited<ReturnType<typeof countMeetings>>;

function optionsOf(counted: Counted): CalendarSheet["options"] {
  const sum = (rows: Counted) => rows.reduce((total, { count }) => total + count, 0);
  const bodies = [...Map.groupBy(counted, ({ slug }) => slug).values()].map((rows) => ({
    ...rows[0]!,
    count: sum(rows),
  }));
  const kinds = Map.groupBy(counted, ({ kind }) => kind);
  const years = Map.groupBy(counted, ({ year }) => year);
  return {
    bodies: bodies
      .toSorted(
        (a, b) =>
          bodyKinds.indexOf(a.body_kind) - bodyKinds.indexOf(b.body_kind) ||
          a.position - b.position ||
          a.name.sq.localeCompare(b.name.sq, "sq"),
      )
      .map(({ slug, body_kind, name, count }) => ({ slug, kind: body_kind, name, count })),
    kinds: meetingKinds.filter((kind) => kinds.has(kind)).map((value) => ({ value, count: sum(kinds.get(value)!) })),
    years: [...years].map(([value, rows]) => ({ value, count: sum(rows) })).toSorted((a, b) => b.value - a.value),
  };
}

/** One sheet of the calendar as it is asked for. */
export async function calendarSheet(
  tx: TenantTx,
  { element, view: asked, month, year, body, kind }: CalendarQuestion,
  now: Date,
  notes: PageNotes,
): Promise<CalendarSheet> {
  const scope = scopeOf(element);
  const view = asked ?? scope.view;
  const today = dayIn(now);
  const shown = range(view, month, year, today);
  const choice: CalendarChoice = { scope, body, kind };
  const isAhead = shown.until === null;
  // Periods for comments are of no body, and of the one kind.
  const hasPeriods = scope.periods === true && body === null && (kind === null || kind === "consultation");
  for (const area of ["meetings", "people", "albums", "deadlines", "drafts"] as const) notes.shows(area);
  notes.holdsUntil(nextMidnight(now));

  const [meetings, past, periods, counted, { calendar }, scheduled] = await Promise.all([
    findMeetings(tx, choice, shown.from, shown.until, now),
    isAhead ? findPastMeetings(tx, choice, today, pastInList, now) : [],
    hasPeriods ? findPeriods(tx, shown.from, shown.until, now) : [],
    countMeetings(tx, scope, now),
    findReckoning(tx),
    nextScheduled(tx, now),
  ]);
  notes.holdsUntil(scheduled);
  const listed = view === "list" ? [...meetings, ...past].map(({ id }) => id) : [];
  const papers = new Map((await countPapers(tx, listed, now)).map((counted) => [counted.id, counted]));
  // There is no end of months and of names that nobody has: kept, they would push everybody's pages out.
  if (meetings.length + past.length + periods.length === 0 && (month ?? year ?? body ?? kind) !== null)
    notes.isPassing();
  const holidays =
    shown.until === null
      ? []
      : calendar
          .ofYear(Number(shown.from.slice(0, 4)))
          .filter(({ day, nonWorking }) => nonWorking && day >= shown.from && day <= shown.until!);
  const options = optionsOf(counted);
  return {
    element,
    view,
    today,
    ...shown,
    filters: { body, kind },
    meetings: meetings.map((row) => meetingView(row, papers.get(row.id))),
    past: past.map((row) => meetingView(row, papers.get(row.id))),
    periods: periods.map(periodView),
    holidays: holidays.map(holidayView),
    options,
    total: options.years.reduce((total, { count }) => total + count, 0),
    feed: feedUrl(elementByCode(element), { body, kind }),
  };
}
