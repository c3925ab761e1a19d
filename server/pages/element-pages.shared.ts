import { actsPages } from "../features/acts/acts.pages.shared.ts";
import { bodiesPages } from "../features/bodies/bodies.pages.shared.ts";
import { calendarPages } from "../features/calendar/calendar.pages.shared.ts";
import { draftActsPages } from "../features/draft-acts/draft-acts.pages.shared.ts";
import { electionsPages } from "../features/elections/elections.pages.shared.ts";
import type { InBoth } from "../features/elements/catalogue.shared.ts";
import { followingPages } from "../features/following/following.pages.shared.ts";
import { meetingsPages } from "../features/meetings/meetings.pages.shared.ts";
import { payPages } from "../features/pay/pay.pages.shared.ts";
import { peoplePages } from "../features/people/people.pages.shared.ts";
import { planPages } from "../features/plan/plan.pages.shared.ts";
import { publicationsPages } from "../features/publications/publications.pages.shared.ts";
import { recordingsPages } from "../features/recordings/recordings.pages.shared.ts";
import { registersPages } from "../features/registers/registers.pages.shared.ts";
import type { View } from "./views.shared.ts";

/** A page at a fixed address below an element's, with a word for its last part in each language. */
export interface PageBelow {
  slug: InBoth;
  view: View;
  query?: readonly string[];
}

/** What stands at an element's address. */
export interface ElementPage {
  /** What is drawn there. */
  view: View;
  /** Parts of the query that mean something there, in the order in which an address names them. */
  query?: readonly string[];
  /** What is drawn at the addresses below it; without it there are none. */
  item?: View;
  itemQuery?: readonly string[];
  /** Pages below it that are always there. */
  below?: readonly PageBelow[];
}
/** By the element's code, in an object of each feature. */
export type ElementPages = Readonly<Record<string, ElementPage>>;

export const elementPages: ElementPages = {
  "B.I.2": { view: "elements/readiness-page" },
  "V.1.4": { view: "contacts/social-links-page" },
  "V.1.5": { view: "albums/albums-page", query: ["page"], item: "albums/album-page" },
  "V.1.6": { view: "contacts/media-contacts-page" },
  ...publicationsPages,
  ...peoplePages,
  ...bodiesPages,
  ...electionsPages,
  ...payPages,
  ...draftActsPages,
  ...planPages,
  ...meetingsPages,
  ...followingPages,
  ...recordingsPages,
  ...calendarPages,
  ...actsPages,
  ...registersPages,
};
