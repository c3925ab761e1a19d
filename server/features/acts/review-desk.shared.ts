import type { Standing } from "../../workspace/changed-meanwhile.shared.ts";
import type { InBoth } from "../elements/catalogue.shared.ts";
import { type DatedEvent, datedEvents, prefectSteps } from "./acts.shared.ts";

/** Where an act's way through announcement and the prefect's review is entered. */
export const reviewPaths = {
  review: { sq: "/admin/aktet/:id/prefekti", en: "/en/admin/acts/:id/prefect" },
  step: { sq: "/admin/aktet/:id/prefekti/:step", en: "/en/admin/acts/:id/prefect/:step" },
} as const satisfies Record<string, InBoth>;

export const reviewActions = [
  ...datedEvents,
  ...prefectSteps,
  "taken_back",
  "announced_corrected",
  "notified_corrected",
] as const;
export type ReviewAction = (typeof reviewActions)[number];

/** A day that may have been entered wrongly, as its form shows it. */
export interface CorrectableDay {
  event: DatedEvent;
  day: string;
  /** Whether the act comes into force with it, and the day where that is another than the rule's. */
  inForce: { ownDay: string | null } | null;
}
export const dayStood = ({ day, inForce }: CorrectableDay): Standing => ({ day, inForceOn: inForce?.ownDay });
