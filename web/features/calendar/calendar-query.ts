import type { CalendarSheet } from "../../../server/features/calendar/calendar.schema.ts";
import type { Problem } from "../../../server/http/problem.schema.ts";
import { calendarApi, pageQuery } from "../../lib/api.ts";

/** One sheet of the calendar, or why its filters were refused. Program fields that the page does not show stay behind. */
export const getCalendar = pageQuery(
  async (element: string, query: string): Promise<{ sheet?: CalendarSheet; problem?: Problem }> => {
    const chosen = Object.fromEntries(new URLSearchParams(query));
    const answer = await calendarApi[":element"].$get({ param: { element }, query: chosen } as never);
    if (answer.ok) return { sheet: (await answer.json()) as CalendarSheet };
    if (answer.status >= 500) throw new Error(`The data answered ${answer.status}.`);
    return { problem: (await answer.json()) as unknown as Problem };
  },
  "calendar",
);
