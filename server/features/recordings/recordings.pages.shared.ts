import type { ElementPages } from "../../pages/element-pages.shared.ts";

export const recordingsPages: ElementPages = {
  "V.1.3": {
    view: "recordings/recordings-page",
    query: ["q", "year", "body", "kind", "page"],
    item: "recordings/recording-page",
    itemQuery: ["t"],
  },
};
