import type { ElementPages } from "../../pages/element-pages.shared.ts";

export const payPages: ElementPages = {};
