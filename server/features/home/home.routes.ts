import { Hono } from "hono";
import { describeRoute } from "hono-openapi";
import type { TenantTx } from "../../db/tenant-db.ts";
import { jsonOf } from "../../http/describe.ts";
import type { CouncilScope, PageNotes } from "../../http/scope.ts";
import { dayIn, nextMidnight } from "../../local-time.ts";
import { daysLeft, noticeFor } from "../deadlines/deadline.ts";
import { asSet, findReckoning, type Reckoning } from "../deadlines/deadlines.queries.ts";
import { ruleFor } from "../deadlines/rules.ts";
import { actUrl, draftActUrl, meetingUrl } from "../elements/item-urls.shared.ts";
import { nextScheduled } from "../schedule/schedule.queries.ts";
import {
  type CalledRow,
  countActsOf,
  findConsultations,
  findItems,
  findLatestActs,
  findNext,
  findSeats,
  findSitting,
  weighPapers,
} from "./home.queries.ts";
import { CouncilWork } from "./home.schema.ts";

const shownItems = 4;
const shownConsultations = 4;
const shownActs = 5;

const calledView = (row: CalledRow) => ({
  url: meetingUrl(row.slug),
  kind: row.kind,
  body: row.body,
  title: row.title,
  startsAt: row.starts_at.toISOString(),
  place: row.place,
  onlineUrl: row.online_url,
});

/** By how many days the notice came before the meeting, and how many the rule asks for. */
function noticeOf({ announced_at, day }: CalledRow, { calendar, periodFor }: Reckoning) {
  if (!announced_at) return null;
  const rule = ruleFor("L3", day);
  const set = asSet(periodFor("L3", day));
  const { inTime, by } = noticeFor({ rule, startsOn: day, calendar, set }, dayIn(announced_at));
  const daysAsked = (set ?? rule).number!;
  return { inTime, daysAhead: daysAsked + by, daysAsked };
}

async function nextMeeting(tx: TenantTx, row: CalledRow | undefined, reckoning: Reckoning, now: Date) {
  if (!row) return null;
  const [{ items, count }, { count: papers, size }] = await Promise.all([
    findItems(tx, row.id, shownItems),
    weighPapers(tx, row.id, now),
  ]);
  return {
    ...calledView(row),
    isPlanned: row.stage === "planned",
    isOpen: row.access === "open",
    items: items.map(({ path, title }) => ({ number: path.join("."), title })),
    itemCount: count,
    papers: { count: papers, size },
    notice: noticeOf(row, reckoning),
  };
}

async function work(tx: TenantTx, now: Date, notes: PageNotes): Promise<CouncilWork> {
  const today = dayIn(now);
  const year = Number(today.slice(0, 4));
  const [reckoning, sitting, next, consultations, acts, actsThisYear, seats, scheduled] = await Promise.all([
    findReckoning(tx),
    findSitting(tx, now),
    findNext(tx, today, now),
    findConsultations(tx, today, now, shownConsultations),
    findLatestActs(tx, now, shownActs),
    countActsOf(tx, year, now),
    findSeats(tx, today, now),
    nextScheduled(tx, now),
  ]);
  notes.holdsUntil(nextMidnight(now));
  notes.holdsUntil(scheduled);
  if (next) notes.holdsUntil(next.starts_at);
  return {
    sitting: sitting ? calledView(sitting) : null,
    next: await nextMeeting(tx, next, reckoning, now),
    consultations: consultations.map(({ slug, title, due_on, rule, starts_on, case_period }) => {
      const unit = (case_period ?? reckoning.periodFor(rule, starts_on) ?? ruleFor(rule, starts_on)).unit;
      return {
        url: draftActUrl(slug),
        title,
        dueOn: due_on,
        daysLeft: daysLeft({ dueOn: due_on, today, unit, calendar: reckoning.calendar }),
        unit: unit === "working" ? ("working" as const) : ("calendar" as const),
      };
    }),
    acts: acts.map((act) => ({
      url: actUrl(act.slug),
      type: act.type,
      number: act.number,
      title: act.title,
      adoptedOn: act.adopted_on,
      vote:
        act.votes_for === null
          ? null
          : {
              for: act.votes_for,
              against: act.votes_against!,
              abstained: act.abstentions!,
              outcome: act.outcome!,
            },
      prefectState: act.prefect_state,
    })),
    actsThisYear,
    seats: seats.map(({ short_name, name, colour, count }) => ({
      party: name && short_name ? { short: short_name, name, colour } : null,
      count,
    })),
  };
}

/** What a council does: sitting now, meeting next, open for comment, decided last, who sits there. */
export const home = new Hono<CouncilScope>().get(
  "/",
  describeRoute({
    tags: ["council"],
    summary: "What the council does now, next and did last: the front page as data",
    responses: { 200: jsonOf(CouncilWork) },
  }),
  async (c) => {
    const { db, notes, now } = c.var;
    for (const area of ["people", "meetings", "drafts", "acts", "deadlines"] as const) notes.shows(area);
    return c.json(await db.read((tx) => work(tx, now, notes)), 200);
  },
);
export type HomeApi = typeof home;
