import { Hono } from "hono";
import { describeRoute } from "hono-openapi";
import { jsonOf, problem } from "../../http/describe.ts";
import { AppError } from "../../http/errors.ts";
import { aMonth, aSlug, aYear, oneOf, readQuery } from "../../http/list-query.ts";
import type { CouncilScope } from "../../http/scope.ts";
import { meetingKinds } from "../meetings/meetings.shared.ts";
import { CalendarSheet } from "./calendar.schema.ts";
import { type CalendarCode, calendarCodes, calendarViews } from "./calendar.shared.ts";
import { calendarSheet } from "./calendar-sheet.ts";

const isCalendar = (code: string): code is CalendarCode => calendarCodes.includes(code as CalendarCode);

/** What narrows the calendar, on its pages, in its JSON and in its feeds. */
export const narrowing = { body: aSlug, kind: oneOf(meetingKinds) };

export const calendar = new Hono<CouncilScope>().get(
  "/:element",
  describeRoute({
    tags: ["calendar"],
    summary: "A month, a year, or what lies ahead of the calendar that stands at an element's address",
    description:
      "Query: `view` (month, list, year), `month` (2026-03), `year`, `body` (its slug), `kind`. Without `view` as the element's page begins.",
    responses: {
      200: jsonOf(CalendarSheet),
      400: problem("A filter that the calendar does not have"),
      404: problem("No calendar stands there"),
      422: problem("A filter's value is wrong"),
    },
  }),
  async (c) => {
    const { db, notes, now } = c.var;
    const element = c.req.param("element");
    if (!isCalendar(element)) throw new AppError("http.not_found", 404);
    const asked = readQuery(
      { view: oneOf(calendarViews), month: aMonth, year: aYear, ...narrowing },
      new URL(c.req.url).searchParams,
    );
    const sheet = await db.read((tx) => calendarSheet(tx, { element, ...asked }, now, notes));
    return c.json(sheet satisfies CalendarSheet, 200);
  },
);
export type CalendarApi = typeof calendar;
