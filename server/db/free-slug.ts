import { sql } from "kysely";
import type { TenantTx } from "./tenant-db.ts";

/**
 * Inserts under the first free of `base`, `base-2`, `base-3` …; two who come at once with one name get two addresses.
 *
 *     await underFreeSlug(slugOf(name), (slug) => tx.insertInto("people").values({ ...values, slug })
 *       .onConflict((conflict) => conflict.columns(["tenant_id", "slug"] as never).doNothing()).returning(["id", "slug"]).executeTakeFirst())
 *
 * @param insert returns nothing where the slug is taken
 */
export async function underFreeSlug<Row>(
  base: string,
  insert: (slug: string) => Promise<Row | undefined>,
): Promise<Row> {
  for (let suffix = 1; ; suffix += 1) {
    const made = await insert(suffix === 1 ? base : `${base}-${suffix}`);
    if (made) return made;
  }
}

/** Things whose address is made of their name. `element` where each element has addresses of its own. */
const named = { publications: "element", albums: null, draft_acts: null, people: null, bodies: null } as const;

/**
 * The address of what nobody has seen yet follows its name: the public never reads in it what was typed first. One that
 * was public, or was given by hand, stays.
 * @param was the address that its name made, before it was changed; `is` after it
 */
export async function followName(
  tx: TenantTx,
  table: keyof typeof named,
  { id, state, slug: stands }: { id: string; state: string; slug: string },
  [was, is]: [was: string, is: string],
): Promise<void> {
  const isMadeOfIt = stands === was || (stands.startsWith(`${was}-`) && /^\d+$/.test(stands.slice(was.length + 1)));
  if (state !== "draft" || was === is || !isMadeOfIt) return;
  // Two who come at once with one name come one after the other.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${table} follow their names`}, 0))`.execute(tx);
  const own = named[table];
  const ofSameElement = own ? sql`and other.${sql.ref(own)} = thing.${sql.ref(own)}` : sql``;
  await underFreeSlug(is, async (slug) => {
    const { numAffectedRows } = await sql`
      update ${sql.table(table)} as thing set slug = ${slug}
      where thing.id = ${id} and not exists (
        select from ${sql.table(table)} as other where other.slug = ${slug} and other.id <> thing.id ${ofSameElement}
      )`.execute(tx);
    return numAffectedRows === 1n || undefined;
  });
}
