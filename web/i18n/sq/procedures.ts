import type { procedures as english } from "../en/procedures.ts";

export const procedures = {
  legal_law: "Ligji",
  law_article: "Ligji {{law}}, neni {{article}}",
  how: "Hap pas hapi",
  who: "Kush mundet",
  address: "Ku",
  fees: "Sa kushton",
  form: "Formulari për t’u plotësuar",
  files: "Skedarët",
  at_a_glance: "Shkurt",
  periods: "Afatet",
  period_what: "Për çfarë",
  period_days: "Sa zgjat",
  days_working_one: "{{count}} ditë pune",
  days_working_other: "{{count}} ditë pune",
  days_calendar_one: "{{count}} ditë kalendarike",
  days_calendar_other: "{{count}} ditë kalendarike",
  checked_on: "Kontrolluar së fundi më {{date}}",
  accreditation: "Akreditimi",
} satisfies Record<keyof typeof english, string>;
