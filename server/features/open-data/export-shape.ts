import { phrases } from "../../http/phrases.ts";
import type { Locale, LocalizedText } from "../../locale.shared.ts";
import type { FieldDefinition, PublicationKind } from "../publications/kinds.shared.ts";
import type { PublicationSummary } from "../publications/publications.schema.ts";

/** A publication whole, with addresses that work anywhere. */
export interface ExportedPublication extends Omit<PublicationSummary, "photo"> {
  body: LocalizedText | null;
  updatedAt: string;
}

const labelled = (key: string, locale: Locale): string => phrases(locale, "publications")(key as "field.number");
const inBoth = (key: string) => ({ sq: labelled(key, "sq"), en: labelled(key, "en") });

/** What the typed fields of a collection mean: the schema that travels with its data. */
export const describeFields = (fields: readonly FieldDefinition[]): object[] =>
  fields.map(({ name, kind, required, choices, columns }) => ({
    name,
    kind,
    required: required ?? false,
    label: inBoth(`field.${name}`),
    ...(choices && { choices: choices.map((value) => ({ value, label: inBoth(`choice.${name}.${value}`) })) }),
    ...(columns && { columns: describeFields(columns) }),
  }));

type Cell = string | number | null | undefined;
interface Column {
  name: string;
  value(publication: ExportedPublication): Cell;
}

const textColumns = (
  name: string,
  text: (publication: ExportedPublication) => LocalizedText | null | undefined,
): Column[] => [
  { name: `${name}_sq`, value: (publication) => text(publication)?.sq },
  { name: `${name}_en`, value: (publication) => text(publication)?.en },
];

function fieldColumns({ name, kind }: FieldDefinition, locale: Locale): Column[] {
  const of = (publication: ExportedPublication) => publication.fields[name];
  const label = (value: unknown) => (value ? labelled(`choice.${name}.${value}`, locale) : null);
  switch (kind) {
    case "localized":
    case "paragraph":
      return textColumns(name, (publication) => of(publication) as LocalizedText | undefined);
    case "choice":
      return [
        { name, value: (publication) => of(publication) as string },
        { name: `${name}_label`, value: (publication) => label(of(publication)) },
      ];
    case "choices":
      return [
        { name, value: (publication) => (of(publication) as string[] | undefined)?.join("; ") },
        {
          name: `${name}_label`,
          value: (publication) => (of(publication) as string[] | undefined)?.map(label).join("; "),
        },
      ];
    case "rows":
      return [{ name, value: (publication) => of(publication) && JSON.stringify(of(publication)) } as Column];
    default:
      return [{ name, value: (publication) => of(publication) as Cell }];
  }
}

const dating: Record<PublicationKind["dating"], Column[]> = {
  date: [{ name: "date", value: ({ date }) => date }],
  year: [{ name: "year", value: ({ year }) => year }],
  period: [
    { name: "period_from", value: ({ periodFrom }) => periodFrom },
    { name: "period_to", value: ({ periodTo }) => periodTo },
  ],
};

/**
 * The columns of a collection's table, in the code's own names so that programs can rely on them. A choice has its
 * value and what it means; a table inside a publication is JSON in one cell; the text itself is in the JSON alone.
 */
export const columnsOf = (kind: PublicationKind, locale: Locale): Column[] => [
  { name: "id", value: ({ id }) => id },
  ...dating[kind.dating],
  ...textColumns("title", ({ title }) => title),
  ...textColumns("summary", ({ summary }) => summary),
  ...kind.fields.flatMap((field) => fieldColumns(field, locale)),
  { name: "tags", value: ({ tags }) => tags.join("; ") },
  { name: "published_at", value: ({ publishedAt }) => publishedAt },
  { name: "updated_at", value: ({ updatedAt }) => updatedAt },
  { name: "url", value: ({ url }) => url[locale] },
  { name: "files", value: ({ documents }) => documents.map(({ url }) => url).join(" ") },
  { name: "files_sha256", value: ({ documents }) => documents.map(({ sha256 }) => sha256).join(" ") },
];
