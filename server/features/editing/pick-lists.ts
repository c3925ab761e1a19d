import { type RawBuilder, sql } from "kysely";
import type { TenantTx } from "../../db/tenant-db.ts";
import { numericDay } from "../../local-time.ts";
import type { Locale } from "../../locale.shared.ts";
import type { FormChoice } from "./form.shared.ts";
import { inLanguage } from "./titles-in-sql.ts";

/** Of long registers the latest are offered, and whatever is chosen already. */
const most = 300;

const isChosen = (ids: readonly unknown[], column = sql`id`) => {
  const chosen = ids.filter((id) => typeof id === "string");
  return chosen.length > 0 ? sql`${column} = any (${chosen}::uuid[])` : sql`false`;
};
const said = (text: RawBuilder<unknown>, locale: Locale) => inLanguage(text, sql.lit(locale));

const ask = async (tx: TenantTx, query: RawBuilder<FormChoice>) => (await query.execute(tx)).rows;

export const peopleList = (tx: TenantTx) =>
  ask(
    tx,
    sql<FormChoice>`select id as value, name as label from people where binned_at is null order by family_name, name, id`,
  );

export const bodiesList = (tx: TenantTx, locale: Locale) =>
  ask(
    tx,
    sql<FormChoice>`select id as value, ${said(sql`name`, locale)} as label from bodies where binned_at is null
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

export const actsList = (tx: TenantTx, locale: Locale, chosen: readonly unknown[]) =>
  ask(
    tx,
    sql<FormChoice>`select id as value, number || '/' || series || ' – ' || ${said(sql`title`, locale)} as label from acts
      where binned_at is null and (${isChosen(chosen)} or id in (select id from acts where binned_at is null
        order by adopted_on desc, number desc, id limit ${most}))
      order by adopted_on desc, number desc, id`,
  );

export const draftActsList = (tx: TenantTx, locale: Locale, chosen: readonly unknown[]) =>
  ask(
    tx,
    sql<FormChoice>`select id as value, ${said(sql`title`, locale)} as label from draft_acts
      where binned_at is null and (${isChosen(chosen)} or id in (select id from draft_acts where binned_at is null
        order by registered_on desc, id limit ${most}))
      order by registered_on desc, id`,
  );

/** Items on which a body may have adopted something. */
export async function agendaItemsList(tx: TenantTx, locale: Locale, chosen: readonly unknown[]): Promise<FormChoice[]> {
  const { rows } = await sql<FormChoice & { day: string; number: string }>`
    select i.id as value, m.day::text as day, array_to_string(i.path, '.') as number, ${said(sql`i.title`, locale)} as label
    from agenda_items i join meetings m on m.id = i.meeting_id
    where i.id in (select n.id from agenda_items n join meetings k on k.id = n.meeting_id
        where k.stage in ('open', 'closed', 'minutes_published') order by k.day desc, n.path limit ${most})
      or ${isChosen(chosen, sql`i.id`)}
    order by m.day desc, i.path`.execute(tx);
  return rows.map(({ value, day, number, label }) => ({ value, label: `${numericDay(day)}, ${number}. ${label}` }));
}

/** Documents that nothing carries yet, the latest first, and those that this thing carries. */
export const documentsList = (tx: TenantTx, locale: Locale, chosen: readonly unknown[]) =>
  ask(
    tx,
    sql<FormChoice>`select id as value, ${said(sql`title`, locale)} as label from documents d
      where ${isChosen(chosen)} or (not exists (select from publication_documents where document_id = d.id)
        and not exists (select from page_documents where document_id = d.id)
        and not exists (select from attachments where document_id = d.id))
      order by created_at desc, id limit ${most}`,
  );
