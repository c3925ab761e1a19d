import type { audit as english } from "../../en/workspace/audit.ts";

export const audit = {
  title: "Auditi",
  lead: "Kush çfarë ka ndryshuar dhe kur, bashkë me atë që ishte më parë dhe më pas. Asgjë prej kësaj nuk mund të ndryshohet.",
  from: "Nga data",
  until: "Deri më",
  who: "Kush",
  subject: "Lloji",
  any_subject: "Të gjitha llojet",
  found_one: "{{number}} ndryshim",
  found_other: "{{number}} ndryshime",
  csv: "Shkarkojeni si CSV",
  nothing: "Me këta filtra nuk ka asnjë ndryshim.",
  when: "{{day}}, ora {{time}}",
  system: "Vetë portali ({{name}})",
  operator: "{{name}}, operator",
  reason: "Arsyeja: {{reason}}",
  open: "Hapeni",
  fields_one: "Ndryshoi {{count}} fushë",
  fields_other: "Ndryshuan {{count}} fusha",
  was_nothing: "më parë asgjë",
  is_nothing: "më pas asgjë",
} satisfies Record<keyof typeof english, string>;
