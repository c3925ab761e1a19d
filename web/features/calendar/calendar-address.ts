import { type CalendarCode, type CalendarView, scopeOf } from "../../../server/features/calendar/calendar.shared.ts";
import { elementByCode } from "../../../server/features/elements/catalogue.shared.ts";
import type { Locale } from "../../../server/locale.shared.ts";
import type { ShownSheet } from "./calendar-query.ts";

interface Wanted {
  view: CalendarView;
  month?: string | null;
  year?: number | null;
}

/** Where another sheet of the same calendar stands, narrowed as this one is. What an address need not say it does not. */
export function calendarAddress(
  { element, today, filters }: Pick<ShownSheet, "element" | "today" | "filters">,
  locale: Locale,
  { view, month, year }: Wanted,
): string {
  const query = new URLSearchParams();
  if (view !== scopeOf(element as CalendarCode).view) query.set("view", view);
  if (month && month !== today.slice(0, 7)) query.set("month", month);
  if (year && (view === "list" || year !== Number(today.slice(0, 4)))) query.set("year", String(year));
  for (const [name, value] of Object.entries(filters)) if (value) query.set(name, value);
  return `${elementByCode(element).path[locale]}${query.size > 0 ? `?${query}` : ""}`;
}
