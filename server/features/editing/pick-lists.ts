import { type RawBuilder, sql } from "kysely";
import type { TenantTx } from "../../db/tenant-db.ts";
import { likeWords } from "../../http/list-query.ts";
import { phrases } from "../../http/phrases.ts";
import type { Actor } from "../../http/scope.ts";
import type { Locale } from "../../locale.shared.ts";
import { maySeeAllDrafts } from "../accounts/policies.ts";
import { type SameFile, sameFile } from "../documents/documents.desk.queries.ts";
import { documentsWithin, standsNowhere } from "../documents/documents-within.ts";
import type { TextCheck } from "../inspection/inspection.shared.ts";
import { foldedInSql, foldedTitle } from "./editable.ts";
import {
  type FormChoice,
  type FormDescription,
  type FormField,
  type FormValues,
  isSearched,
  type SearchedList,
} from "./form.shared.ts";
import { isBlank, rowsIn } from "./form-rows.shared.ts";
import { inLanguage } from "./titles-in-sql.ts";

/** Of long registers the latest are offered; all others are found by words. */
const latest = 50;
const mostFound = 20;
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const said = (text: RawBuilder<unknown>, locale: Locale) => inLanguage(text, sql.lit(locale));
const ask = async (tx: TenantTx, query: RawBuilder<FormChoice>) => (await query.execute(tx)).rows;

/** A register from which fields choose: where its rows stand, by what words they are found, what comes first. */
interface Searched {
  from: RawBuilder<unknown>;
  id: RawBuilder<unknown>;
  label(locale: Locale): RawBuilder<unknown>;
  words: RawBuilder<unknown>;
  /** What may be chosen anew; what is chosen already is named in any case. */
  offered: RawBuilder<unknown>;
  order: RawBuilder<unknown>;
  /** What of it somebody may choose from: of drafts, who sees all of them; of documents, what they may edit. */
  seen(asker: Asker): RawBuilder<unknown>;
}

/** For whom something may be chosen. */
export interface Asker {
  actor: Actor;
  now: Date;
  locale: Locale;
}

const isPublic = ({ actor, now }: Asker) =>
  maySeeAllDrafts(actor) ? sql`true` : sql`(state = 'published' and public_from <= ${now})`;

const searched: Readonly<Record<SearchedList, Searched>> = {
  people: {
    from: sql`people`,
    id: sql`id`,
    label: () => sql`name`,
    words: sql`folded_text`,
    offered: sql`binned_at is null`,
    order: sql`family_name, name, id`,
    seen: isPublic,
  },
  acts: {
    from: sql`acts`,
    id: sql`id`,
    label: (locale) => sql`number || '/' || series || ' – ' || ${said(sql`title`, locale)}`,
    // “12/2026” is folded to two words.
    words: sql`concat_ws(' ', folded_text, number, series)`,
    offered: sql`binned_at is null`,
    order: sql`adopted_on desc, number desc, id`,
    seen: isPublic,
  },
  drafts: {
    from: sql`draft_acts`,
    id: sql`id`,
    label: (locale) => said(sql`title`, locale),
    words: sql`concat_ws(' ', folded_text, ${foldedInSql(sql`protocol_number`)})`,
    offered: sql`binned_at is null`,
    order: sql`registered_on desc, id`,
    seen: isPublic,
  },
  items: {
    from: sql`agenda_items i join meetings m on m.id = i.meeting_id`,
    id: sql`i.id`,
    label: (locale) =>
      sql`to_char(m.day, 'DD.MM.YYYY') || ', ' || array_to_string(i.path, '.') || '. ' || ${said(sql`i.title`, locale)}`,
    words: sql`concat_ws(' ', ${foldedTitle(sql`i.title`)}, to_char(m.day, 'DD MM YYYY'))`,
    // Only on what was opened may something have been adopted.
    offered: sql`m.stage in ('open', 'closed', 'minutes_published')`,
    order: sql`m.day desc, i.path, i.id`,
    seen: ({ actor, now }) =>
      maySeeAllDrafts(actor) ? sql`true` : sql`(m.state = 'published' and m.public_from <= ${now})`,
  },
  documents: {
    from: sql`documents`,
    id: sql`id`,
    label: (locale) => said(sql`title`, locale),
    words: foldedTitle(sql`title`),
    // A document stands in one place.
    offered: standsNowhere(sql`documents.id`),
    order: sql`created_at desc, id`,
    seen: ({ actor }) => documentsWithin(actor, sql`documents.id`) ?? sql`true`,
  },
};

/** What may be chosen of a register: what holds all the words, or, without any, the latest. */
export function findChoices(
  tx: TenantTx,
  list: SearchedList,
  asker: Asker,
  words: string | null = null,
  limit = words === null ? latest : mostFound,
): Promise<FormChoice[]> {
  const { from, id, label, words: text, offered, order, seen } = searched[list];
  const holds = [...likeWords(words).map((word) => sql`${text} like ${word}`), seen(asker)];
  return ask(
    tx,
    sql<FormChoice>`select ${id}::text as value, ${label(asker.locale)} as label from ${from}
      where ${sql.join([offered, ...holds], sql` and `)} order by ${order} limit ${limit}`,
  );
}

/**
 * What is chosen already, by its name. Ids that are none of this council's are left out.
 * @param stored what stands in the thing itself, and is named whatever it is; all else may have been typed by anybody
 */
async function nameChoices(
  tx: TenantTx,
  list: SearchedList,
  asker: Asker,
  ids: readonly string[],
  stored: ReadonlySet<string>,
) {
  const known = ids.filter((one) => uuid.test(one));
  if (known.length === 0) return [];
  const { from, id, label, seen } = searched[list];
  const named = known.filter((one) => stored.has(one));
  return ask(
    tx,
    sql<FormChoice>`select ${id}::text as value, ${label(asker.locale)} as label from ${from}
      where ${id} = any (${known}::uuid[]) and (${id} = any (${named}::uuid[]) or ${seen(asker)})`,
  );
}

/** Says of the documents that are chosen what was found in their files. */
async function withWarnings(
  tx: TenantTx,
  { actor, locale }: Asker,
  choices: readonly FormChoice[],
  ids: ReadonlySet<string>,
) {
  const known = [...ids].filter((one) => uuid.test(one));
  if (known.length === 0) return choices;
  const t = phrases(locale, "documents");
  const { rows } = await sql<{ id: string; state: TextCheck["state"]; found: number; sameAs: SameFile | null }>`
    select distinct on (v.document_id) v.document_id as id, c.text ->> 'state' as state, (c.text -> 'found')::integer as found,
      ${sameFile(actor)} as "sameAs"
    from documents d join document_versions v on v.document_id = d.id join file_checks c on c.sha256 = v.sha256
    where d.id = any (${known}::uuid[]) order by v.document_id, v.uploaded_at desc`.execute(tx);
  const said = new Map(
    rows.map(({ id, state, found, sameAs }) => [
      id,
      [
        ...(sameAs ? [t("same_as", { title: sameAs.title[locale] || sameAs.title.sq })] : []),
        ...(found > 0 ? [t("warn_persons", { count: found })] : []),
        ...(state === "none" ? [t("warn_scanned")] : []),
        ...(state === "partly" ? [t("warn_partly")] : []),
      ],
    ]),
  );
  return choices.map((one) => ({ ...one, ...(said.get(one.value)?.length && { warnings: said.get(one.value)! }) }));
}

type Chosen = Map<SearchedList, Set<string>>;

/** The searched lists of a form, each with what is chosen of it where something stands in the form. */
function chosenIn(fields: readonly FormField[], values: FormValues, within = "", chosen: Chosen = new Map()): Chosen {
  for (const field of fields) {
    if (field.kind === "group") chosenIn(field.fields, values, within, chosen);
    else if (field.kind === "rows") {
      chosenIn(field.fields, {}, "", chosen);
      for (const row of rowsIn(values, within + field.name, field))
        chosenIn(field.fields, values, `${within}${field.name}.${row}.`, chosen);
    } else if (field.kind === "pick" && isSearched(field.from)) {
      const ids = chosen.get(field.from) ?? new Set();
      const value = values[within + field.name];
      chosen.set(field.from, isBlank(value) ? ids : ids.add([value].flat()[0] as string));
    }
  }
  return chosen;
}

/** What somebody without script looks for in a list of the form. */
export interface Finding {
  /** The field for which it is looked for. */
  field: string;
  list: SearchedList;
  words: string;
}

/**
 * A form with what can be chosen of its long lists: the latest or what is looked for, and all that stands in it already.
 * @param stored as the thing stands or stood
 * @param typed as somebody sent it: of what they may not choose it says no name
 */
export async function withLists(
  tx: TenantTx,
  asker: Asker,
  { fields, lists }: FormDescription,
  stored: readonly FormValues[],
  typed: FormValues | null = null,
  finding: Finding | null = null,
): Promise<FormDescription> {
  const all = { ...lists };
  let sought: FormDescription["sought"];
  const standing: Chosen = new Map();
  for (const values of stored) chosenIn(fields, values, "", standing);
  const chosen: Chosen = new Map([...standing].map(([list, ids]) => [list, new Set(ids)]));
  if (typed) chosenIn(fields, typed, "", chosen);
  for (const [list, ids] of chosen) {
    const offered = await findChoices(tx, list, asker, finding?.list === list ? finding.words : null, latest);
    if (finding?.list === list) sought = { field: finding.field, found: offered };
    const missing = [...ids].filter((id) => !offered.some(({ value }) => value === id));
    const named = [...(await nameChoices(tx, list, asker, missing, standing.get(list) ?? new Set())), ...offered];
    all[list] = list === "documents" ? await withWarnings(tx, asker, named, ids) : named;
  }
  return { fields, lists: all, ...(sought && { sought }) };
}

/** Which list a field chooses from, by its name in a form; `null` where it is no such field. */
export function listOf(fields: readonly FormField[], name: string): SearchedList | null {
  for (const field of fields) {
    if (field.kind === "group") {
      const found = listOf(field.fields, name);
      if (found) return found;
    } else if (field.kind === "rows" && name.startsWith(`${field.name}.`))
      return listOf(field.fields, name.slice(field.name.length + 1).replace(/^[^.]*\./, ""));
    else if (field.kind === "pick" && field.name === name) return isSearched(field.from) ? field.from : null;
  }
  return null;
}

/** @param asker where whoever does not see all drafts may choose too */
export const bodiesList = (tx: TenantTx, locale: Locale, asker?: Asker) =>
  ask(
    tx,
    sql<FormChoice>`select id as value, ${said(sql`name`, locale)} as label from bodies where binned_at is null
      and ${asker ? isPublic(asker) : sql`true`}
      order by case kind when 'council' then 0 when 'committee' then 1 else 2 end, position, 2, id`,
  );

export const partiesList = (tx: TenantTx, locale: Locale) =>
  ask(
    tx,
    sql<FormChoice>`select p.id as value, ${said(sql`n.name`, locale)} || ' (' || n.short_name || ')' as label
      from parties p join lateral (select name, short_name from party_names where party_id = p.id
        order by valid_from desc nulls last limit 1) n on true
      order by 2, p.id`,
  );

export const termsList = (tx: TenantTx) =>
  ask(tx, sql<FormChoice>`select id as value, slug as label from terms order by begins_on desc`);
