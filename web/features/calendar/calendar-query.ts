import type { CalendarApi } from "../../../server/features/calendar/calendar.routes.ts";
import type { CalendarMeeting, CalendarSheet } from "../../../server/features/calendar/calendar.schema.ts";
import type { Problem } from "../../../server/http/problem.schema.ts";
import { base, pageQuery, read } from "../../lib/api.ts";
import { readApi } from "../../lib/read-api.ts";

const calendarApi = readApi<CalendarApi>(`${base}/calendar`, read);

export type ShownMeeting = Omit<CalendarMeeting, "slug" | "startsAt">;
/** What a day of a month or a year has room for. */
export type NotedMeeting = Pick<CalendarMeeting, "slug" | "day" | "time" | "kind" | "title" | "place" | "stage"> & {
  body: CalendarMeeting["body"]["name"];
  /** Nowhere else. */
  isOnline: boolean;
};
/** A page says days and hours as they are in Tirana, and leads by address; a list says more than a day has room for. */
export type ShownSheet = Omit<CalendarSheet, "meetings" | "past"> & {
  meetings: NotedMeeting[];
  listed: ShownMeeting[];
  past: ShownMeeting[];
  /** A year has room for how many drafts open and close for comments in a month, not for each: on which days they do. */
  begins: string[];
  ends: string[];
};

const shown = ({ slug: _, startsAt: __, ...meeting }: CalendarMeeting): ShownMeeting => meeting;
const noted = (meeting: CalendarMeeting): NotedMeeting => {
  const { slug, day, time, kind, title, body, place, onlineUrl, stage } = meeting;
  return { slug, day, time, kind, title, body: body.name, place, isOnline: !place && Boolean(onlineUrl), stage };
};

/** One sheet of the calendar, or why its filters were refused. Program fields that the page does not show stay behind. */
export const getCalendar = pageQuery(
  async (element: string, query: string): Promise<{ sheet?: ShownSheet; problem?: Problem }> => {
    const chosen = Object.fromEntries(new URLSearchParams(query));
    const answer = await calendarApi[":element"].$get({ param: { element }, query: chosen } as never);
    if (answer.ok) {
      const sheet = (await answer.json()) as CalendarSheet;
      const isList = sheet.view === "list";
      const meetings = isList ? [] : sheet.meetings.map(noted);
      const listed = isList ? sheet.meetings.map(shown) : [];
      const isYear = sheet.view === "year";
      // Those that are over are told of in their months.
      const periods = isYear ? sheet.periods.filter(({ until }) => until >= sheet.today) : sheet.periods;
      const begins = isYear ? sheet.periods.map(({ from }) => from) : [];
      const ends = isYear ? sheet.periods.map(({ until }) => until) : [];
      return { sheet: { ...sheet, meetings, listed, past: sheet.past.map(shown), periods, begins, ends } };
    }
    if (answer.status >= 500) throw new Error(`The data answered ${answer.status}.`);
    return { problem: (await answer.json()) as unknown as Problem };
  },
  "calendar",
);
