import { tenantDb } from "../../db/tenant-db.ts";
import { phrases } from "../../http/phrases.ts";
import type { Services } from "../../http/services.ts";
import { page, type WorkspaceFeature } from "../../workspace/feature.ts";
import { form } from "../../workspace/form-route.ts";
import { fillPath } from "../../workspace/home.shared.ts";
import { doing, type Shown, type WorkspaceContext } from "../../workspace/scope.ts";
import { sessionOf } from "../accounts/confirming.ts";
import { entranceRoutes } from "../accounts/entrance.workspace.ts";
import { ownRoutes } from "../accounts/own.workspace.ts";
import type { PlaceOf } from "../accounts/passkeys.routes.ts";
import { isSignedIn } from "../accounts/policies.ts";
import { recordChange } from "../audit/audit.service.ts";
import { operatorHost } from "../tenants/registry.ts";
import type { Tenant } from "../tenants/tenant.ts";
import { councilSuspended, councilUnknown } from "./operators.errors.ts";
import { consoleHome, consolePaths, operatorPaths, visitPaths } from "./operators.paths.shared.ts";
import { EnterCouncil } from "./operators.schema.ts";
import { handOver } from "./visits.service.ts";

/** What the operator's console has so far: one's account, the councils, and the way into each with a reason. */
export function operatorsConsole(services: Services): WorkspaceFeature {
  const { config, origins, pool, registry } = services;

  const host = operatorHost(config.baseDomain);
  const place: PlaceOf = ({ var: { locale } }) => ({
    ...{ host, origin: origins.of(host), name: phrases(locale, "operator")("issuer") },
  });
  const listed = ({ slug, names, state, isExample, primaryHost }: Tenant) => ({
    ...{ slug, name: names.council, state, isExample, host: primaryHost, site: origins.of(primaryHost) },
  });
  const councilsPage = async (c: WorkspaceContext): Promise<Shown> => ({
    view: "operator/councils-page",
    data: {
      councils: registry.tenants.map((tenant) => ({
        ...listed(tenant),
        url: fillPath(consolePaths.council, { slug: tenant.slug })[c.var.locale],
      })),
    },
  });
  function councilOf(c: WorkspaceContext): Tenant {
    const tenant = registry.tenants.find(({ slug }) => slug === c.req.param("slug"));
    if (!tenant) throw councilUnknown();
    return tenant;
  }
  const councilPage = async (c: WorkspaceContext): Promise<Shown> => ({
    view: "operator/council-page",
    data: { council: listed(councilOf(c)) },
  });

  return {
    routes: [
      ...entranceRoutes(operatorPaths, consoleHome, place, services),
      ...ownRoutes(operatorPaths, place, services),
      page(consoleHome, isSignedIn, councilsPage),
      page(consolePaths.council, isSignedIn, councilPage),
      form(consolePaths.council, isSignedIn, {
        name: "enter",
        schema: EnterCouncil,
        async save(c, { reason }) {
          const { db, now, locale } = c.var;
          const council = councilOf(c);
          if (council.state === "suspended") throw councilSuspended();
          const { id, name } = sessionOf(c).account;
          const { slug, primaryHost: host } = council;
          await db.write((tx) => recordChange(tx, doing(c), "council.handed_over", "council", slug, null, { reason }));
          const token = await tenantDb(pool, council.id).write((tx) =>
            handOver(tx, now, { operator: { id, name }, reason, host }, config.secretKey),
          );
          const link = origins.of(host) + fillPath(visitPaths.handOver, { token })[locale];
          return c.var.show({ view: "operator/onward-page", data: { council: listed(council), reason, link } });
        },
        again: councilPage,
      }),
    ],
  };
}
export interface ListedCouncil {
  slug: string;
  name: Tenant["names"]["council"];
  state: Tenant["state"];
  isExample: boolean;
  host: string;
  /** The whole address of its public site. */
  site: string;
}
