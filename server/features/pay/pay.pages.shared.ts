import type { ElementPages } from "../../pages/element-pages.shared.ts";

export const payPages: ElementPages = { "I.4.2": { view: "pay/pay-page", query: ["year", "member"] } };
