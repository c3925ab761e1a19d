import { sql } from "kysely";
import type { TenantTx } from "../../db/tenant-db.ts";
import { dayIn } from "../../local-time.ts";
import type { ModuleName } from "./modules.shared.ts";

const bodies = (kind: string, today: string) => sql`
  (select count(*) from bodies where kind = ${kind} and state = 'published' and (ends_on is null or ends_on >= ${today}))
  + (select count(*) from meetings m join bodies b on b.id = m.body_id
    where b.kind = ${kind} and m.state = 'published' and m.day >= ${today} and m.stage not in ('cancelled', 'postponed'))`;
const publications = (element: string) =>
  sql`(select count(*) from publications where element = ${element} and state = 'published')`;

/** How much of each the public has or will have by itself: bodies at work, meetings to come, publications, accounts. */
export async function countStanding(tx: TenantTx, now: Date): Promise<Record<ModuleName, number>> {
  const today = dayIn(now);
  const { rows } = await sql<Record<ModuleName, string>>`select
    ${bodies("village", today)} as villages,
    ${bodies("neighbourhood", today)} as neighbourhoods,
    ${bodies("board", today)} as boards,
    ${publications("I.4.3")} as memberships,
    ${publications("I.5.1")} as projects,
    (select coalesce(jsonb_array_length(contacts -> 'social'), 0) from tenant_settings) as social,
    (select count(*) from albums where state = 'published') as gallery`.execute(tx);
  return Object.fromEntries(Object.entries(rows[0]!).map(([name, count]) => [name, Number(count)])) as Record<
    ModuleName,
    number
  >;
}
