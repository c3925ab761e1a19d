import type { draftsReadiness as english } from "../../en/readiness/drafts.ts";

export const draftsReadiness = {
  "drafts.empty": "Ende nuk i është paraqitur publikut asnjë projektakt.",
  "drafts.not_recent": "Asnjë projektakt i dymbëdhjetë muajve të fundit nuk i është paraqitur publikut.",
  "drafts.without_text_one": "Një projektakt i dymbëdhjetë muajve të fundit nuk ka tekst.",
  "drafts.without_text_other": "{{count}} projektakte të dymbëdhjetë muajve të fundit nuk kanë tekst.",
  "drafts.without_report_one": "Një projektakt i dymbëdhjetë muajve të fundit nuk ka relacion.",
  "drafts.without_report_other": "{{count}} projektakte të dymbëdhjetë muajve të fundit nuk kanë relacion.",
  "drafts.without_consultation_one": "Një projektakt vijoi pa konsultimin që kërkon ligji.",
  "drafts.without_consultation_other": "{{count}} projektakte vijuan pa konsultimin që kërkon ligji.",
  "drafts.without_english_one": "Një projektakt i dymbëdhjetë muajve të fundit nuk është i plotë në anglisht.",
  "drafts.without_english_other":
    "{{count}} projektakte të dymbëdhjetë muajve të fundit nuk janë të plota në anglisht.",
  "drafts.full_one":
    "Projektakti i dymbëdhjetë muajve të fundit ka tekstin, relacionin dhe konsultimin, në të dyja gjuhët.",
  "drafts.full_other":
    "Të {{count}} projektaktet e dymbëdhjetë muajve të fundit kanë tekstin, relacionin dhe konsultimin, në të dyja gjuhët.",
  "drafts.no_initiative": "Ende nuk është njoftuar asnjë nismë para hartimit.",
  "drafts.initiative_not_recent": "Në dymbëdhjetë muajt e fundit nuk është njoftuar asnjë nismë.",
  "drafts.initiative_without_reasons_one": "Një njoftim nuk tregon pse duhet akti dhe çfarë pritet prej tij.",
  "drafts.initiative_without_reasons_other":
    "{{count}} njoftime nuk tregojnë pse duhet akti dhe çfarë pritet prej tij.",
  "drafts.initiative_without_english_one": "Një njoftim nuk është i plotë në anglisht.",
  "drafts.initiative_without_english_other": "{{count}} njoftime nuk janë të plota në anglisht.",
  "drafts.initiative_full_one":
    "Nisma e njoftuar në dymbëdhjetë muajt e fundit tregon pse, çfarë pritet dhe deri kur, në të dyja gjuhët.",
  "drafts.initiative_full_other":
    "Të {{count}} nismat e njoftuara në dymbëdhjetë muajt e fundit tregojnë pse, çfarë pritet dhe deri kur, në të dyja gjuhët.",
} satisfies Record<keyof typeof english, string>;
