import type { plain as english } from "../en/plain.ts";

export const plain = {
  unknown_host_title: "Në këtë adresë nuk ka asnjë këshill",
  unknown_host_text: "Kontrolloni si është shkruar adresa ose gjejeni këshillin tuaj në listën e përgjithshme.",
  suspended_title: "Kjo faqe është mbyllur përkohësisht",
  suspended_text:
    "Dokumentet e Këshillit mund të kërkohen në sekretarinë e tij gjatë orarit zyrtar. Faqja do të hapet sërish në të njëjtën adresë.",
  unavailable_title: "Faqja po pushon një çast",
  unavailable_text: "Të dhënat nuk arrihen dot tani. Asgjë nuk ka humbur; ju lutemi provoni sërish pas një minute.",
  broken_title: "Faqja nuk u shfaq dot",
  broken_text: "Gabimi është yni dhe u regjistrua. Ju lutemi provoni sërish pas pak.",
  not_found_title: "Kjo faqe nuk u gjet",
  not_found_text: "Adresa mund të jetë shkruar gabim ose faqja është tërhequr.",
  refused_title: "Kërkesa u refuzua",
  refused_text: "Ajo që u dërgua nuk mund të pranohet.",
  back_home: "Te kreu",
  preview: "Parapamje: kështu do ta shohë publiku. Kjo pamje nuk ruhet dhe nuk ndryshon asgjë.",
} satisfies Record<keyof typeof english, string>;
