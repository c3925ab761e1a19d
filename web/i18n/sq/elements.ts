import type { elements as english } from "../en/elements.ts";

export const elements = {
  empty_title: "Këtu nuk është publikuar ende asgjë",
  paper_filled: "Në letër",
  paper_title: "Si bëhet sot, në letër",
  ask_title: "Pyesni Këshillin",
  ask_text: "Çfarë nuk gjendet në faqe, mund ta kërkoni drejtpërdrejt.",
  board_link: "Sa e plotë është faqja",
  legal_title: "Baza ligjore",
  article: "Neni {{article}}",
  no_article: "Neni nuk dihet me siguri",
  legal_unchecked: "Ende i pakrahasuar me tekstin zyrtar",
} satisfies Record<keyof typeof english, string>;
