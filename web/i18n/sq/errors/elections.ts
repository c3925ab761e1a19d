import type { electionsErrors as english } from "../../en/errors/elections.ts";

export const electionsErrors = {
  "elections.not_found": "Këto zgjedhje nuk gjenden këtu.",
  "elections.there_already": "Zgjedhjet e këtij lloji në këtë datë janë regjistruar tashmë.",
  "elections.already_public": "Këto zgjedhje janë publike tashmë.",
  "elections.not_published": "Këto zgjedhje nuk janë publike.",
  "elections.seats_out_of_range": "Një këshill ka nga 1 deri në 99 vende.",
  "elections.without_lists": "Zgjedhjet kanë të paktën një listë.",
  "elections.too_many_lists": "Kaq shumë lista nuk mund të jenë në një palë zgjedhjesh.",
  "elections.list_twice": "Dy lista kanë të njëjtin shkurtim.",
  "elections.party_unknown": "Kjo parti nuk gjendet këtu.",
  "elections.term_unknown": "Ky mandat nuk gjendet këtu.",
  "elections.term_has_other_seats": "Mandati që nisi me këto zgjedhje ka numër tjetër vendesh.",
  "elections.in_the_future": "Këto zgjedhje ende nuk janë mbajtur.",
  "elections.more_voters_than_electorate": "Kanë votuar më shumë se sa janë në listat e zgjedhësve.",
  "elections.more_ballots_than_voters": "Votat, të vlefshme e të pavlefshme bashkë, janë më shumë se ata që votuan.",
  "elections.more_ballots_than_electorate": "Votat e vlefshme janë më shumë se zgjedhësit në listë.",
  "elections.votes_exceed_ballots": "Listat së bashku kanë më shumë vota se sa ka vota të vlefshme.",
  "elections.seats_do_not_add_up": "Vendet e listave së bashku nuk japin vendet e Këshillit.",
  "elections.is_public": "Ajo që është publike tërhiqet më parë; pastaj mund të fshihet.",
} satisfies Record<keyof typeof english, string>;
