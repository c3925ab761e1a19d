import type { home as english } from "../en/home.ts";

export const home = {
  description: "Faqja: {{council}}. Lajme, njoftime, dokumente dhe si të kërkoni, të ankoheni e të merrni pjesë.",
  new: "Lajme dhe njoftime",
  all_news: "Të gjitha lajmet",
  all_notices: "Të gjitha njoftimet",
  all: "Të gjitha",
  new_empty: "Ende asnjë lajm",
  new_empty_text:
    "Këtu do të dalin lajmet e Këshillit dhe njoftimet për qytetarët, bizneset e vizitorët, më të rejat në krye.",
  documents: "Dokumentet e fundit",
  documents_empty: "Ende asnjë dokument",
  documents_empty_text:
    "Këtu do të dalin rregulloret, planet, buxhetet dhe raportet sapo t’i publikojë Këshilli. Deri atëherë, secila faqe thotë si merren në letër.",
  document: "Dokumenti",
  collection: "Koleksioni",
  published: "Publikuar",
  file: "Skedari",
  ask: "Kërko, propozo, ankohu",
  ask_information: "Kërko informacion",
  ask_complaint: "Bëj një ankesë ose kërkesë",
  ask_petition: "Nis një peticion ose një iniciativë",
  ask_comment: "Komento një projektakt",
  ask_attend: "Merr pjesë në mbledhje",
  ask_procedure: "Hapat, afatet, adresa dhe formulari",
  ask_paper: "Si bëhet sot, në letër",
  statements: "Deklarata për shtyp",
  contact: "Kontakt",
  photos: "Fotografi",
  photo_count_one: "{{count}} fotografi",
  photo_count_other: "{{count}} fotografi",
  everything: "Gjithçka, në gjashtë pjesë",
} satisfies Record<keyof typeof english, string>;
