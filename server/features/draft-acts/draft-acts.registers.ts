import { phrases } from "../../http/phrases.ts";
import { natureColumn, proposerColumns, protocolColumn, subjectColumn, typeColumn } from "../acts/matter-columns.ts";
import { elementByCode } from "../elements/catalogue.shared.ts";
import { actUrl, draftActUrl } from "../elements/item-urls.shared.ts";
import { titleOf } from "../elements/titles.ts";
import { type AnyRegister, type Register, textColumns } from "../open-data/register.ts";
import { countDraftActs, findDraftBatch } from "./draft-acts.queries.ts";
import { commentStates, draftStages } from "./draft-acts.shared.ts";
import { type DraftFilters, draftFilters } from "./draft-filters.ts";

type Row = Awaited<ReturnType<typeof findDraftBatch>>[number];

const inBoth = (key: "stage.drafting") => ({ sq: phrases("sq", "drafts")(key), en: phrases("en", "drafts")(key) });
const stageChoices = draftStages.map((value) => ({ value, label: inBoth(`stage.${value}` as "stage.drafting") }));
const stateChoices = commentStates.map((value) => ({ value, label: inBoth(`state.${value}` as "stage.drafting") }));

const draftActsRegister: Register<DraftFilters, Row> = {
  name: "draft_acts",
  title: titleOf("I.3.7"),
  description: {
    sq: "Një rresht për çdo projektakt të publikuar: çfarë është, kush e propozon, deri kur priten ose priteshin komentet dhe ku ka mbërritur.",
    en: "A row for each published draft act: what it is, who proposes it, until when comments are or were awaited, and how far it has come.",
  },
  path: elementByCode("I.3.7").path,
  areas: ["drafts", "deadlines", "acts"],
  columns: [
    { name: "id", kind: "text", label: { sq: "Identifikuesi", en: "Identifier" }, value: (row) => row.id },
    {
      name: "registered_on",
      kind: "date",
      label: { sq: "Regjistruar më", en: "Registered on" },
      value: (row) => row.registered_on,
    },
    protocolColumn((row: Row) => row.protocol_number),
    typeColumn((row: Row) => row.type),
    natureColumn((row: Row) => row.nature),
    ...textColumns("title", { sq: "Titulli", en: "Title" }, (row: Row) => row.title),
    ...textColumns("summary", { sq: "Përmbledhja", en: "Summary" }, (row: Row) => row.summary),
    subjectColumn((row: Row) => row.subject),
    ...proposerColumns((row: Row) => row),
    {
      name: "stage",
      kind: "choice",
      label: { sq: "Faza", en: "Stage" },
      choices: stageChoices,
      value: (row) => row.stage,
    },
    {
      name: "consultation_required",
      kind: "boolean",
      label: { sq: "Ligji kërkon konsultim", en: "The law asks for consultation" },
      value: (row) => row.consultation_required,
    },
    {
      name: "comments",
      kind: "choice",
      label: { sq: "Komentet sot", en: "Comments today" },
      choices: stateChoices,
      value: (row) => row.comments,
    },
    {
      name: "initiative_from",
      kind: "date",
      label: { sq: "Njoftimi i nismës", en: "Notice of the initiative" },
      value: (row) => row.initiative_from,
    },
    {
      name: "initiative_until",
      kind: "date",
      label: { sq: "Mendimet për nismën deri më", en: "Views on the initiative until" },
      value: (row) => row.initiative_until,
    },
    {
      name: "consultation_from",
      kind: "date",
      label: { sq: "Njoftimi i konsultimit", en: "Notice of the consultation" },
      value: (row) => row.consultation_from,
    },
    {
      name: "consultation_until",
      kind: "date",
      label: { sq: "Komentet deri më", en: "Comments until" },
      value: (row) => row.consultation_until,
    },
    {
      name: "act_url",
      kind: "link",
      label: { sq: "Akti që doli prej tij", en: "The act that came of it" },
      value: (row, { locale, origin }) => row.act_slug && origin + actUrl(row.act_slug)[locale],
    },
    {
      name: "published_at",
      kind: "instant",
      label: { sq: "Publikuar", en: "Published" },
      value: (row) => row.public_from?.toISOString(),
    },
    {
      name: "updated_at",
      kind: "instant",
      label: { sq: "Ndryshuar", en: "Updated" },
      value: (row) => row.updated_at.toISOString(),
    },
    {
      name: "url",
      kind: "link",
      label: { sq: "Adresa", en: "Address" },
      value: (row, { locale, origin }) => origin + draftActUrl(row.slug)[locale],
    },
  ],
  filters: draftFilters,
  total: countDraftActs,
  batch: findDraftBatch,
};

export const draftActsRegisters: readonly AnyRegister[] = [draftActsRegister];
