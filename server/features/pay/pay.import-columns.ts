import { choicesOf, type ImportColumn } from "../../import/column.ts";
import { paidRoles, payBases } from "./pay.shared.ts";

/** A row is a payment; all payments of a month stand in one file. */
export const payColumns: readonly ImportColumn[] = [
  {
    name: "year",
    required: true,
    kind: "number",
    label: { sq: "Viti", en: "Year" },
    meaning: { sq: "Viti i pagesës.", en: "The year that is paid for." },
    example: "2026",
  },
  {
    name: "month",
    required: true,
    kind: "number",
    label: { sq: "Muaji", en: "Month" },
    meaning: {
      sq: "Muaji, nga 1 deri në 12. Të gjitha pagesat e një muaji qëndrojnë në një skedar.",
      en: "The month, 1 to 12. All payments of a month stand in one file.",
    },
    example: "2",
  },
  {
    name: "person",
    required: true,
    label: { sq: "Identifikuesi", en: "Identifier" },
    meaning: {
      sq: "Pjesa e fundit e adresës së faqes së personit, p.sh. mira-gjoka.",
      en: "The last part of the address of somebody’s page, such as mira-gjoka.",
    },
    example: "mira-gjoka",
  },
  {
    name: "applies_to",
    required: true,
    label: { sq: "Për çfarë", en: "For what" },
    meaning: { sq: "Për cilën detyrë u pagua.", en: "For which duty it was paid." },
    example: "Anëtar i Këshillit",
    choices: choicesOf("pay", "for.", paidRoles),
  },
  {
    name: "basis",
    label: { sq: "Si llogaritet", en: "How it is reckoned" },
    meaning: { sq: "Bosh do të thotë në muaj.", en: "Empty means by the month." },
    example: "në muaj",
    choices: choicesOf("pay", "basis.", payBases),
  },
  {
    name: "meetings",
    kind: "number",
    label: { sq: "Mbledhje", en: "Meetings" },
    meaning: { sq: "Sa mbledhje, kur paguhet për mbledhje.", en: "How many meetings, where it is paid by meeting." },
  },
  {
    name: "amount",
    required: true,
    kind: "number",
    label: { sq: "Shuma (lekë)", en: "Amount (lekë)" },
    also: ["Shuma"],
    meaning: { sq: "Lekë, pa presje.", en: "Whole lekë." },
    example: "14000",
  },
  {
    name: "note_sq",
    label: { sq: "Shënim", en: "Note" },
    also: ["Shënim (shqip)"],
    meaning: {
      sq: "Pse shuma është ndryshe nga ajo që caktohet; e detyrueshme në atë rast.",
      en: "Why the amount is another than the rate gives; required then. In Albanian.",
    },
  },
  {
    name: "note_en",
    label: { sq: "Shënim (anglisht)", en: "Note (English)" },
    meaning: { sq: "Shënimi në anglisht.", en: "The note in English." },
  },
];
