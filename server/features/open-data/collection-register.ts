import { once } from "../../db/once.ts";
import { phrases } from "../../http/phrases.ts";
import type { Locale, LocalizedText } from "../../locale.shared.ts";
import { documentsOfPublications } from "../documents/documents.queries.ts";
import type { DocumentHistory } from "../documents/documents.schema.ts";
import { type ElementCode, elementByCode, type InBoth } from "../elements/catalogue.shared.ts";
import { titleOf } from "../elements/titles.ts";
import type { FieldDefinition, PublicationKind } from "../publications/kinds.shared.ts";
import { type ListFilters, listFilters } from "../publications/list-filters.ts";
import { publicationUrl, summaryView } from "../publications/publication-view.ts";
import { countMatching, findBatch, sizesOfCollections } from "../publications/publications.queries.ts";
import { type Cell, type CellKind, type Register, type RegisterColumn, textColumns } from "./register.ts";
import { collectionName } from "./register-paths.shared.ts";

/** A public row of a collection with its public files. */
interface Held {
  row: Awaited<ReturnType<typeof findBatch>>[number];
  documents: DocumentHistory[];
}
type Column = RegisterColumn<Held>;

const phrase = (key: string, locale: Locale): string => phrases(locale, "publications")(key as "field.number");
const inBoth = (key: string): InBoth => ({ sq: phrase(key, "sq"), en: phrase(key, "en") });
const labelOf = ({ name }: FieldDefinition) => inBoth(`field.${name}`);
const choicesOf = ({ name, choices }: FieldDefinition) =>
  choices?.map((value) => ({ value, label: inBoth(`choice.${name}.${value}`) }));

/** What the typed fields of a collection mean: the schema that travels with its data. */
const describeFields = (fields: readonly FieldDefinition[]): object[] =>
  fields.map((field) => ({
    name: field.name,
    kind: field.kind,
    required: field.required ?? false,
    label: labelOf(field),
    ...(field.choices && { choices: choicesOf(field) }),
    ...(field.columns && { columns: describeFields(field.columns) }),
  }));

const cellKinds: Partial<Record<FieldDefinition["kind"], CellKind>> = {
  date: "date",
  year: "integer",
  money: "money",
  integer: "integer",
  url: "link",
  choice: "choice",
};

/** A table inside a publication is JSON in one cell; several choices are joined, and what they mean beside them. */
function fieldColumns(field: FieldDefinition): Column[] {
  const { name, kind } = field;
  const label = labelOf(field);
  const of = ({ row }: Held): unknown => row.fields[name];
  switch (kind) {
    case "localized":
    case "paragraph":
      return textColumns(name, label, (held: Held) => of(held) as LocalizedText | undefined);
    case "choices":
      return [
        { name, kind: "text", label, value: (held) => (of(held) as string[] | undefined)?.join("; ") },
        {
          name: `${name}_label`,
          kind: "text",
          label: { sq: `${label.sq} (kuptimi)`, en: `${label.en} (meaning)` },
          value: (held, { locale }) =>
            (of(held) as string[] | undefined)?.map((value) => phrase(`choice.${name}.${value}`, locale)).join("; "),
        },
      ];
    case "rows":
      return [{ name, kind: "text", label, value: (held) => (of(held) ? JSON.stringify(of(held)) : null) }];
    default:
      return [
        {
          name,
          kind: cellKinds[kind] ?? "text",
          label,
          choices: kind === "choice" ? choicesOf(field) : undefined,
          value: (held) => of(held) as Cell,
        },
      ];
  }
}

const dating: Record<PublicationKind["dating"], Column[]> = {
  date: [{ name: "date", kind: "date", label: { sq: "Data", en: "Date" }, value: ({ row }) => row.date }],
  year: [{ name: "year", kind: "integer", label: { sq: "Viti", en: "Year" }, value: ({ row }) => row.year }],
  period: [
    { name: "period_from", kind: "date", label: { sq: "Nga", en: "From" }, value: ({ row }) => row.period_from },
    { name: "period_to", kind: "date", label: { sq: "Deri", en: "To" }, value: ({ row }) => row.period_to },
  ],
};

const before: Column[] = [
  ...textColumns("title", { sq: "Titulli", en: "Title" }, ({ row }: Held) => row.title),
  ...textColumns("summary", { sq: "Përmbledhja", en: "Summary" }, ({ row }: Held) => row.summary),
];

const after: Column[] = [
  { name: "tags", kind: "text", label: { sq: "Temat", en: "Tags" }, value: ({ row }) => row.tags.join("; ") },
  {
    name: "published_at",
    kind: "instant",
    label: { sq: "Publikuar", en: "Published" },
    value: ({ row }) => row.public_from?.toISOString(),
  },
  {
    name: "updated_at",
    kind: "instant",
    label: { sq: "Ndryshuar", en: "Updated" },
    value: ({ row }) => row.updated_at.toISOString(),
  },
  {
    name: "url",
    kind: "link",
    label: { sq: "Adresa", en: "Address" },
    value: ({ row }, { locale, origin }) => origin + publicationUrl(row.element, row.slug)[locale],
  },
  {
    name: "files",
    kind: "text",
    label: { sq: "Skedarët", en: "Files" },
    value: ({ documents }, { origin }) => documents.map(({ url }) => origin + url).join(" "),
  },
  {
    name: "files_sha256",
    kind: "text",
    label: { sq: "SHA-256 e skedarëve", en: "SHA-256 of the files" },
    value: ({ documents }) => documents.map(({ sha256 }) => sha256).join(" "),
  },
];

/** A collection of documents as a register: what its typed fields hold, and where its papers are. */
export function collectionRegister(kind: PublicationKind): Register<ListFilters, Held> {
  const code = kind.element as ElementCode;
  const { path, short } = elementByCode(code);
  const official = titleOf(code);
  return {
    name: collectionName(code),
    title: short,
    description: {
      sq: `${official.sq}.`,
      en: `${official.en}.`,
    },
    path,
    areas: ["publications"],
    columns: [
      { name: "id", kind: "text", label: { sq: "Identifikuesi", en: "Identifier" }, value: ({ row }) => row.id },
      ...dating[kind.dating],
      ...before,
      ...kind.fields.flatMap(fieldColumns),
      ...after,
    ],
    filters: (query) => listFilters(kind, query),
    whole: async (tx, now) =>
      (await once(tx, sizesOfCollections, () => sizesOfCollections(tx, now))).get(code) ?? {
        total: 0,
        changedAt: null,
      },
    total: (tx, filters, now) => countMatching(tx, kind, filters, now),
    async batch(tx, filters, now, last, size) {
      const rows = await findBatch(tx, kind, filters, now, last?.row ?? null, size);
      const ids = rows.map(({ id }) => id);
      const documents = await documentsOfPublications(tx, ids, now);
      return rows.map((row) => ({ row, documents: documents.get(row.id) ?? [] }));
    },
    item({ row, documents }, { origin }) {
      const { photo: _, ...summary } = summaryView(row, row.fields, documents);
      return {
        ...summary,
        url: { sq: origin + summary.url.sq, en: origin + summary.url.en },
        documents: summary.documents.map((document) => ({ ...document, url: origin + document.url })),
        body: row.body,
        updatedAt: row.updated_at.toISOString(),
      };
    },
    about: { title: official, fields: describeFields(kind.fields) },
    asked: ({ q, year, tag, fields }) => ({ q, year, tag, fields }),
  };
}
