import type { Locale } from "../../locale.shared.ts";
import { elementByCode } from "../elements/catalogue.shared.ts";
import { descriptionOf } from "../elements/descriptions.ts";
import { licence } from "../feeds/atom.ts";
import { tableSchema } from "../open-data/table-schema.ts";
import type { Tenant } from "../tenants/tenant.ts";
import type { ListedRegister } from "./register-entries.ts";

/** All registers of a council as one Data Package of the Frictionless standards, told in one language. */
export function dataPackage(listed: readonly ListedRegister[], tenant: Tenant, origin: string, locale: Locale) {
  const { path, short } = elementByCode("I.8.1");
  const council = tenant.names.council[locale] || tenant.names.council.sq;
  return {
    $schema: "https://datapackage.org/profiles/2.0/datapackage.json",
    name: tenant.slug,
    id: `${origin}${path[locale]}/datapackage.json`,
    title: `${short[locale]}: ${council}`,
    description: descriptionOf("I.8.1").stands[locale],
    homepage: `${origin}${path[locale]}`,
    licenses: [{ name: "CC-BY-4.0", path: licence.url, title: licence.name }],
    contributors: [{ title: council, path: origin, roles: ["publisher"] }],
    sources: [{ title: council, path: origin }],
    resources: listed.map(({ register, entry }) => ({
      name: entry.name,
      type: "table",
      path: entry.exports.csv[locale],
      title: entry.title[locale],
      description: entry.description[locale],
      homepage: origin + entry.described[locale],
      format: "csv",
      mediatype: "text/csv",
      encoding: "utf-8",
      schema: tableSchema(register, locale),
    })),
  };
}
