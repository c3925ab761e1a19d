import type { Origins } from "../tenants/origins.ts";
import type { PlaceOf } from "./passkeys.routes.ts";

/** A council's host: what is made for it serves at no neighbour's. */
export const councilPlace =
  (origins: Origins): PlaceOf =>
  ({ var: { tenant, locale } }) => ({
    host: tenant.primaryHost,
    origin: origins.of(tenant.primaryHost),
    name: tenant.names.council[locale] ?? tenant.names.council.sq,
  });
