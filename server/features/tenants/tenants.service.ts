import { json } from "../../db/columns.ts";
import { changeRegistry } from "../../db/operator-db.ts";
import type { Pool } from "../../db/pool.ts";
import type { RegistryDb, TenantNames, TenantState } from "../../db/registry-db.ts";
import { type TenantId, tenantDb } from "../../db/tenant-db.ts";
import type { Locale } from "../../locale.shared.ts";
import type { Contacts, Modules, Numbering, Theme } from "../settings/settings.schema.ts";
import { defaultTheme } from "../settings/theme.ts";
import type { Municipality } from "./municipalities.ts";
import { findTenant } from "./tenants.queries.ts";

/** A council as it enters the registry, and what it has set for itself on its first day. */
export interface NewCouncil {
  slug: string;
  names: TenantNames;
  /** The county's slug. */
  county: string;
  instatCode: number | null;
  state: TenantState;
  isExample: boolean;
  settings: { languages: Locale[]; theme: Theme; modules: Modules; contacts: Contacts; numbering: Numbering };
}

/** A real municipality's council before it has told anything about itself. */
export const councilOf = ({ slug, names, county, instatCode }: Municipality): NewCouncil => ({
  ...{ slug, names, county, instatCode, state: "onboarding", isExample: false },
  settings: { languages: ["sq", "en"], theme: defaultTheme, modules: {}, contacts: {}, numbering: {} },
});

export interface OnboardingParts {
  operator: RegistryDb;
  /** The application's pool: what a council sets for itself is not the operator's to write. */
  pool: Pool;
  baseDomain: string;
  now: Date;
}

/**
 * Adds a council with its settings and its host `<slug>.<baseDomain>`. It is served from the last step on, so that one
 * that was interrupted is never seen half-made; asking again completes it, and changes nothing of one that is complete.
 */
export async function addCouncil(
  { operator, pool, baseDomain, now }: OnboardingParts,
  council: NewCouncil,
): Promise<{ id: TenantId; host: string; isNew: boolean }> {
  const { slug, names, county, instatCode, state, isExample, settings } = council;
  await operator
    .insertInto("tenants")
    .values({ slug, names: json(names), county, instat_code: instatCode, state, is_example: isExample })
    .onConflict((conflict) => conflict.column("slug").doNothing())
    .execute();
  const { id } = (await findTenant(operator, slug))!;

  const { languages, theme, modules, contacts, numbering } = settings;
  await tenantDb(pool, id).write((tx) =>
    tx
      .insertInto("tenant_settings")
      .values({
        languages,
        theme: json(theme),
        modules: json(modules),
        contacts: json(contacts),
        numbering: json(numbering),
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute(),
  );

  const host = `${slug}.${baseDomain}`;
  const isNew = await changeRegistry(operator, async (tx) => {
    const hosts = await tx.selectFrom("tenant_hosts").where("tenant_id", "=", id).select("kind").execute();
    const kind = hosts.some((other) => other.kind === "primary") ? "secondary" : "primary";
    const { numInsertedOrUpdatedRows } = await tx
      .insertInto("tenant_hosts")
      .values({ host, tenant_id: id, kind, challenge: null, verified_at: now })
      .onConflict((conflict) => conflict.column("host").doNothing())
      .executeTakeFirstOrThrow();
    return numInsertedOrUpdatedRows === 1n;
  });
  return { id, host, isNew };
}

/** Sets whether a council's site is served. Returns the state before, `null` for a slug that no council has. */
export const setCouncilState = (operator: RegistryDb, slug: string, state: TenantState): Promise<TenantState | null> =>
  changeRegistry(operator, async (tx) => {
    const before = await tx
      .selectFrom("tenants")
      .where("slug", "=", slug)
      .select("state")
      .forUpdate()
      .executeTakeFirst();
    if (!before) return null;
    await tx.updateTable("tenants").set({ state }).where("slug", "=", slug).execute();
    return before.state;
  });
