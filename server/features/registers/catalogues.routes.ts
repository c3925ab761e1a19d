import { createHash } from "node:crypto";
import fresh from "fresh";
import { type Context, Hono, type MiddlewareHandler } from "hono";
import type { CouncilScope } from "../../http/scope.ts";
import { elementByCode } from "../elements/catalogue.shared.ts";
import { licence } from "../feeds/atom.ts";
import type { RegisterTotals } from "../open-data/register-totals.ts";
import { registers } from "../open-data/registers.ts";
import { findSettings } from "../settings/settings.queries.ts";
import type { Origins } from "../tenants/origins.ts";
import { dataPackage } from "./data-package.ts";
import { dcatCatalogue } from "./dcat.ts";
import { entriesOf } from "./register-entries.ts";

const { path } = elementByCode("I.8.1");

/** The list of the registers in the forms that catalogues of open data and their tools read. */
export function catalogues(inCouncil: MiddlewareHandler<CouncilScope>, origins: Origins, totals: RegisterTotals) {
  const originOf = (c: Context<CouncilScope>) => origins.of(c.var.tenant.primaryHost);
  const read = (c: Context<CouncilScope>) =>
    c.var.db.read(async (tx) => {
      const { tenant, now } = c.var;
      const [listed, { contacts }] = await Promise.all([
        entriesOf(tx, registers, totals, tenant, originOf(c), now),
        findSettings(tx),
      ]);
      return { listed, email: contacts.email };
    });

  function answer(c: Context<CouncilScope>, value: object, type: string) {
    const text = `${JSON.stringify(value, null, 1)}\n`;
    const etag = `W/"${createHash("sha256").update(text).digest("base64url")}"`;
    const headers = new Headers({
      etag,
      "cache-control": "public, no-cache",
      "access-control-allow-origin": "*",
      link: `<${licence.url}>; rel="license"`,
    });
    if (fresh(Object.fromEntries(c.req.raw.headers), { etag })) return new Response(null, { status: 304, headers });
    headers.set("content-type", type);
    return new Response(c.req.method === "HEAD" ? null : text, { headers });
  }

  const dcat = async (c: Context<CouncilScope>) => {
    const { listed, email } = await read(c);
    return answer(c, dcatCatalogue(listed, c.var.tenant, originOf(c), email), "application/ld+json");
  };
  const packaged = (locale: "sq" | "en") => async (c: Context<CouncilScope>) => {
    const { listed } = await read(c);
    return answer(c, dataPackage(listed, c.var.tenant, originOf(c), locale), "application/json");
  };
  return new Hono<CouncilScope>()
    .get(`${path.sq}/dcat.jsonld`, inCouncil, dcat)
    .get(`${path.en}/dcat.jsonld`, inCouncil, dcat)
    .get(`${path.sq}/datapackage.json`, inCouncil, packaged("sq"))
    .get(`${path.en}/datapackage.json`, inCouncil, packaged("en"));
}
