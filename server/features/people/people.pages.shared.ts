import type { ElementPages } from "../../pages/element-pages.shared.ts";

/** Every person has their page here, members of the council and all others. */
export const peoplePages: ElementPages = {
  "I.2.1": { view: "people/members-page", query: ["q", "term", "party", "committee"], item: "people/person-page" },
};
