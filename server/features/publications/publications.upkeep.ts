import { sql } from "kysely";
import type { LocalizedText } from "../../locale.shared.ts";
import { mostOf, type Upkept, within } from "../upkeep/upkept.ts";
import { type FieldDefinition, publicationKinds } from "./kinds.shared.ts";
import { publicationUrl } from "./publication-view.ts";

/** The addresses in typed fields, those in small tables too. */
function linksOf(
  definitions: readonly FieldDefinition[],
  values: Readonly<Record<string, unknown>>,
  within = "fields",
) {
  const links: Record<string, string> = {};
  for (const { name, kind, columns } of definitions) {
    const value = values[name];
    if (kind === "url" && typeof value === "string") links[`${within}.${name}`] = value;
    if (kind === "rows" && Array.isArray(value))
      for (const [at, row] of value.entries())
        Object.assign(links, linksOf(columns ?? [], row as Record<string, unknown>, `${within}.${name}.${at}`));
  }
  return links;
}

const definitionsOf = (element: string): readonly FieldDefinition[] =>
  (publicationKinds as Readonly<Record<string, { fields: readonly FieldDefinition[] }>>)[element]?.fields ?? [];

export const publicationsUpkeep: Upkept = {
  entity: "publication",
  async read(tx, now, which) {
    const rows = await tx
      .selectFrom("publications as p")
      .leftJoin("publication_photos as f", "f.publication_id", "p.id")
      .where("p.state", "=", "published")
      .where("p.public_from", "<=", now)
      .where(within("p.id", which))
      .orderBy("p.id")
      .limit(mostOf(which))
      .select(["p.id", "p.element", "p.slug", "p.title", "p.body", "p.fields", "p.is_bilingual"])
      .select(sql<LocalizedText | null>`f.alternative`.as("alternative"))
      .execute();
    return rows.map(({ id, element, slug, title, body, fields, is_bilingual, alternative }) => ({
      id,
      title,
      url: publicationUrl(element, slug),
      texts: { body },
      links: linksOf(definitionsOf(element), fields),
      photos: alternative ? { photo: alternative } : undefined,
      inEnglish: is_bilingual,
    }));
  },
};
