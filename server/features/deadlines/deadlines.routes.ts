import { Hono } from "hono";
import { describeRoute } from "hono-openapi";
import { jsonOf, problem } from "../../http/describe.ts";
import type { CouncilScope } from "../../http/scope.ts";
import { validated } from "../../http/validated.ts";
import { dayIn, nextMidnight } from "../../local-time.ts";
import { computeDeadline, daysLeft, instantIn, isOverdue, noticeFor } from "./deadline.ts";
import { unknownYear } from "./deadlines.errors.ts";
import { asSet, findReckoning, type StoredPeriod } from "./deadlines.queries.ts";
import { ComputedDeadline, ComputeQuery, HolidayList, HolidaysQuery, RuleList } from "./deadlines.schema.ts";
import { explainInBoth } from "./explain.ts";
import { holidayLaw, knownYears } from "./holidays.ts";
import { allRules, countingRule, lawTitle, ruleFor } from "./rules.ts";

const shown = (period: StoredPeriod | null) => {
  if (!period) return null;
  const { number, unit, basis, ground, validFrom, validTo } = period;
  return { number, unit, basis, ground, validFrom, validTo };
};

/** The periods of the law, and a calculator for anybody: due when, how many days left, and how that was computed. */
export const deadlines = new Hono<CouncilScope>()
  .get(
    "/rules",
    describeRoute({
      tags: ["deadlines"],
      summary:
        "Every statutory period with its law, article, source and certainty, and the council's own where it has one",
      responses: { 200: jsonOf(RuleList) },
    }),
    async (c) => {
      const { now, notes } = c.var;
      notes.shows("deadlines");
      notes.holdsUntil(nextMidnight(now));
      const { periodFor } = await c.var.db.read(findReckoning);
      const rules = allRules.map((rule) => ({
        ...rule,
        lawTitle: lawTitle(rule.law),
        council: shown(periodFor(rule.code, dayIn(now))),
      }));
      return c.json({ today: dayIn(now), counting: countingRule, rules } satisfies RuleList, 200);
    },
  )
  .get(
    "/compute",
    describeRoute({
      tags: ["deadlines"],
      summary: "When a period ends for an event, and how that was computed, step by step",
      responses: {
        200: jsonOf(ComputedDeadline),
        404: problem("No such rule, or a year whose holidays are not known"),
        422: problem("A day that is no day, hours without a time, or a period that nobody has set"),
      },
    }),
    validated("query", ComputeQuery),
    async (c) => {
      const { rule: code, from, given } = c.req.valid("query");
      const { now, notes } = c.var;
      notes.shows("deadlines");
      notes.holdsUntil(nextMidnight(now));
      const startsOn = from.slice(0, 10);
      const rule = ruleFor(code, startsOn);
      const { calendar, periodFor } = await c.var.db.read(findReckoning);
      const set = asSet(periodFor(code, startsOn));
      const startsAt = from === startsOn ? null : instantIn(from);
      const question = { rule, startsOn, startsAt, calendar, set };
      const notice = given ? noticeFor(question, given) : null;
      const deadline = notice ?? computeDeadline(question);
      const { dueOn, dueAt, steps, certainty } = deadline;
      const today = dayIn(now);
      if (dueAt && dueAt > now) notes.holdsUntil(dueAt);
      return c.json(
        {
          rule: { code, title: rule.title, lawTitle: lawTitle(rule.law), article: rule.article },
          from,
          dueOn,
          dueAt: dueAt?.toISOString() ?? null,
          today,
          daysLeft: daysLeft({ dueOn, today, unit: (set ?? rule).unit, calendar }),
          overdue: isOverdue(deadline, now),
          notice: notice && { given: given!, inTime: notice.inTime, by: notice.by },
          steps: explainInBoth(steps),
          certainty,
        } satisfies ComputedDeadline,
        200,
      );
    },
  );
export type DeadlinesApi = typeof deadlines;

/** The calendar that all periods are counted with. */
export const holidays = new Hono<CouncilScope>().get(
  "/",
  describeRoute({
    tags: ["deadlines"],
    summary: "A year's public holidays with their moved days, estimated ones marked, and what the council entered",
    responses: { 200: jsonOf(HolidayList), 404: problem("A year whose holidays are not known") },
  }),
  validated("query", HolidaysQuery),
  async (c) => {
    const { year } = c.req.valid("query");
    c.var.notes.shows("deadlines");
    const { calendar } = await c.var.db.read(findReckoning);
    const basis = calendar.basisOf(year);
    if (!basis) throw unknownYear(year);
    return c.json(
      { year, basis, known: knownYears, law: holidayLaw, days: [...calendar.ofYear(year)] } satisfies HolidayList,
      200,
    );
  },
);
export type HolidaysApi = typeof holidays;
