import { Hono } from "hono";
import { describeRoute } from "hono-openapi";
import { jsonOf } from "../../http/describe.ts";
import type { CouncilScope } from "../../http/scope.ts";
import { dayIn, nextMidnight } from "../../local-time.ts";
import { PublicPlan } from "./readiness.schema.ts";
import { findPublicPlan } from "./readiness-plan.queries.ts";

/** What a council itself holds and plans for its site, if it shows that. */
export const readiness = new Hono<CouncilScope>().get(
  "/plan",
  describeRoute({
    tags: ["elements"],
    summary:
      "The council’s own judgement of its elements and the plan for them; null where the council does not show it",
    responses: { 200: jsonOf(PublicPlan) },
  }),
  async (c) => {
    const { db, notes, now } = c.var;
    notes.shows("readiness");
    notes.holdsUntil(nextMidnight(now));
    const elements = await db.read((tx) => findPublicPlan(tx, dayIn(now)));
    return c.json({ elements } satisfies PublicPlan, 200);
  },
);
export type ReadinessApi = typeof readiness;
