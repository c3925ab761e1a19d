import { sql } from "kysely";
import type { TenantTx } from "../../db/tenant-db.ts";
import { phrases } from "../../http/phrases.ts";
import type { Locale, LocalizedText } from "../../locale.shared.ts";
import { fillPath } from "../../workspace/home.shared.ts";
import { type PersonPlace, placesIn } from "../editing/told-text.ts";
import type { TextCheck } from "../inspection/inspection.shared.ts";
import { documentsPaths } from "./documents.paths.shared.ts";

/** A file that the public is about to have; `text` is `null` where it came before files were looked into. */
interface LookedInto {
  fileName: string;
  text: Pick<TextCheck, "state" | "findings"> | null;
  /** Its pages that a machine has read out of pictures since. */
  recognised?: readonly { page: number; text: string }[];
}

/** What joins words in the name of a file is none of theirs: `Lista_Arben-Hoxha.pdf`. A day keeps its dots. */
const wordsOf = (fileName: string) => fileName.replaceAll(/_|(?<=\p{L})[-.]|[-.](?=\p{L})/gu, " ");

/** In whose text nobody has looked for persons. */
const unseen = { none: "text_none", partly: "text_partly", unread: "text_unread" } as const;

/**
 * What a file and its name say of persons, each with its page, and that it is a scan whose text nobody could look into.
 * @param called the file, in the words of whoever looks
 */
export function placesInFile(
  locale: Locale,
  [field, called]: readonly [field: string, called: string],
  { fileName, text, recognised = [] }: LookedInto,
  href?: string,
): PersonPlace[] {
  const t = phrases(locale, "documents");
  const findings = text?.findings ?? [];
  const state = text?.state;
  const onPage = (page: number) => `${called}, ${t("on_page", { page })}`;
  return [
    ...placesIn([[`${field}.name`, `${called}, ${t("file_name")}`, wordsOf(fileName), href]]),
    ...(state === "none" || state === "partly" || state === "unread"
      ? [
          {
            ...{ field, href, label: called, need: null, hint: "" },
            kind: recognised.length > 0 ? ("text_recognised" as const) : unseen[state],
          },
        ]
      : []),
    ...placesIn(recognised.map(({ page, text: read }) => [field, onPage(page), read, href])),
    ...findings.map(({ kind, need, hint, page }) => ({
      ...{ field, href, kind, need, hint },
      label: page === null ? called : onPage(page),
    })),
  ];
}

/** A document, and what is to be looked at in it before the public has it. */
export interface DocumentSaying {
  id: string;
  title: LocalizedText;
  places: PersonPlace[];
}

interface Told {
  id: string;
  title: LocalizedText;
  /** Those that the public may have, the newest first. */
  versions: readonly (LookedInto & { version: number; sha256: string })[];
}

/** What a machine has read in these files, by their sums. */
async function readByMachine(tx: TenantTx, files: readonly string[]) {
  const pages =
    files.length === 0
      ? []
      : await tx
          .selectFrom("document_texts")
          .where("sha256", "in", files)
          .where("is_machine_read", "=", true)
          .orderBy("page")
          .select(["sha256", "page", "text"])
          .execute();
  return Map.groupBy(pages, ({ sha256 }) => sha256);
}

/**
 * What documents seem to say of persons to the public that may have them: their titles, their files and the names of these,
 * earlier versions among them, each with the page of its document. Two queries for any number.
 * @returns every one of them, in the order in which they came
 */
export async function lookIntoDocuments(
  tx: TenantTx,
  ids: readonly string[],
  locale: Locale,
): Promise<DocumentSaying[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<Told>`
    select d.id, d.title,
      coalesce(jsonb_agg(jsonb_build_object('version', v.version, 'fileName', v.file_name, 'sha256', v.sha256,
        'text', jsonb_build_object('state', c.text -> 'state', 'findings', coalesce(c.text -> 'findings', '[]')))
        order by v.version desc) filter (where v.version is not null), '[]') as versions
    from documents d
    left join document_versions v on v.document_id = d.id and v.visibility = 'public'
    left join file_checks c on c.sha256 = v.sha256
    where d.id = any(${[...ids]}::uuid[])
    group by d.id, d.title, d.created_at order by d.created_at, d.id`.execute(tx);
  const scans = rows.flatMap(({ versions }) =>
    versions.filter(({ text }) => text?.state === "none" || text?.state === "partly").map(({ sha256 }) => sha256),
  );
  const read = await readByMachine(tx, scans);
  const t = phrases(locale, "documents");
  return rows.map(({ id, title, versions }) => {
    const at = `papers.${id}`;
    const href = fillPath(documentsPaths.one, { id })[locale];
    const name = title[locale] || title.sq;
    const [newest, ...earlier] = versions.map((one) => ({ ...one, recognised: read.get(one.sha256) ?? [] }));
    const ofTitle = placesIn([
      [`${at}.title.sq`, t("field_title_sq"), title.sq, href],
      [`${at}.title.en`, t("field_title_en"), title.en ?? "", href],
    ]);
    const ofNewest = newest ? placesInFile(locale, [at, name], newest, href) : [];
    // That an earlier one is a scan needs no word: whoever cannot read it reads the newest.
    const ofEarlier = earlier.flatMap(({ version, text, ...file }) => {
      const said = { ...file, text: text && { ...text, state: "text" as const } };
      return placesInFile(locale, [at, `${name}, ${t("version", { version })}`], said, href);
    });
    return { id, title, places: newest ? [...ofTitle, ...ofNewest, ...ofEarlier] : [] };
  });
}

/** The same as places in one list. */
export const personsInDocuments = async (
  tx: TenantTx,
  ids: readonly string[],
  locale: Locale,
): Promise<PersonPlace[]> => (await lookIntoDocuments(tx, ids, locale)).flatMap(({ places }) => places);
