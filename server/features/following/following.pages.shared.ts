import type { ElementPages } from "../../pages/element-pages.shared.ts";

export const followingPages: ElementPages = {
  "I.3.5": { view: "live/live-meetings-page", item: "live/live-page" },
};
