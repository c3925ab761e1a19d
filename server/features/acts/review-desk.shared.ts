import type { InBoth } from "../elements/catalogue.shared.ts";
import { prefectSteps } from "./acts.shared.ts";

/** Where an act's way through announcement and the prefect's review is entered. */
export const reviewPaths = {
  review: { sq: "/admin/aktet/:id/prefekti", en: "/en/admin/acts/:id/prefect" },
  step: { sq: "/admin/aktet/:id/prefekti/:step", en: "/en/admin/acts/:id/prefect/:step" },
} as const satisfies Record<string, InBoth>;

export const reviewActions = ["announced", "notified", ...prefectSteps, "taken_back"] as const;
export type ReviewAction = (typeof reviewActions)[number];
