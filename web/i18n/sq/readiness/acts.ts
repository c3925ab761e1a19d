import type { actsReadiness as english } from "../../en/readiness/acts.ts";

export const actsReadiness = {
  "acts.empty": "Në regjistër nuk është publikuar ende asnjë akt.",
  "acts.none_recent": "Regjistri nuk ka asnjë akt të gjashtë muajve të fundit.",
  "acts.without_paper_one": "Një aktit të gjashtë muajve të fundit i mungon teksti ose dokumenti i nënshkruar.",
  "acts.without_paper_other":
    "{{count}} akteve të gjashtë muajve të fundit u mungon teksti ose dokumenti i nënshkruar.",
  "acts.without_vote_one": "Një akt i gjashtë muajve të fundit nuk e tregon votimin.",
  "acts.without_vote_other": "{{count}} akte të gjashtë muajve të fundit nuk e tregojnë votimin.",
  "acts.without_english_one": "Një akt i gjashtë muajve të fundit nuk ka titull në anglisht.",
  "acts.without_english_other": "{{count}} akte të gjashtë muajve të fundit nuk kanë titull në anglisht.",
  "acts.unannounced_one": "Një akt nuk është shpallur, edhe pse afati ka kaluar prej kohësh.",
  "acts.unannounced_other": "{{count}} akte nuk janë shpallur, edhe pse afati ka kaluar prej kohësh.",
  "acts.undeposited_one": "Një akt normativ nuk është depozituar te prefekti, edhe pse afati ka kaluar prej kohësh.",
  "acts.undeposited_other":
    "{{count}} akte normative nuk janë depozituar te prefekti, edhe pse afati ka kaluar prej kohësh.",
  "acts.full_one":
    "Akti i vetëm i gjashtë muajve të fundit është këtu me tekst, dokument, votim dhe në të dyja gjuhët.",
  "acts.full_other":
    "Të {{count}} aktet e gjashtë muajve të fundit janë këtu me tekst, dokument, votim dhe në të dyja gjuhët.",
} satisfies Record<keyof typeof english, string>;
