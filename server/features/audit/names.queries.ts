import { sql } from "kysely";
import type { TenantTx } from "../../db/tenant-db.ts";
import type { LocalizedText } from "../../locale.shared.ts";
import { electionTitle } from "../elections/elections.editable.ts";
import { pageTitle } from "../pages/pages.editable.ts";
import { rateTitle } from "../pay/rates.editable.ts";
import type { Names } from "./values-in-words.ts";

const byName = sql`jsonb_build_object('sq', name)`;

/**
 * What these ids are called, whatever they are of; what is gone has no name any more. Ids that are none of this council's
 * are unknown here like any other.
 */
export async function findNames(tx: TenantTx, ids: ReadonlySet<string>): Promise<Names> {
  if (ids.size === 0) return new Map();
  const asked = sql`id = any (${[...ids]}::uuid[])`;
  const { rows } = await sql<{ id: string; name: LocalizedText }>`
    select id, ${byName} as name from people where ${asked}
    union all select id, name from bodies where ${asked}
    union all select id, jsonb_build_object('sq', number || '/' || series || ': ' || (title ->> 'sq'),
      'en', number || '/' || series || ': ' || coalesce(title ->> 'en', title ->> 'sq')) from acts where ${asked}
    union all select id, title from draft_acts where ${asked}
    union all select id, title from documents where ${asked}
    union all select id, title from publications where ${asked}
    union all select id, title from albums where ${asked}
    union all select id, title from agenda_items where ${asked}
    union all select id, title from plan_items where ${asked}
    union all select id, jsonb_build_object('sq', slug) from terms where ${asked}
    union all select id, ${byName} from accounts where ${asked}
    union all select m.id, jsonb_build_object('sq', to_char(m.day, 'DD.MM.YYYY') || ', ' || (b.name ->> 'sq'),
      'en', to_char(m.day, 'DD.MM.YYYY') || ', ' || coalesce(b.name ->> 'en', b.name ->> 'sq'))
      from meetings m join bodies b on b.id = m.body_id where m.id = any (${[...ids]}::uuid[])
    union all select s.id, jsonb_build_object('sq', p.name) from memberships s join people p on p.id = s.person_id
      where s.id = any (${[...ids]}::uuid[])
    union all select id, ${electionTitle} from elections where ${asked}
    union all select id, ${pageTitle} from pages where ${asked}
    union all select id, ${rateTitle} from pay_rates where ${asked}
    union all (select distinct on (party_id) party_id, name from party_names where party_id = any (${[...ids]}::uuid[])
      order by party_id, valid_from desc nulls last)`.execute(tx);
  return new Map(rows.map(({ id, name }) => [id, name]));
}
