import type { ElementPages } from "../../pages/element-pages.shared.ts";

export const draftActsPages: ElementPages = {
  "I.3.7": {
    view: "draft-acts/draft-acts-page",
    query: ["q", "state", "stage", "subject", "proposer", "year", "page"],
    item: "draft-acts/draft-act-page",
  },
  "I.3.13": { view: "draft-acts/initiatives-page", query: ["page"] },
};
