import { collections } from "./collections.ts";
import { common } from "./common.ts";
import { elements } from "./elements.ts";

/** The phrases that the browser has from the start. */
export const en = { common, collections, elements };
