import type { BodyKind } from "../bodies/bodies.shared.ts";
import type { ElementCode } from "../elements/catalogue.shared.ts";
import type { MeetingKind } from "../meetings/meetings.shared.ts";

export const calendarViews = ["month", "list", "year"] as const;
export type CalendarView = (typeof calendarViews)[number];

/** What of the one calendar stands at an element's address. */
export interface CalendarScope {
  /** All kinds without it. */
  kinds?: readonly MeetingKind[];
  /** Bodies of all kinds without it. */
  bodies?: readonly BodyKind[];
  /** Whether the periods in which drafts are open for comments are in it. */
  periods?: boolean;
  /** How it is drawn until somebody wishes otherwise. */
  view: CalendarView;
}

export const calendarScopes = {
  "I.3.2": { periods: true, view: "month" },
  "I.3.8": { kinds: ["hearing", "consultation"], periods: true, view: "year" },
  "I.3.9": { kinds: ["hearing"], view: "list" },
  "I.9.1": { kinds: ["event", "ceremony"], view: "list" },
  "II.6.3": { bodies: ["village"], view: "list" },
  "II.6.5": { bodies: ["neighbourhood"], view: "list" },
} as const satisfies Partial<Record<ElementCode, CalendarScope>>;
export type CalendarCode = keyof typeof calendarScopes;

export const calendarCodes = Object.keys(calendarScopes) as CalendarCode[];
export const scopeOf = (code: CalendarCode): CalendarScope => calendarScopes[code];
