import type { directory as english } from "../en/directory.ts";

export const directory = {
  title: "Këshillat bashkiakë të Shqipërisë, të hapur për të gjithë",
  lead: "Çdo këshill ka këtu faqen e vet: cilët janë këshilltarët, çfarë vendosin, ku shkojnë paratë dhe si merrni pjesë ju.",
  by_county: "Këshillat sipas qarqeve",
  served_one: "{{count}} këshill nga 61 e ka faqen këtu",
  served_other: "{{count}} këshilla nga 61 e kanë faqen këtu",
  none_served: "Asnjë nga 61 këshillat nuk e ka ende faqen këtu",
  examples: "Këshillat shembull",
  examples_text:
    "Këta këshilla nuk ekzistojnë. Të dhënat janë të trilluara, që të shihet si duket faqja e një këshilli në mosha të ndryshme.",
  county_empty: "Ende asnjë këshill",
  onboarding: "Në ndërtim",
  example: "Shembull",
  what: "Çfarë gjendet në faqen e një këshilli",
  what_elements: "81 elemente, njëlloj për të gjithë",
  what_elements_text:
    "Gjashtë pjesë, nga regjistri i akteve te fotografitë. Çfarë mungon thuhet me emër, bashkë me arsyen dhe me rrugën për ta bërë me shkrim.",
  what_languages: "Shqip dhe anglisht",
  what_languages_text: "Çdo faqe është në të dyja gjuhët. Ajo që është vetëm në shqip, e thotë.",
  what_open: "E hapur për njerëzit dhe për makinat",
  what_open_text:
    "Lexohet pa llogari, pa “cookies” dhe pa JavaScript, vetëm me tastierë ose me dëgjim; regjistrat mund të shkarkohen.",
  "county.berat": "Qarku Berat",
  "county.diber": "Qarku Dibër",
  "county.durres": "Qarku Durrës",
  "county.elbasan": "Qarku Elbasan",
  "county.fier": "Qarku Fier",
  "county.gjirokaster": "Qarku Gjirokastër",
  "county.korce": "Qarku Korçë",
  "county.kukes": "Qarku Kukës",
  "county.lezhe": "Qarku Lezhë",
  "county.shkoder": "Qarku Shkodër",
  "county.tirane": "Qarku Tiranë",
  "county.vlore": "Qarku Vlorë",
} satisfies Record<keyof typeof english, string>;
