import type { ElementPages } from "../../pages/element-pages.shared.ts";

export const electionsPages: ElementPages = {
  "I.2.4": { view: "elections/elections-page", item: "elections/election-page" },
};
