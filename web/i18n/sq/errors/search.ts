import type { searchErrors as english } from "../../en/errors/search.ts";

export const searchErrors = {
  "search.unavailable": "Kërkimi nuk arrihet dot tani. Ju lutemi provoni sërish pas pak.",
} satisfies Record<keyof typeof english, string>;
