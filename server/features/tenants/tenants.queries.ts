import { sql } from "kysely";
import type { RegistryTx } from "../../db/operator-db.ts";
import type { RegistryDb } from "../../db/registry-db.ts";

type Registry = RegistryDb | RegistryTx;

/** A council in the registry, whether it is served or not. */
export const findTenant = (db: Registry, slug: string) =>
  db
    .selectFrom("tenants")
    .where("slug", "=", slug)
    .select(["id", "slug", "names", "county", "instat_code", "state", "is_example", "created_at"])
    .executeTakeFirst();

/** Every council in the order of the slugs. */
export const findTenants = (db: Registry) =>
  db.selectFrom("tenants").select(["id", "slug", "state", "is_example"]).orderBy("slug").execute();

/** All hosts: each council's primary host first, then by name. */
export const findHosts = (db: Registry) =>
  db
    .selectFrom("tenant_hosts")
    .select(["tenant_id", "host", "kind", "challenge", "verified_at", "created_at"])
    .orderBy("kind")
    .orderBy("host")
    .execute();

/** Domains that councils wish for themselves and that nobody has noted yet. Only the operator may ask. */
export const findWishes = (db: Registry) =>
  db
    .selectFrom("domain_wishes as w")
    .where((eb) =>
      eb.not(eb.exists(eb.selectFrom("tenant_hosts as h").select("h.host").whereRef("h.host", "=", "w.host"))),
    )
    .select(["w.tenant_id", "w.host"])
    .orderBy("w.host")
    .execute();

/** Those of the names that look most like the one that was typed, the nearest first; accents do not matter. */
export async function findSimilar(db: Registry, typed: string, names: string[]): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select name from unnest(${names}::text[]) as name
    where similarity(unaccent(lower(name)), unaccent(lower(${typed}))) > 0.25
    order by similarity(unaccent(lower(name)), unaccent(lower(${typed}))) desc, name`.execute(db);
  return rows.map(({ name }) => name);
}
