import type { ElementPages } from "../../pages/element-pages.shared.ts";

export const meetingsPages: ElementPages = {
  "I.3.3": {
    view: "meetings/meetings-page",
    query: ["q", "year", "kind", "stage", "page"],
    item: "meetings/meeting-page",
  },
  "I.3.4": { view: "meetings/meetings-page", query: ["q", "year", "body", "kind", "stage", "page"] },
};
