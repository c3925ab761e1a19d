import { type RawBuilder, sql } from "kysely";
import type { PublishState } from "../../db/columns.ts";
import type { TenantTx } from "../../db/tenant-db.ts";
import { likeWords } from "../../http/list-query.ts";
import type { LocalizedText } from "../../locale.shared.ts";
import type { Editable } from "./editable.ts";
import type { ListState } from "./editing.schema.ts";

export const listedPerPage = 30;

export interface ListQuery {
  q: string | null;
  state: ListState | null;
  page: number;
  /** A condition of the kind of thing, such as one collection's publications. */
  only?: RawBuilder<unknown>;
}

export interface ListedThing {
  id: string;
  title: LocalizedText;
  state: PublishState | null;
  publicFrom: Date | null;
  updatedAt: Date;
  binnedAt: Date | null;
  /** Of what goes a way of its own: how far it has come. */
  stage?: string;
}

const standing = (state: ListState, now: Date): RawBuilder<unknown> =>
  ({
    draft: sql`state = 'draft'`,
    scheduled: sql`state = 'published' and public_from > ${now}`,
    published: sql`state = 'published' and public_from <= ${now}`,
    withdrawn: sql`state = 'withdrawn'`,
  })[state];

function conditions({ rows }: Editable, { q, state, only }: ListQuery, now: Date, isBin: boolean) {
  return [
    ...(rows.hasState ? [isBin ? sql`binned_at is not null` : sql`binned_at is null`] : []),
    ...(rows.hasState && state ? [standing(state, now)] : []),
    ...(only ? [only] : []),
    ...(rows.within ? [rows.within] : []),
    ...likeWords(q).map((word) => sql`${rows.words} like ${word}`),
  ];
}

async function select(tx: TenantTx, editable: Editable, query: ListQuery, now: Date, isBin: boolean) {
  const { rows } = editable;
  if (isBin && !rows.hasState) return { total: 0, items: [] };
  const all = conditions(editable, query, now, isBin);
  const where = all.length > 0 ? sql`where ${sql.join(all, sql` and `)}` : sql``;
  const columns = rows.hasState
    ? sql`state, public_from as "publicFrom", binned_at as "binnedAt"`
    : sql`null as state, null::timestamptz as "publicFrom", null::timestamptz as "binnedAt"`;
  const stage = editable.way ? sql`, stage` : sql``;
  const order = isBin ? sql`binned_at desc` : sql`updated_at desc`;
  const [found, counted] = await Promise.all([
    sql<ListedThing>`
      select ${rows.id} as id, ${rows.title} as title, ${columns}, updated_at as "updatedAt"${stage}
      from ${sql.table(rows.table)} ${where} order by ${order}, 1
      limit ${listedPerPage} offset ${(query.page - 1) * listedPerPage}`.execute(tx),
    sql<{ total: number }>`select count(*)::integer as total from ${sql.table(rows.table)} ${where}`.execute(tx),
  ]);
  return { total: counted.rows[0]!.total, items: found.rows };
}

/** Things of a kind, those that were changed last at the head; what lies in the bin is left out. */
export const listThings = (tx: TenantTx, editable: Editable, query: ListQuery, now: Date) =>
  select(tx, editable, query, now, false);

/** What lies in the bin, what came last at the head. */
export const listBin = (tx: TenantTx, editable: Editable, query: ListQuery, now: Date) =>
  select(tx, editable, query, now, true);
