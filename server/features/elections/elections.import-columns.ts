import { choicesOf, type ImportColumn } from "../../import/column.ts";
import { electionKinds } from "./elections.shared.ts";

/** A row is a list in an election; what is the same for all lists of an election stands in each of its rows. */
export const electionColumns: readonly ImportColumn[] = [
  {
    name: "held_on",
    required: true,
    kind: "day",
    label: { sq: "Data", en: "Date" },
    meaning: { sq: "Dita e votimit, p.sh. 14.05.2023.", en: "The day of the vote, such as 14.05.2023." },
    example: "14.05.2023",
  },
  {
    name: "kind",
    label: { sq: "Lloji", en: "Kind" },
    meaning: { sq: "Bosh do të thotë zgjedhje vendore.", en: "Empty means local elections." },
    example: "Zgjedhje vendore",
    choices: choicesOf("elections", "kind.", electionKinds),
  },
  {
    name: "term",
    label: { sq: "Mandati", en: "Term" },
    meaning: {
      sq: "Mandati që filloi me këto zgjedhje, si në faqen e anëtarëve, p.sh. 2023-2027. Duhet të jetë krijuar më parë.",
      en: "The term that began with these elections, as on the members’ page: 2023-2027. It must be there already.",
    },
  },
  {
    name: "council_seats",
    required: true,
    kind: "number",
    label: { sq: "Vende në Këshill", en: "Seats in the Council" },
    meaning: { sq: "Sa vende ka gjithë Këshilli.", en: "How many seats the whole Council has." },
    example: "31",
  },
  {
    name: "electorate",
    kind: "number",
    label: { sq: "Zgjedhës në listë", en: "Registered voters" },
    meaning: { sq: "Numri i zgjedhësve në listat e votimit.", en: "How many voters were registered." },
    example: "54210",
  },
  {
    name: "voters",
    kind: "number",
    label: { sq: "Votuan", en: "Voted" },
    meaning: { sq: "Sa zgjedhës votuan.", en: "How many of them voted." },
    example: "23118",
  },
  {
    name: "valid_ballots",
    kind: "number",
    label: { sq: "Vota të vlefshme", en: "Valid ballots" },
    meaning: { sq: "Fletë të vlefshme, të gjitha listat bashkë.", en: "Valid ballots of all lists together." },
    example: "22640",
  },
  {
    name: "invalid_ballots",
    kind: "number",
    label: { sq: "Vota të pavlefshme", en: "Invalid ballots" },
    meaning: { sq: "Fletë të pavlefshme.", en: "Invalid ballots." },
    example: "478",
  },
  {
    name: "position",
    kind: "number",
    label: { sq: "Numri në fletën e votimit", en: "Number on the ballot" },
    meaning: { sq: "Radha e listës në fletën e votimit.", en: "Where the list stood on the ballot." },
    example: "1",
  },
  {
    name: "list_sq",
    required: true,
    label: { sq: "Lista", en: "List" },
    also: ["Lista (shqip)", "List (Albanian)"],
    meaning: { sq: "Emri i plotë i listës.", en: "The list’s full name, in Albanian." },
    example: "Lista për Qytetin",
  },
  {
    name: "list_en",
    label: { sq: "Lista (anglisht)", en: "List (English)" },
    meaning: { sq: "Emri i listës në anglisht.", en: "The list’s name in English." },
    example: "List for the City",
  },
  {
    name: "short_name",
    required: true,
    label: { sq: "Shkurtimi", en: "Short name" },
    meaning: {
      sq: "Si shkruhet shkurt lista, një herë në të njëjtat zgjedhje.",
      en: "The list’s abbreviation, once in an election.",
    },
    example: "LPQ",
  },
  {
    name: "party",
    label: { sq: "Partia", en: "Party" },
    meaning: {
      sq: "Identifikuesi i partisë, nëse lista është e njërës prej partive të regjistruara.",
      en: "The party’s identifier, where the list is one of the parties that are registered.",
    },
  },
  {
    name: "votes",
    required: true,
    kind: "number",
    label: { sq: "Vota", en: "Votes" },
    meaning: { sq: "Votat e listës.", en: "The list’s votes." },
    example: "11820",
  },
  {
    name: "seats",
    required: true,
    kind: "number",
    label: { sq: "Vende të fituara", en: "Seats won" },
    also: ["Vende"],
    meaning: {
      sq: "Vendet që fitoi lista; të gjitha bashkë japin vendet në Këshill.",
      en: "The seats that the list won; together they are the seats in the Council.",
    },
    example: "31",
  },
  {
    name: "source_sq",
    label: { sq: "Burimi", en: "Source" },
    also: ["Burimi (shqip)"],
    meaning: { sq: "Nga vijnë shifrat.", en: "Where the figures come from, in Albanian." },
    example: "Komisioni Qendror i Zgjedhjeve",
  },
  {
    name: "source_en",
    label: { sq: "Burimi (anglisht)", en: "Source (English)" },
    meaning: { sq: "Burimi në anglisht.", en: "The source in English." },
    example: "Central Election Commission",
  },
  {
    name: "source_url",
    label: { sq: "Adresa e burimit", en: "Address of the source" },
    meaning: { sq: "Adresa në internet e burimit.", en: "Where the source is on the web." },
    example: "https://kqz.gov.al/",
  },
];
