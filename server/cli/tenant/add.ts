import { systemClock } from "../../clock.ts";
import type { RegistryDb } from "../../db/registry-db.ts";
import { municipalities, municipalityBySlug } from "../../features/tenants/municipalities.ts";
import { reservedSlugs } from "../../features/tenants/registry.ts";
import { findSimilar } from "../../features/tenants/tenants.queries.ts";
import { addCouncil, councilOf } from "../../features/tenants/tenants.service.ts";
import { CommandRefused, say } from "../command.ts";
import { addressOf, asOperator } from "./operator.ts";

const most = 3;

/** Every way to name a municipality, with its slug. */
const slugsByName = new Map(
  municipalities.flatMap(({ slug, names, definiteName, aliases }) =>
    [slug, names.place.sq, definiteName.value, ...aliases.map((alias) => alias.name)].map((name) => [name, slug]),
  ),
);

async function unknownSlug(db: RegistryDb, slug: string): Promise<CommandRefused> {
  const names = await findSimilar(db, slug, [...slugsByName.keys()]);
  const near = [...new Set(names.map((name) => slugsByName.get(name)!))].slice(0, most);
  const hint = near.length > 0 ? `Did you mean ${near.join(", ")}?` : "All are in tenants/municipalities.json.";
  return new CommandRefused(`No municipality has the slug ${slug}. ${hint}`);
}

export const addTenant = (slug: string): Promise<void> =>
  asOperator(async ({ config, operator, pool }) => {
    if (reservedSlugs.includes(slug))
      throw new CommandRefused(`${slug}.${config.baseDomain} is reserved for the portal.`);
    const municipality = municipalityBySlug(slug);
    if (!municipality) throw await unknownSlug(operator, slug);
    const parts = { operator, pool, baseDomain: config.baseDomain, now: systemClock.now() };
    const { host, isNew } = await addCouncil(parts, councilOf(municipality));
    const name = municipality.names.council.sq;
    say(isNew ? `${name} has been added.` : `${name} was there already; nothing has changed.`);
    say(addressOf(config, host));
  });
