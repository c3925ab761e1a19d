import { documentsOfPublications } from "../documents/documents.queries.ts";
import { type ElementCode, elementByCode } from "../elements/catalogue.shared.ts";
import { publicationUrl } from "../publications/publication-view.ts";
import { findLatest } from "../publications/publications.queries.ts";
import { changedAt, enclosureAt, entriesPerFeed, type Subject } from "./subject.ts";

/** What was published last in these elements. */
export const publicationEntries =
  (elements: readonly string[]): Subject["entries"] =>
  async (tx, { locale, origin, now, idOf }) => {
    const rows = await findLatest(tx, elements, entriesPerFeed, now);
    const documents = await documentsOfPublications(
      tx,
      rows.map(({ id }) => id),
      now,
    );
    return rows.map((row) => ({
      id: idOf(`publications/${row.id}`),
      title: row.title,
      summary: row.summary,
      body: row.body,
      href: origin + publicationUrl(row.element, row.slug)[locale],
      publishedAt: row.public_from!,
      updatedAt: changedAt(row.updated_at, row.public_from!),
      categories: [
        { term: row.element, label: elementByCode(row.element as ElementCode).short[locale] },
        ...row.tags.map((term) => ({ term })),
      ],
      enclosures: (documents.get(row.id) ?? []).map(enclosureAt(origin)),
    }));
  };
