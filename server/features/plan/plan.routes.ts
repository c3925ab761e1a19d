import { Hono } from "hono";
import { describeRoute } from "hono-openapi";
import * as v from "valibot";
import { jsonOf, problem } from "../../http/describe.ts";
import { aYear, readQuery } from "../../http/list-query.ts";
import type { CouncilScope } from "../../http/scope.ts";
import { validated } from "../../http/validated.ts";
import { dayIn, nextMidnight } from "../../local-time.ts";
import { nextScheduled } from "../schedule/schedule.queries.ts";
import { noPlanOfYear, planNotFound } from "./plan.errors.ts";
import { findPlan, findPlanItems, findPlanYears } from "./plan.queries.ts";
import { Plan } from "./plan.schema.ts";
import { planView } from "./plan-view.ts";

const given = v.optional(v.string());

export const plan = new Hono<CouncilScope>().get(
  "/",
  describeRoute({
    tags: ["plan"],
    summary: "The plan of decision-making of a year, this one if nothing else is asked, with what became of each act",
    responses: {
      200: jsonOf(Plan),
      400: problem("A filter that the plan does not have"),
      404: problem("No plan is public, or not of that year"),
      422: problem("Not a year"),
    },
  }),
  validated("query", v.objectWithRest({ year: given }, given)),
  async (c) => {
    const { db, notes, now } = c.var;
    const asked = readQuery({ year: aYear }, new URL(c.req.url).searchParams).year;
    notes.shows("drafts");
    notes.shows("acts");
    // What is late today was not yesterday.
    notes.holdsUntil(nextMidnight(now));
    const today = dayIn(now);
    const found = await db.read(async (tx) => {
      const [years, scheduled] = await Promise.all([findPlanYears(tx, now), nextScheduled(tx, now)]);
      notes.holdsUntil(scheduled);
      if (years.length === 0) throw asked === null ? planNotFound() : noPlanOfYear(asked);
      const thisYear = Number(today.slice(0, 4));
      const year = asked ?? (years.includes(thisYear) ? thisYear : years[0]!);
      const [plan, items] = await Promise.all([findPlan(tx, year, now), findPlanItems(tx, year, now)]);
      if (!plan) throw noPlanOfYear(year);
      return planView(plan, items, years, today);
    });
    return c.json(found, 200);
  },
);
export type PlanApi = typeof plan;
