import type { CalendarMeeting, CalendarSheet } from "../../../server/features/calendar/calendar.schema.ts";
import type { Problem } from "../../../server/http/problem.schema.ts";
import { calendarApi, pageQuery } from "../../lib/api.ts";

export type ShownMeeting = Omit<CalendarMeeting, "slug" | "startsAt">;
export type ShownSheet = Omit<CalendarSheet, "meetings" | "past"> & { meetings: ShownMeeting[]; past: ShownMeeting[] };

/** A page says days and hours as they are in Tirana, and leads by address. */
const shown = ({ slug: _, startsAt: __, ...meeting }: CalendarMeeting): ShownMeeting => meeting;

/** One sheet of the calendar, or why its filters were refused. Program fields that the page does not show stay behind. */
export const getCalendar = pageQuery(
  async (element: string, query: string): Promise<{ sheet?: ShownSheet; problem?: Problem }> => {
    const chosen = Object.fromEntries(new URLSearchParams(query));
    const answer = await calendarApi[":element"].$get({ param: { element }, query: chosen } as never);
    if (answer.ok) {
      const sheet = (await answer.json()) as CalendarSheet;
      return { sheet: { ...sheet, meetings: sheet.meetings.map(shown), past: sheet.past.map(shown) } };
    }
    if (answer.status >= 500) throw new Error(`The data answered ${answer.status}.`);
    return { problem: (await answer.json()) as unknown as Problem };
  },
  "calendar",
);
