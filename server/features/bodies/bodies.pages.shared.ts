import type { ElementPage, ElementPages } from "../../pages/element-pages.shared.ts";

const ofKind: ElementPage = {
  view: "bodies/bodies-page",
  query: ["q", "unit", "page"],
  item: "bodies/body-page",
};

export const bodiesPages: ElementPages = {
  "I.2.2": ofKind,
  "I.2.3": { view: "bodies/secretariat-page" },
  "II.5.1": ofKind,
  "II.5.2": { view: "bodies/board-members-page", query: ["q", "body", "when", "page"] },
  "II.6.2": ofKind,
  "II.6.4": ofKind,
};
