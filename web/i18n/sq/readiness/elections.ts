import type { electionsReadiness as english } from "../../en/readiness/elections.ts";

export const electionsReadiness = {
  "elections.empty": "Këtu nuk është publikuar ende asnjë palë zgjedhjesh.",
  "elections.of_an_earlier_term": "Zgjedhjet nga të cilat doli Këshilli i sotëm nuk janë publikuar.",
  "elections.without_turnout": "Pjesëmarrja në zgjedhjet e fundit vendore nuk dihet këtu.",
  "elections.without_ballots": "Votat e vlefshme të zgjedhjeve të fundit vendore nuk dihen këtu.",
  "elections.without_source": "Mungon burimi zyrtar i rezultateve të fundit.",
  "elections.without_english": "Një pjesë e rezultateve të fundit mungon në anglisht.",
  "elections.full":
    "Rezultatet e vitit {{year}} janë publikuar sipas listave, me pjesëmarrjen, vendet dhe burimin, në të dyja gjuhët.",
} satisfies Record<keyof typeof english, string>;
