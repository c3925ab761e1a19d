import type { ElementPages } from "../../pages/element-pages.shared.ts";
import { calendarCodes } from "./calendar.shared.ts";

export const calendarPages: ElementPages = Object.fromEntries(
  calendarCodes.map((code) => [
    code,
    { view: "calendar/calendar-page", query: ["view", "month", "year", "body", "kind"] } as const,
  ]),
);
