import type { meetingsReadiness as english } from "../../en/readiness/meetings.ts";

export const meetingsReadiness = {
  "meetings.empty": "Ende nuk është publikuar asnjë mbledhje.",
  "meetings.not_recent_one": "Asnjë mbledhje në ditën e fundit.",
  "meetings.not_recent_other": "Asnjë mbledhje në {{count}} ditët e fundit.",
  "meetings.unannounced_one": "Një mbledhje e tre muajve të fundit nuk u njoftua.",
  "meetings.unannounced_other": "{{count}} mbledhje të tre muajve të fundit nuk u njoftuan.",
  "meetings.short_notice_one": "Një mbledhje e tre muajve të fundit u njoftua më vonë se sa kërkon ligji.",
  "meetings.short_notice_other": "{{count}} mbledhje të tre muajve të fundit u njoftuan më vonë se sa kërkon ligji.",
  "meetings.without_agenda_one": "Një mbledhje e tre muajve të fundit nuk ka rend dite.",
  "meetings.without_agenda_other": "{{count}} mbledhje të tre muajve të fundit nuk kanë rend dite.",
  "meetings.without_papers_one": "Në një mbledhje të tre muajve të fundit një projektakt nuk ka dokument.",
  "meetings.without_papers_other": "Në {{count}} mbledhje të tre muajve të fundit një projektakt nuk ka dokument.",
  "meetings.without_minutes_one": "Procesverbali i një mbledhjeje nuk është publikuar një muaj pas saj.",
  "meetings.without_minutes_other": "Procesverbalet e {{count}} mbledhjeve nuk janë publikuar një muaj pas tyre.",
  "meetings.without_english_one":
    "Rendi i ditës i një mbledhjeje të tre muajve të fundit nuk është i plotë në anglisht.",
  "meetings.without_english_other":
    "Rendet e ditës të {{count}} mbledhjeve të tre muajve të fundit nuk janë të plota në anglisht.",
  "meetings.full_one":
    "Një mbledhje në tre muajt e fundit, me njoftim në kohë, rend dite, dokumente dhe procesverbal, në të dyja gjuhët.",
  "meetings.full_other":
    "{{count}} mbledhje në tre muajt e fundit, me njoftim në kohë, rend dite, dokumente dhe procesverbal, në të dyja gjuhët.",
} satisfies Record<keyof typeof english, string>;
