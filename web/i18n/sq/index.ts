import { collections } from "./collections.ts";
import { common } from "./common.ts";
import { elements } from "./elements.ts";

export const sq = { common, collections, elements };
