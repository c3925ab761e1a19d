import { sql } from "kysely";
import type { TenantTx } from "../../db/tenant-db.ts";
import { phrases } from "../../http/phrases.ts";
import type { Locale, LocalizedText } from "../../locale.shared.ts";
import { fillPath } from "../../workspace/home.shared.ts";
import type { PersonPlace } from "../editing/told-text.ts";
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

interface FoundInVersion {
  id: string;
  title: LocalizedText;
  version: number;
  isNewest: boolean;
  findings: TextCheck["findings"];
}

/**
 * What documents seem to say of persons to the public that may have them, earlier versions among it, each with the page of
 * its document. One query for any number.
 */
export async function personsInDocuments(tx: TenantTx, ids: readonly string[], locale: Locale): Promise<PersonPlace[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<FoundInVersion>`
    select d.id, d.title, v.version, c.text -> 'findings' as findings,
      not exists (select from document_versions later where later.document_id = d.id and later.version > v.version
        and later.visibility = 'public') as "isNewest"
    from documents d
    join document_versions v on v.document_id = d.id and v.visibility = 'public'
    join file_checks c on c.sha256 = v.sha256
    where d.id = any(${ids}::uuid[]) and (c.text ->> 'found')::integer > 0
    order by d.created_at, d.id, v.version desc`.execute(tx);
  const t = phrases(locale, "documents");
  return rows.flatMap(({ id, title, version, isNewest, findings }) => {
    const name = title[locale] || title.sq;
    const called = isNewest ? name : `${name}, ${t("version", { version }).toLocaleLowerCase(locale)}`;
    const href = fillPath(documentsPaths.one, { id })[locale];
    return placesInFile(locale, [`papers.${id}`, called], findings, href);
  });
}
