import { publications as phrasesEn } from "../../web/i18n/en/publications.ts";
import { publications as phrasesSq } from "../../web/i18n/sq/publications.ts";
import type { FieldCell, FieldRow } from "../features/publications/fields.schema.ts";
import { type FieldDefinition, publicationKind } from "../features/publications/kinds.shared.ts";
import type { Locale, LocalizedText } from "../locale.shared.ts";
import { htmlBlocks } from "../print/html-blocks.ts";
import type { Block, Paper } from "../print/paper.ts";
import type { DemoPublication } from "./demo-content.ts";
import { numericDate } from "./demo-days.ts";
import type { CouncilSource, FileSource } from "./source.schema.ts";

type PdfSource = Extract<FileSource, { type: "pdf" }>;

const phrases: Record<Locale, Record<string, string>> = { sq: phrasesSq, en: phrasesEn };
const said = (text: LocalizedText, locale: Locale) => (locale === "en" && text.en) || text.sq;
const amount = (value: number, locale: Locale) =>
  String(value).replace(/\B(?=(\d{3})+$)/g, locale === "sq" ? "\u00a0" : ",");

function cell(field: FieldDefinition, value: FieldCell | undefined, locale: Locale): string {
  if (value === undefined) return "";
  const choice = (one: string) => phrases[locale][`choice.${field.name}.${one}`] ?? one;
  if (Array.isArray(value)) return value.map(choice).join(", ");
  if (typeof value === "object") return said(value, locale);
  if (typeof value === "number") return field.kind === "year" ? String(value) : amount(value, locale);
  if (field.kind === "choice") return choice(value);
  return field.kind === "date" ? numericDate(value) : value;
}

function tableOf(field: FieldDefinition, rows: FieldRow[], locale: Locale): Block {
  const columns = field.columns ?? [];
  const isNumber = ({ kind }: FieldDefinition) => kind === "money" || kind === "integer";
  const label = ({ name }: FieldDefinition) => phrases[locale][`field.${name}`] ?? name;
  const sum = ({ name }: FieldDefinition) => rows.reduce((total, row) => total + Number(row[name] ?? 0), 0);
  return {
    kind: "table",
    caption: label(field),
    columns: columns.map((column) => ({
      title: label(column),
      width: column.kind === "localized" || column.kind === "paragraph" ? 34 : 15,
      align: isNumber(column) ? "right" : "left",
    })),
    rows: rows.map((row) => columns.map((column) => cell(column, row[column.name], locale))),
    ...(columns.some((column) => column.total) && {
      total: columns.map((column, index) =>
        column.total ? amount(sum(column), locale) : index > 0 ? "" : locale === "sq" ? "Gjithsej" : "Total",
      ),
    }),
  };
}

/** The typed fields of a publication: a line for each fact, then a table for each list; steps are told in order. */
function factsOf(publication: DemoPublication, locale: Locale, layout: Paper["layout"]): Block[] {
  const definitions = (publicationKind(publication.element)?.fields ?? []).filter(
    ({ name }) => publication.fields[name] !== undefined,
  );
  // An act and a leaflet say it all in their text.
  const facts = layout === "report" ? definitions.filter(({ kind }) => kind !== "rows") : [];
  const lists = definitions.filter(({ kind }) => kind === "rows");
  return [
    ...facts.map((field): Block => {
      const label = `${phrases[locale][`field.${field.name}`] ?? field.name}: `;
      const value = cell(field, publication.fields[field.name] as FieldCell, locale);
      return { kind: "paragraph", runs: [{ text: label, bold: true }, { text: value }] };
    }),
    ...lists.map((field): Block => {
      const rows = publication.fields[field.name] as FieldRow[];
      return field.name === "steps" ? stepsOf(rows, locale) : tableOf(field, rows, locale);
    }),
  ];
}

const stepsOf = (rows: FieldRow[], locale: Locale): Block => ({
  kind: "list",
  ordered: true,
  items: rows.map(({ step, explanation }) => [
    { text: `${said(step as LocalizedText, locale)}. `, bold: true },
    { text: said(explanation as LocalizedText, locale) },
  ]),
});

/**
 * The paper of a file: what its source says, and else the publication's own title, text and typed fields.
 * @param file already filled for the moment of the text that it belongs to
 */
export function paperOf(
  file: PdfSource,
  council: CouncilSource,
  brand: string,
  about: { title: LocalizedText; date: string; publication?: DemoPublication },
): Paper {
  const language = file.language ?? "sq";
  const { letterhead, footer, chair, secretary } = council.papers;
  const { publication } = about;
  const blocks = file.blocks?.flatMap((block): Block[] =>
    block.kind === "html" ? htmlBlocks(block.html.join("")) : [block],
  );
  const body = publication?.body && htmlBlocks(said(publication.body, language));
  const isAct = file.layout === "act";
  const summary = file.summary ?? (!isAct && publication?.summary && said(publication.summary, language));
  const title = file.heading ?? said(about.title, language);
  return {
    layout: file.layout,
    language,
    letterhead: letterhead[language],
    ...(file.genre && { genre: file.genre }),
    ...(file.number && { number: file.number }),
    title: isAct ? title.toLocaleUpperCase("sq") : title,
    ...(summary && { summary }),
    blocks: blocks ?? [...(body ?? []), ...(publication ? factsOf(publication, language, file.layout) : [])],
    ...(file.signatures && { signatures: file.signatures === "chair" ? [chair] : [secretary, chair] }),
    footer: footer[language],
    brand,
    date: about.date,
  };
}
