import { describe, expect, it } from "vitest";
import catalogue from "../../../tenants/municipalities.json" with { type: "json" };
import { counties, countyBySlug, municipalities, municipalityBySlug, readMunicipalities } from "./municipalities.ts";
import { reservedSlugs } from "./registry.ts";

const copy = () => structuredClone(catalogue) as typeof catalogue;

describe("the catalogue of municipalities", () => {
  it("knows the 61 municipalities in their 12 counties", () => {
    expect(municipalities).toHaveLength(61);
    expect(counties).toHaveLength(12);
    const inhabited = new Set(municipalities.map(({ county }) => county));
    expect([...inhabited].sort()).toEqual(counties.map(({ slug }) => slug).sort());
  });

  it("tells each by its own slug and codes, none of which is an address of the site", () => {
    for (const key of ["slug", "instatCode", "lauCode"] as const) {
      expect(new Set(municipalities.map((municipality) => municipality[key])).size).toBe(61);
    }
    for (const { slug } of municipalities) expect(reservedSlugs).not.toContain(slug);
  });

  it("says unknown where the number of councillors was not found", () => {
    const known = municipalities
      .filter(({ seats }) => seats.value !== null)
      .map(({ slug, seats }) => [slug, seats.value]);
    expect(Object.fromEntries(known)).toEqual({
      elbasan: 51,
      "fushe-arrez": 15,
      puke: 15,
      shkoder: 51,
      tirane: 61,
      delvine: 15,
      konispol: 15,
    });
    expect(municipalityBySlug("korce")?.seats).toEqual({ value: null, verified: "unknown", source: null });
  });

  it("writes the names as municipalities write them", () => {
    expect(municipalityBySlug("korce")?.names).toEqual({
      place: { sq: "Korçë", en: "Korçë" },
      municipality: { sq: "Bashkia Korçë", en: "Municipality of Korçë" },
      council: { sq: "Këshilli Bashkiak Korçë", en: "Municipal Council of Korçë" },
    });
    expect(municipalityBySlug("tirane")?.names.council).toEqual({
      sq: "Këshilli Bashkiak Tiranë",
      en: "Municipal Council of Tirana",
    });
    expect(countyBySlug("shkoder")?.title.sq).toBe("Qarku Shkodër");
  });

  it("adds up: the census of 2011 to the nation, and that of 2023 to each county that is complete", () => {
    expect(municipalities.reduce((sum, { population2011 }) => sum + population2011, 0)).toBe(2_800_138);
    expect(counties.reduce((sum, { population }) => sum + population.value, 0)).toBe(2_402_113);
    const complete = counties.filter(({ slug }) =>
      municipalities.every(({ county, population }) => county !== slug || population.year === 2023),
    );
    expect(complete.map(({ slug }) => slug)).toEqual(["berat", "diber", "durres"]);
    for (const { slug, population } of complete) {
      const towns = municipalities.filter(({ county }) => county === slug);
      expect(towns.reduce((sum, town) => sum + town.population.value, 0)).toBe(population.value);
    }
  });

  it("refuses a file that contradicts itself, in one sentence that says where", () => {
    const twice = copy();
    twice.municipalities[1]!.slug = twice.municipalities[0]!.slug;
    expect(() => readMunicipalities(twice)).toThrow("two municipalities have the slug berat");

    const nought = copy();
    nought.municipalities[0]!.seats.value = 0 as never;
    expect(() => readMunicipalities(nought)).toThrow("municipalities.0.seats");

    const elsewhere = copy();
    elsewhere.municipalities[3]!.county = "kosove";
    expect(() => readMunicipalities(elsewhere)).toThrow("skrapar lies in kosove, which is not a county");

    const hearsay = copy();
    hearsay.municipalities[5]!.population.source = "hearsay";
    expect(() => readMunicipalities(hearsay)).toThrow("the source hearsay is not described");
  });
});
