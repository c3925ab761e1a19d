import type { people as english } from "../en/people.ts";

export const people = {
  affiliation_none: "Asnjë parti",
  affiliation_unknown: "Nuk dihet",
} satisfies Record<keyof typeof english, string>;
