import * as v from "valibot";
import catalogue from "../../../tenants/municipalities.json" with { type: "json" };

const text = v.pipe(v.string(), v.minLength(1));
const both = v.object({ sq: text, en: text });
const slug = v.pipe(v.string(), v.regex(/^[a-z]+(-[a-z]+)*$/));
const count = v.pipe(v.number(), v.integer(), v.minValue(1));

/**
 * How sure a fact is: read in its source; added up in part; derived from other figures; fitting a sum though no source
 * was found for it alone; not checked.
 */
const verified = v.picklist(["yes", "partly", "derived", "sum", "no"]);
const population = v.object({ value: count, year: count, verified, source: text });

/** Seats are unknown for most councils. Unknown is `null`, never nought, and never computed from a census. */
const seats = v.union([
  v.object({ value: count, verified, source: text }),
  v.object({ value: v.null(), verified: v.literal("unknown"), source: v.null() }),
]);

const County = v.object({ slug, name: both, title: both, population });

const Municipality = v.object({
  slug,
  instatCode: count,
  lauCode: v.pipe(v.string(), v.regex(/^AL\d{3}$/)),
  /** The slug of its county. */
  county: slug,
  /** As municipalities write them, with the indefinite name: "Korçë", "Bashkia Korçë", "Këshilli Bashkiak Korçë". */
  names: v.object({ place: both, municipality: both, council: both }),
  /** "Korça", for sentences. */
  definiteName: v.object({ value: text, verified }),
  aliases: v.array(v.object({ name: text, kind: v.picklist(["seat", "former", "spelling"]) })),
  seats,
  population,
  /** The census of 2011, kept beside a newer figure. */
  population2011: count,
  note: v.optional(text),
});

const Catalogue = v.object({
  nameSource: text,
  lauCodeSource: text,
  counties: v.array(County),
  municipalities: v.array(Municipality),
  /** What was read, by the names that the facts give. */
  sources: v.record(text, text),
});

export type County = v.InferOutput<typeof County>;
export type Municipality = v.InferOutput<typeof Municipality>;
export type MunicipalityCatalogue = v.InferOutput<typeof Catalogue>;

const repeated = (values: (string | number)[]) => values.find((value, at) => values.indexOf(value) !== at);

function contradiction({ nameSource, lauCodeSource, counties, municipalities, sources }: MunicipalityCatalogue) {
  for (const key of ["slug", "instatCode", "lauCode"] as const) {
    const twice = repeated(municipalities.map((municipality) => municipality[key]));
    if (twice !== undefined) return `two municipalities have the ${key} ${twice}`;
  }
  const twice = repeated(counties.map((county) => county.slug));
  if (twice !== undefined) return `two counties have the slug ${twice}`;
  const lost = municipalities.find(({ county }) => !counties.some(({ slug }) => slug === county));
  if (lost) return `${lost.slug} lies in ${lost.county}, which is not a county`;
  const facts = [...counties, ...municipalities].map((place) => place.population.source);
  const named = [nameSource, lauCodeSource, ...facts, ...municipalities.flatMap(({ seats }) => seats.source ?? [])];
  const nowhere = named.find((source) => !(source in sources));
  return nowhere === undefined ? null : `the source ${nowhere} is not described`;
}

/**
 * The catalogue as an operator keeps it, checked.
 * @throws {Error} with one sentence that says where the file is wrong.
 */
export function readMunicipalities(data: unknown): MunicipalityCatalogue {
  const result = v.safeParse(Catalogue, data);
  if (!result.success) {
    const [issue] = result.issues;
    throw new Error(`tenants/municipalities.json, ${v.getDotPath(issue) ?? "the whole"}: ${issue.message}`);
  }
  const problem = contradiction(result.output);
  if (problem) throw new Error(`tenants/municipalities.json: ${problem}`);
  return result.output;
}

export const { counties, municipalities, sources } = readMunicipalities(catalogue);

const bySlug = new Map(municipalities.map((municipality) => [municipality.slug, municipality]));
const countiesBySlug = new Map(counties.map((county) => [county.slug, county]));

export const municipalityBySlug = (slug: string): Municipality | undefined => bySlug.get(slug);

export const countyBySlug = (slug: string): County | undefined => countiesBySlug.get(slug);
