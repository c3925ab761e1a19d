import { Hono } from "hono";
import { describeRoute } from "hono-openapi";
import { jsonOf } from "../../http/describe.ts";
import type { RequestScope } from "../../http/scope.ts";
import { CouncilDirectory } from "../settings/council.schema.ts";
import type { Origins } from "./origins.ts";
import type { TenantRegistry } from "./registry.ts";

/** The directory on the apex: every council served here. */
export const councils = (registry: TenantRegistry, origins: Origins) =>
  new Hono<RequestScope>().get(
    "/",
    describeRoute({
      tags: ["councils"],
      summary: "The councils served here",
      responses: { 200: jsonOf(CouncilDirectory) },
    }),
    (c) =>
      c.json(
        {
          councils: registry.tenants
            .filter((tenant) => tenant.state !== "suspended")
            .map((tenant) => ({
              slug: tenant.slug,
              url: origins.of(tenant.primaryHost),
              names: tenant.names,
              county: tenant.county,
              isExample: tenant.isExample,
              state: tenant.state,
            })),
        },
        200,
      ),
  );
export type CouncilsApi = ReturnType<typeof councils>;
