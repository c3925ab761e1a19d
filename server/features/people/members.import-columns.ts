import { choicesOf, type ImportColumn } from "../../import/column.ts";
import { endReasons } from "../bodies/bodies.shared.ts";
import { genders } from "./people.schema.ts";

/** What a member may be in the Council, by either form of the word. */
export const seatRoles = ["member", "chair", "deputy_chair"] as const;
const inBothForms = choicesOf("people", "role.", seatRoles).map((choice, at) => {
  const office = choicesOf("people", "office.", seatRoles)[at]!.label;
  const female = choicesOf(
    "people",
    "role.",
    seatRoles.map((role) => `${role}_female`),
  )[at]!.label;
  const officeOfWoman = choicesOf(
    "people",
    "office.",
    seatRoles.map((role) => `${role}_female`),
  )[at]!.label;
  return { ...choice, also: [office, female, officeOfWoman].flatMap(({ sq, en }) => [sq, en]) };
});

/** A row is one holder of one seat in one term. */
export const memberColumns: readonly ImportColumn[] = [
  {
    name: "term",
    required: true,
    label: { sq: "Mandati", en: "Term" },
    meaning: {
      sq: "Mandati si në faqen e anëtarëve, p.sh. 2023-2027. Duhet të jetë krijuar më parë.",
      en: "The term as on the members’ page: 2023-2027. It must be there already.",
    },
    example: "2023-2027",
  },
  {
    name: "seat",
    required: true,
    kind: "number",
    label: { sq: "Vendi", en: "Seat" },
    meaning: {
      sq: "Numri i vendit, nga 1. Kush zëvendëson dikë, ka të njëjtin vend në rreshtin e vet.",
      en: "The seat’s number, from 1. Whoever follows somebody has the same seat in a row of their own.",
    },
    example: "1",
  },
  {
    name: "name",
    required: true,
    label: { sq: "Emri", en: "Name" },
    meaning: { sq: "Emri dhe mbiemri.", en: "Given name and family name." },
    example: "Mira Gjoka",
  },
  {
    name: "family_name",
    label: { sq: "Mbiemri", en: "Family name" },
    meaning: {
      sq: "Vetëm kur mbiemri nuk është fjala e fundit e emrit.",
      en: "Only where the family name is not the last word of the name.",
    },
  },
  {
    name: "gender",
    label: { sq: "Gjinia", en: "Gender" },
    meaning: {
      sq: "Nga kjo llogaritet barazia gjinore e Këshillit.",
      en: "The Council’s gender balance is counted from it.",
    },
    example: "grua",
    choices: choicesOf("people", "gender.", genders),
  },
  {
    name: "role",
    label: { sq: "Roli në Këshill", en: "Role in the Council" },
    meaning: { sq: "Bosh do të thotë anëtar.", en: "Empty means member." },
    example: "Kryetar",
    choices: inBothForms,
  },
  {
    name: "party",
    label: { sq: "Lista", en: "List" },
    also: ["Partia (shkurt)", "Party (short)"],
    meaning: {
      sq: "Shkurtimi i partisë ose i listës, e cila duhet të jetë krijuar më parë. Bosh kur nuk dihet ose nuk ka.",
      en: "The short name of the party or list, which must be there already. Empty where there is none, or none is known.",
    },
  },
  {
    name: "occupation_sq",
    label: { sq: "Profesioni", en: "Occupation" },
    also: ["Profesioni (shqip)", "Occupation (Albanian)"],
    meaning: { sq: "Profesioni.", en: "The occupation, in Albanian." },
    example: "Juriste",
  },
  {
    name: "occupation_en",
    label: { sq: "Profesioni (anglisht)", en: "Occupation (English)" },
    meaning: { sq: "Profesioni në anglisht.", en: "The occupation in English." },
    example: "Lawyer",
  },
  {
    name: "phone",
    label: { sq: "Telefoni", en: "Telephone" },
    meaning: { sq: "Numri që mund të publikohet.", en: "A number that may be published." },
  },
  {
    name: "email",
    label: { sq: "Posta elektronike", en: "E-mail" },
    meaning: { sq: "Adresa që mund të publikohet.", en: "An address that may be published." },
    example: "mira.gjoka@bashkia.example",
  },
  {
    name: "begins_on",
    required: true,
    kind: "day",
    label: { sq: "Nga", en: "From" },
    meaning: { sq: "Dita kur filloi mandati i këtij anëtari.", en: "The day on which this member’s mandate began." },
    example: "01.08.2023",
  },
  {
    name: "ends_on",
    kind: "day",
    label: { sq: "Deri", en: "To" },
    meaning: { sq: "Dita e fundit; bosh për kë është ende anëtar.", en: "The last day; empty for whoever still sits." },
  },
  {
    name: "end_reason",
    label: { sq: "Pse mbaroi", en: "Why it ended" },
    meaning: { sq: "Vetëm kur mandati ka mbaruar.", en: "Only where the mandate has ended." },
    choices: choicesOf("people", "end.", endReasons),
  },
];
