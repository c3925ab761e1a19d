import { sql } from "kysely";
import type { TenantTx } from "../../db/tenant-db.ts";
import { phrases } from "../../http/phrases.ts";
import type { Locale, LocalizedText } from "../../locale.shared.ts";
import { fillPath } from "../../workspace/home.shared.ts";
import { type PersonPlace, placesIn } from "../editing/told-text.ts";
import type { TextCheck } from "../inspection/inspection.shared.ts";
import { documentsPaths } from "./documents.paths.shared.ts";

/** What was found in a file about persons, each with its page. @param called the file, in the words of whoever looks */
export function placesInFile(
  locale: Locale,
  [field, called]: readonly [field: string, called: string],
  findings: TextCheck["findings"],
  href?: string,
): PersonPlace[] {
  const t = phrases(locale, "documents");
  return findings.map(({ kind, need, hint, page }) => ({
    ...{ field, href, kind, need, hint },
    label: page === null ? called : `${called}, ${t("on_page", { page })}`,
  }));
}

interface Told {
  id: string;
  title: LocalizedText;
  newest: number;
  /** Each version in which something was found, the newest first. */
  found: readonly { version: number; findings: TextCheck["findings"] }[];
}

/**
 * What documents seem to say of persons to the public that may have them: their titles and their files, earlier versions
 * among them, each with the page of its document. One query for any number.
 */
export async function personsInDocuments(tx: TenantTx, ids: readonly string[], locale: Locale): Promise<PersonPlace[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<Told>`
    select d.id, d.title, max(v.version) as newest,
      coalesce(jsonb_agg(jsonb_build_object('version', v.version, 'findings', c.text -> 'findings') order by v.version desc)
        filter (where (c.text ->> 'found')::integer > 0), '[]') as found
    from documents d
    join document_versions v on v.document_id = d.id and v.visibility = 'public'
    left join file_checks c on c.sha256 = v.sha256
    where d.id = any(${[...ids]}::uuid[])
    group by d.id, d.title, d.created_at order by d.created_at, d.id`.execute(tx);
  const t = phrases(locale, "documents");
  return rows.flatMap(({ id, title, newest, found }) => {
    const at = `papers.${id}`;
    const href = fillPath(documentsPaths.one, { id })[locale];
    const name = title[locale] || title.sq;
    const ofVersion = (version: number) => (version === newest ? name : `${name}, ${t("version", { version })}`);
    return [
      ...placesIn([
        [`${at}.title.sq`, t("field_title_sq"), title.sq, href],
        [`${at}.title.en`, t("field_title_en"), title.en ?? "", href],
      ]),
      ...found.flatMap(({ version, findings }) => placesInFile(locale, [at, ofVersion(version)], findings, href)),
    ];
  });
}
