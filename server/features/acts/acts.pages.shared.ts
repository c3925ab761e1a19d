import type { ElementPages } from "../../pages/element-pages.shared.ts";

export const actsPages: ElementPages = {
  "I.3.6": {
    view: "acts/acts-page",
    query: ["q", "year", "type", "nature", "subject", "proposer", "body", "force", "prefect", "sort", "page"],
    item: "acts/act-page",
  },
};
