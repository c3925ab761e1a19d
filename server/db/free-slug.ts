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
