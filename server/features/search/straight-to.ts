import { sql } from "kysely";
import { queryTerms, stems } from "../../albanian/albanian.ts";
import type { TenantTx } from "../../db/tenant-db.ts";
import { type ElementCode, elementByCode, type InBoth } from "../elements/catalogue.shared.ts";
import { actUrl } from "../elements/item-urls.shared.ts";

/** What people put before a number: it says that an act is meant, not which. */
const beforeNumbers = new Set(
  [
    "vkb",
    "vendim",
    "akt",
    "ligj",
    "urdhëresë",
    "rezolutë",
    "nr",
    "numër",
    "datë",
    "këshill",
    "bashkiak",
    "decision",
    "law",
    "act",
    "no",
  ].flatMap((word) => [...stems(word)]),
);

/** The reference that a question consists of; `null` where it asks for more, or for several. */
export function soleReference(text: string): string | null {
  const { terms, exact } = queryTerms(text);
  const references = exact.filter((key) => /^\d{1,5}\/\d{4}$/.test(key));
  const isOnly = terms.every(
    ({ kind, alternatives }) =>
      kind !== "word" ||
      alternatives.some(({ words }) => words.every((forms) => forms.some((stem) => beforeNumbers.has(stem)))),
  );
  return isOnly && references.length === 1 ? references[0]! : null;
}

/**
 * Where a reference leads: the one public act of this number and year, or the one law in the collection of laws.
 * `null` where there is none, or more than one.
 */
export async function straightTo(tx: TenantTx, reference: string, now: Date): Promise<InBoth | null> {
  const [number, year] = reference.split("/").map(Number);
  const { rows } = await sql<{ kind: "act" | "law"; slug: string }>`
    select 'act' as kind, slug from acts
      where year = ${year} and number = ${number} and state = 'published' and public_from <= ${now}
    union all
    select 'law', slug from publications
      where element = 'I.1.1' and fields ->> 'number' = ${reference} and state = 'published' and public_from <= ${now}
    limit 2`.execute(tx);
  if (rows.length !== 1) return null;
  const { kind, slug } = rows[0]!;
  if (kind === "act") return actUrl(slug);
  const { path } = elementByCode("I.1.1" satisfies ElementCode);
  return { sq: `${path.sq}/${slug}`, en: `${path.en}/${slug}` };
}
