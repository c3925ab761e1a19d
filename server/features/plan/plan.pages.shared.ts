import type { ElementPages } from "../../pages/element-pages.shared.ts";

export const planPages: ElementPages = { "I.3.1": { view: "plan/plan-page", query: ["year"] } };
