import { aSlug, readQuery } from "../../http/list-query.ts";
import { elementByCode } from "../elements/catalogue.shared.ts";
import { electionUrl } from "../elements/item-urls.shared.ts";
import { titleOf } from "../elements/titles.ts";
import { type AnyRegister, type Register, textColumns } from "../open-data/register.ts";
import { percentage } from "./election-view.ts";
import { countResults, findResults, type ResultRow } from "./elections.queries.ts";

const { path } = elementByCode("I.2.4");

/** Its table can be imported again: see `elections-import.ts`, which takes the same names. */
const results: Register<{ election: string | null }, ResultRow> = {
  name: "elections",
  title: titleOf("I.2.4"),
  description: {
    sq: "Një rresht për çdo listë në çdo palë zgjedhjesh vendore, me votat, përqindjen, vendet dhe pjesëmarrjen.",
    en: "A row for each list in each local election, with votes, share, seats and turnout.",
  },
  path,
  areas: ["elections", "people"],
  columns: [
    { name: "held_on", kind: "date", label: { sq: "Data", en: "Date" }, value: (row) => row.held_on },
    {
      name: "kind",
      kind: "choice",
      label: { sq: "Lloji", en: "Kind" },
      choices: [
        { value: "ordinary", label: { sq: "Zgjedhje vendore", en: "Local elections" } },
        { value: "partial", label: { sq: "Zgjedhje të pjesshme", en: "Partial elections" } },
        { value: "repeated", label: { sq: "Zgjedhje të përsëritura", en: "Repeated elections" } },
      ],
      value: (row) => row.kind,
    },
    { name: "term", kind: "text", label: { sq: "Mandati", en: "Term" }, value: (row) => row.term },
    {
      name: "council_seats",
      kind: "integer",
      label: { sq: "Vende në Këshill", en: "Seats in the Council" },
      value: (row) => row.council_seats,
    },
    {
      name: "electorate",
      kind: "integer",
      label: { sq: "Zgjedhës në listë", en: "Registered voters" },
      value: (row) => row.electorate,
    },
    { name: "voters", kind: "integer", label: { sq: "Votuan", en: "Voted" }, value: (row) => row.voters },
    {
      name: "turnout",
      kind: "number",
      label: { sq: "Pjesëmarrja (%)", en: "Turnout (%)" },
      value: (row) => percentage(row.voters, row.electorate),
    },
    {
      name: "valid_ballots",
      kind: "integer",
      label: { sq: "Vota të vlefshme", en: "Valid ballots" },
      value: (row) => row.valid_ballots,
    },
    {
      name: "invalid_ballots",
      kind: "integer",
      label: { sq: "Vota të pavlefshme", en: "Invalid ballots" },
      value: (row) => row.invalid_ballots,
    },
    {
      name: "position",
      kind: "integer",
      label: { sq: "Numri në fletën e votimit", en: "Number on the ballot" },
      value: (row) => row.position,
    },
    ...textColumns("list", { sq: "Lista", en: "List" }, (row: ResultRow) => row.name),
    { name: "short_name", kind: "text", label: { sq: "Shkurtimi", en: "Short name" }, value: (row) => row.short_name },
    { name: "party", kind: "text", label: { sq: "Partia", en: "Party" }, value: (row) => row.party },
    { name: "votes", kind: "integer", label: { sq: "Vota", en: "Votes" }, value: (row) => row.votes },
    {
      name: "share",
      kind: "number",
      label: { sq: "Përqindja e votave (%)", en: "Share of the votes (%)" },
      value: (row) => percentage(row.votes, row.valid_ballots ?? Number(row.votes_of_all)),
    },
    { name: "seats", kind: "integer", label: { sq: "Vende të fituara", en: "Seats won" }, value: (row) => row.seats },
    ...textColumns("source", { sq: "Burimi", en: "Source" }, (row: ResultRow) => row.source),
    {
      name: "source_url",
      kind: "link",
      label: { sq: "Adresa e burimit", en: "Address of the source" },
      value: (row) => row.source_url,
    },
    {
      name: "url",
      kind: "link",
      label: { sq: "Faqja", en: "Page" },
      value: (row, { locale, origin }) => origin + electionUrl(row.slug)[locale],
    },
  ],
  filters: (query) => readQuery({ election: aSlug }, query),
  total: (tx, { election }, now) => countResults(tx, election, now),
  batch: (tx, { election }, now, after, size) => findResults(tx, election, now, after, size),
};

export const electionsRegisters: readonly AnyRegister[] = [results];
