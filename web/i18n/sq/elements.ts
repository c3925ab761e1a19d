import type { elements as english } from "../en/elements.ts";

export const elements = {
  map_lead: "Gjithçka që gjendet në këtë faqe, në një vend të vetëm.",
  map_other: "Për faqen",
} satisfies Record<keyof typeof english, string>;
