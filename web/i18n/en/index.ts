import { common } from "./common.ts";

/** The phrases that the browser has from the start. */
export const en = { common };
