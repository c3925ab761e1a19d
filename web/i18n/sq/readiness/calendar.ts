import type { calendarReadiness as english } from "../../en/readiness/calendar.ts";

export const calendarReadiness = {
  "calendar.empty": "Ky kalendar është ende bosh.",
  "calendar.only_old": "Shënimi i fundit në këtë kalendar është i datës {{date}}.",
  "calendar.no_month":
    "Këshilli mblidhet të paktën një herë në muaj; mbledhja e tij e fundit këtu është e datës {{date}}.",
  "calendar.no_council": "Këtu ka mbledhje komisionesh, por asnjë mbledhje të Këshillit në dymbëdhjetë muajt e fundit.",
  "calendar.no_year": "Për vitin {{year}} nuk është shënuar asgjë.",
  "calendar.without_place_one": "Një shënim nuk tregon as vendin, as si ndiqet në internet.",
  "calendar.without_place_other": "{{count}} shënime nuk tregojnë as vendin, as si ndiqen në internet.",
  "calendar.without_notice_one": "Një mbledhje u mbajt pa njoftim këtu.",
  "calendar.without_notice_other": "{{count}} mbledhje u mbajtën pa njoftim këtu.",
  "calendar.without_agenda_one": "Një mbledhje e njoftuar nuk ka rend dite.",
  "calendar.without_agenda_other": "{{count}} mbledhje të njoftuara nuk kanë rend dite.",
  "calendar.without_description_one": "Një ngjarje nuk është përshkruar.",
  "calendar.without_description_other": "{{count}} ngjarje nuk janë përshkruar.",
  "calendar.without_english_one": "Një shënim nuk është i plotë në anglisht.",
  "calendar.without_english_other": "{{count}} shënime nuk janë të plota në anglisht.",
  "calendar.full_one": "Një shënim i dymbëdhjetë muajve të fundit dhe në vijim, i plotë dhe në të dyja gjuhët.",
  "calendar.full_other":
    "{{count}} shënime të dymbëdhjetë muajve të fundit dhe në vijim, të gjitha të plota dhe në të dyja gjuhët.",
} satisfies Record<keyof typeof english, string>;
