import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { AppError } from "../../http/errors.ts";
import {
  checkTheme,
  contrastPairs,
  defaultTheme,
  readableShade,
  requireReadable,
  surfaces,
  themeColours,
  themeCss,
} from "./theme.ts";
import { readThemePresets } from "./theme-presets.ts";

const hex = fc.integer({ min: 0, max: 0xffffff }).map((number) => `#${number.toString(16).padStart(6, "0")}`);
/** Most random colours are too pale; these are often dark enough. */
const deep = fc
  .tuple(fc.nat(160), fc.nat(130), fc.nat(200))
  .map((channels) => `#${channels.map((channel) => channel.toString(16).padStart(2, "0")).join("")}`);
const brands = fc.oneof(hex, deep);

/** Computed by hand from WCAG 2.2's definition, to hold the library to it. */
function luminance(colour: string) {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string) {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

describe("a council's colour", () => {
  it("that is accepted can be read everywhere it meets text, in the light and in the dark", () => {
    fc.assert(
      fc.property(brands, (brand) => {
        fc.pre(checkTheme({ brand }).ok);
        const colours = themeColours({ brand });
        for (const scheme of ["light", "dark"] as const) {
          const { brand: band, brandStrong, onBrand, link, tint, focus } = colours[scheme];
          const { paper, sheet, ink, inkSoft, good, warn, bad } = surfaces[scheme];
          for (const under of [paper, sheet, tint]) {
            expect(contrast(link, under)).toBeGreaterThanOrEqual(4.5);
            expect(contrast(focus, under)).toBeGreaterThanOrEqual(3);
          }
          for (const under of [band, brandStrong]) expect(contrast(onBrand, under)).toBeGreaterThanOrEqual(4.5);
          for (const text of [ink, inkSoft, good, warn, bad]) expect(contrast(text, tint)).toBeGreaterThanOrEqual(4.5);
          for (const under of [paper, sheet]) {
            expect(contrast(band, under)).toBeGreaterThanOrEqual(scheme === "light" ? 4.5 : 3);
          }
        }
      }),
      { numRuns: 120 },
    );
  });

  it("is accepted exactly when it can be read on the light paper", () => {
    fc.assert(
      fc.property(brands, (brand) => checkTheme({ brand }).ok === contrast(brand, surfaces.light.paper) >= 4.5),
      { numRuns: 120 },
    );
  });

  it("that is too pale is refused with its contrast and with the nearest shade that would do", () => {
    expect(checkTheme({ brand: "#ffcc00" })).toMatchObject({
      ok: false,
      problems: expect.arrayContaining([
        expect.objectContaining({ scheme: "light", pair: "brand on paper", required: 4.5 }),
      ]),
    });
    let refusal: unknown;
    try {
      requireReadable({ brand: "#767676" });
    } catch (error) {
      refusal = error;
    }
    expect(refusal).toBeInstanceOf(AppError);
    expect(refusal).toMatchObject({
      code: "settings.low_contrast",
      status: 422,
      params: { ratio: 4.34, required: 4.5, suggestion: readableShade("#767676") },
    });
    expect(() => requireReadable({ brand: "#0b5b46" })).not.toThrow();
  });

  it("always has a darker shade that is accepted, and keeps itself when it is dark enough", () => {
    fc.assert(
      fc.property(brands, (brand) => {
        const shade = readableShade(brand);
        expect(checkTheme({ brand: shade }).ok).toBe(true);
        expect(luminance(shade)).toBeLessThanOrEqual(luminance(brand));
        if (checkTheme({ brand }).ok) expect(shade).toBe(brand);
      }),
      { numRuns: 60 },
    );
  });

  it("names each pair once in each scheme", () => {
    const names = contrastPairs(defaultTheme).map(({ scheme, pair }) => `${scheme} ${pair}`);
    expect(new Set(names).size).toBe(names.length);
    expect(names).toHaveLength(30);
  });

  it("is proven on the very surfaces and inks that the style sheet has", () => {
    const css = readFileSync(new URL("../../../web/styles/tokens.css", import.meta.url), "utf8");
    const tokens = Object.fromEntries(
      [...css.matchAll(/--([a-z-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\);/g)].map(([, name, ...pair]) => [
        name,
        pair,
      ]),
    );
    const { light, dark } = surfaces;
    for (const name of ["paper", "sheet", "ink", "good", "warn", "bad"] as const) {
      expect(tokens[name], name).toEqual([light[name], dark[name]]);
    }
    expect(tokens["ink-soft"]).toEqual([light.inkSoft, dark.inkSoft]);
  });

  it("becomes one small rule of plain colours for both schemes", () => {
    const css = themeCss({ brand: "#0b5b46" });
    expect(css).toMatch(/^:root\{(--[a-z-]+:(#[0-9a-f]{6}|light-dark\(#[0-9a-f]{6},#[0-9a-f]{6}\));?)+\}$/);
    for (const token of ["--brand", "--brand-strong", "--on-brand", "--link", "--tint", "--focus"]) {
      expect(css).toContain(`${token}:`);
    }
    expect(css).toContain("--brand:light-dark(#0b5b46,");
    expect(css.length).toBeLessThan(300);
    expect(themeCss({ brand: "#8e1f33" })).not.toBe(css);
  });
});

describe("the presets", () => {
  it("are eight colours that can be told apart, each with its name in both languages, the default among them", () => {
    const presets = readThemePresets();
    expect(presets).toHaveLength(8);
    expect(new Set(presets.map(({ brand }) => brand)).size).toBe(8);
    expect(presets.map(({ brand }) => brand)).toContain(defaultTheme.brand);
    for (const { name } of presets) expect(name.sq && name.en).toBeTruthy();
  });
});
