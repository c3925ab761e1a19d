import type { feeds as english } from "../en/feeds.ts";

export const feeds = {
  latest_title: "Të rejat",
  latest_subtitle: "Gjithçka që publikon Këshilli, më e reja e para",
  calendar_name: "{{title}} – {{council}}",
  calendar_cancelled: "Mbledhja u anulua: {{reason}}",
  calendar_postponed: "Mbledhja u shty: {{reason}}",
  calendar_is_cancelled: "ANULUAR: {{name}}",
  calendar_is_postponed: "SHTYRË: {{name}}",
  calendar_next: "Data e re: {{date}}, {{address}}",
  calendar_closed: "E mbyllur për publikun.",
  calendar_online: "Ndiqeni në internet: {{address}}",
  calendar_page: "Rendi i ditës dhe dokumentet: {{address}}",
  calendar_more: "Më shumë: {{address}}",
  calendar_package: "Të gjitha dokumentet në një skedar: {{address}}",
  calendar_comments: "Hapur për komente: {{title}}",
  calendar_last_day: "Dita e fundit për komente: {{date}}",
  calendar_draft: "Projektakti dhe si komentohet: {{address}}",
} satisfies Record<keyof typeof english, string>;
