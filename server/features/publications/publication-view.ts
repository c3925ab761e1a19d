import { photoView } from "../albums/photo-view.ts";
import { withoutHistory } from "../documents/documents.queries.ts";
import type { DocumentHistory } from "../documents/documents.schema.ts";
import { type ElementCode, elementByCode, type InBoth } from "../elements/catalogue.shared.ts";
import type { PublicationKind } from "./kinds.shared.ts";
import type { ListedRow } from "./publications.queries.ts";
import type { PublicationSummary } from "./publications.schema.ts";

/** Paths of a publication's page. */
export function publicationUrl(element: string, slug: string): InBoth {
  const { path } = elementByCode(element as ElementCode);
  return { sq: `${path.sq}/${slug}`, en: `${path.en}/${slug}` };
}

/** Paths of a collection in another form: `.json`, `.csv`, `.xlsx`, `.atom`. */
export function exportUrl(element: string, ending: string, query = ""): InBoth {
  const { path } = elementByCode(element as ElementCode);
  return { sq: `${path.sq}.${ending}${query}`, en: `${path.en}.${ending}${query}` };
}

/** Only the fields that a list shows: tables of many rows stay on the publication's own page. */
export function listedFields(kind: PublicationKind, fields: Record<string, unknown>) {
  const shown = kind.fields.filter((field) => field.inList || field.name === kind.insteadOfFile);
  return Object.fromEntries(shown.flatMap(({ name }) => (name in fields ? [[name, fields[name]]] : [])));
}

/** A row of the database as it is answered. `fields` are given apart, since a list shows fewer. */
export const summaryView = (
  row: ListedRow,
  fields: Record<string, unknown>,
  documents: readonly DocumentHistory[] = [],
): PublicationSummary => {
  const { caption, alternative, width, height, renditions } = row;
  return {
    id: row.id,
    element: row.element,
    slug: row.slug,
    url: publicationUrl(row.element, row.slug),
    title: row.title,
    summary: row.summary,
    date: row.date,
    year: row.year,
    periodFrom: row.period_from,
    periodTo: row.period_to,
    tags: row.tags,
    fields,
    photo:
      caption && alternative && width && height && renditions
        ? photoView({ id: row.id, caption, alternative, width, height, renditions })
        : null,
    publishedAt: row.public_from!.toISOString(),
    documents: documents.map(withoutHistory),
  };
};
