import type { Locale, LocalizedText } from "../../locale.shared.ts";
import { type CatalogueElement, elementByCode } from "../elements/catalogue.shared.ts";
import { descriptionOf } from "../elements/descriptions.ts";
import { licence } from "../feeds/atom.ts";
import type { Tenant } from "../tenants/tenant.ts";
import type { ListedRegister } from "./register-entries.ts";

/** The European Union's tables of languages, file types, themes and access rights, which DCAT-AP asks for. */
const authority = "http://publications.europa.eu/resource/authority";
const languages = { sq: `${authority}/language/SQI`, en: `${authority}/language/ENG` } as const;
const forms = [
  { ending: "csv", media: "text/csv", type: "CSV" },
  {
    ending: "xlsx",
    media: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    type: "XLSX",
  },
  { ending: "json", media: "application/json", type: "JSON" },
] as const;

const context = {
  dcat: "http://www.w3.org/ns/dcat#",
  dct: "http://purl.org/dc/terms/",
  foaf: "http://xmlns.com/foaf/0.1/",
  vcard: "http://www.w3.org/2006/vcard/ns#",
  xsd: "http://www.w3.org/2001/XMLSchema#",
};

const id = (address: string) => ({ "@id": address });
const instant = (text: string) => ({ "@value": text, "@type": "xsd:dateTime" });
const said = (text: LocalizedText) =>
  (["sq", "en"] as const).flatMap((locale) => (text[locale] ? [{ "@value": text[locale], "@language": locale }] : []));
const inBothLanguages = Object.values(languages).map(id);

function distribution({ entry }: ListedRegister, locale: Locale, { ending, media, type }: (typeof forms)[number]) {
  const address = entry.exports[ending][locale];
  return {
    "@id": address,
    "@type": "dcat:Distribution",
    "dct:title": { "@value": `${entry.title[locale]} (${type})`, "@language": locale },
    "dcat:accessURL": id(address),
    "dcat:downloadURL": id(address),
    "dcat:mediaType": id(`https://www.iana.org/assignments/media-types/${media}`),
    "dct:format": id(`${authority}/file-type/${type}`),
    "dct:language": id(languages[locale]),
    "dct:license": id(licence.url),
    ...(ending === "csv" && { "dct:conformsTo": { ...id(entry.exports.schema[locale]), "@type": "dct:Standard" } }),
  };
}

/**
 * The council's data as a catalogue that portals of open data harvest: DCAT with the application profile of the European
 * Union (DCAT-AP 3), as JSON-LD.
 * @param email of the council, where it has one
 */
export function dcatCatalogue(listed: readonly ListedRegister[], tenant: Tenant, origin: string, email?: string) {
  const element: CatalogueElement = elementByCode("I.8.1");
  const publisher = { "@id": `${origin}/#keshilli`, "@type": "foaf:Agent", "foaf:name": said(tenant.names.council) };
  const changes = listed.flatMap(({ entry }) => entry.changedAt ?? []).sort();
  const dataset = (one: ListedRegister) => {
    const { entry } = one;
    return {
      "@id": origin + entry.described.sq,
      "@type": "dcat:Dataset",
      "dct:identifier": `${tenant.slug}/${entry.name}`,
      "dct:title": said(entry.title),
      "dct:description": said(entry.description),
      "dct:publisher": id(publisher["@id"]),
      "dct:language": inBothLanguages,
      "dct:accessRights": id(`${authority}/access-right/PUBLIC`),
      "dcat:theme": id(`${authority}/data-theme/GOVE`),
      "dcat:landingPage": id(origin + entry.described.sq),
      "foaf:page": id(origin + entry.url.sq),
      ...(entry.changedAt && { "dct:modified": instant(entry.changedAt) }),
      ...(email && {
        "dcat:contactPoint": {
          "@type": "vcard:Organization",
          "vcard:fn": tenant.names.council.sq,
          "vcard:hasEmail": id(`mailto:${email}`),
        },
      }),
      "dcat:distribution": (["sq", "en"] as const).flatMap((locale) =>
        forms.map((form) => distribution(one, locale, form)),
      ),
    };
  };
  return {
    "@context": context,
    "@id": `${origin}${element.path.sq}`,
    "@type": "dcat:Catalog",
    "dct:title": said({
      sq: `${element.short.sq}: ${tenant.names.council.sq}`,
      en: `${element.short.en}: ${tenant.names.council.en || tenant.names.council.sq}`,
    }),
    "dct:description": said(descriptionOf("I.8.1").stands),
    "dct:publisher": publisher,
    "dct:language": inBothLanguages,
    "dct:license": id(licence.url),
    "foaf:homepage": id(`${origin}${element.path.sq}`),
    "dcat:themeTaxonomy": id(`${authority}/data-theme`),
    ...(changes.length > 0 && { "dct:modified": instant(changes.at(-1)!) }),
    "dcat:dataset": listed.map(dataset),
  };
}
