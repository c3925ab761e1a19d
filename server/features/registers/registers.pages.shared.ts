import type { ElementPages, PageBelow } from "../../pages/element-pages.shared.ts";
import { describedSlugs } from "../open-data/register-paths.shared.ts";

/** Registers that are shown below the page of open data in a way of their own. */
const shownOtherwise: Record<string, Omit<PageBelow, "slug">> = {
  attendance: { view: "meetings/attendance-page", query: ["year", "body"] },
};

export const registersPages: ElementPages = {
  "I.8.1": {
    view: "registers/registers-page",
    query: ["q"],
    below: Object.entries(describedSlugs).map(([name, slug]) => ({
      slug,
      view: "registers/register-page",
      ...shownOtherwise[name],
    })),
  },
};
