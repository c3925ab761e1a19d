import Color from "colorjs.io";
import { LRUCache } from "lru-cache";
import guri from "../../../tenants/themes/guri.json" with { type: "json" };
import { AppError } from "../../http/errors.ts";
import type { Theme } from "./settings.schema.ts";

/** What a council has until it chooses. */
export const defaultTheme: Theme = { brand: guri.brand, emblem: "default" };

/** What stands under and beside a council's colour. The style sheet's tokens have the same values. */
export const surfaces = {
  light: {
    ...{ paper: "#fbfaf6", sheet: "#ffffff", ink: "#1a1d21", inkSoft: "#565b63" },
    ...{ good: "#1c6b3c", warn: "#8a5300", bad: "#a3231f", focus: "#1d5fd1" },
  },
  dark: {
    ...{ paper: "#14171a", sheet: "#1b1f23", ink: "#eceae4", inkSoft: "#a9aeb5" },
    ...{ good: "#7fd09c", warn: "#f0b45a", bad: "#ff958c", focus: "#8fb8ff" },
  },
} as const;

export type Scheme = keyof typeof surfaces;
const schemes = ["light", "dark"] as const;

/** The colours that follow from a council's own in one scheme, as `#rrggbb`. */
export interface ThemeColours {
  /** Bands, buttons and the crest. */
  brand: string;
  /** A brand surface under the pointer. */
  brandStrong: string;
  /** Text, and the focus ring, on both of them. */
  onBrand: string;
  link: string;
  /** A quiet surface with a breath of the council's colour. */
  tint: string;
  /** The focus ring everywhere but on a brand surface. */
  focus: string;
}

/** Two colours that meet on a page, and the least contrast that WCAG 2.2 asks of them: 4.5 for text, 3 for marks. */
export interface ContrastPair {
  scheme: Scheme;
  pair: string;
  ratio: number;
  required: number;
}

const text = 4.5;
const mark = 3;
/** Where colours are derived, the library's rounding must not bring them below what WCAG's own formula asks. */
const hair = 0.001;
const white = "#ffffff";
const black = "#000000";

const contrast = (one: string, other: string) => Color.contrast(one, other, "WCAG21");

/** `share` (0 to 1) of `other` in `colour`, rounded to the hex that is sent: contrast is computed from what is seen. */
const mix = (colour: string, other: string, share: number) =>
  Color.mix(colour, other, share, { space: "oklab", outputSpace: "srgb" }).toString({ format: "hex", collapse: false });

/** Mixes `colour` with `end`, from `share` on in steps of a hundredth, until `fits`. The end itself always fits. */
function mixUntil(colour: string, end: string, share: number, fits: (mixed: string) => boolean): string {
  for (let hundredths = Math.round(share * 100); hundredths < 100; hundredths++) {
    const mixed = mix(colour, end, hundredths / 100);
    if (fits(mixed)) return mixed;
  }
  return end;
}

/** Raises a colour's lightness, at least to `lightness` (0 to 1), until `fits`; its hue stays what people know. */
function liftUntil(colour: string, lightness: number, fits: (lifted: string) => boolean): string {
  const own = new Color(colour).to("oklch");
  if (own.l! >= lightness && fits(colour)) return colour;
  for (let thousandths = Math.ceil(Math.max(own.l!, lightness) * 1000); thousandths < 1000; thousandths += 5) {
    const lifted = own
      .clone()
      .set("l", thousandths / 1000)
      .to("srgb")
      .toGamut()
      .toString({ format: "hex", collapse: false });
    if (fits(lifted)) return lifted;
  }
  return white;
}

/** The strongest tint, at most `share` of the brand, on which every text of the page stays readable. */
function tintOf(brand: string, scheme: Scheme, share: number): string {
  const { paper, ink, inkSoft, good, warn, bad, focus } = surfaces[scheme];
  return mixUntil(
    mix(paper, brand, share),
    paper,
    0,
    (tint) =>
      [ink, inkSoft, good, warn, bad].every((colour) => contrast(colour, tint) >= text + hair) &&
      contrast(focus, tint) >= mark + hair,
  );
}

function lightColours(brand: string): ThemeColours {
  const { paper, sheet, focus } = surfaces.light;
  const tint = tintOf(brand, "light", 0.08);
  const link = mixUntil(brand, black, 0.12, (colour) =>
    [paper, sheet, tint].every((under) => contrast(colour, under) >= text + hair),
  );
  return { brand, brandStrong: mix(brand, black, 0.2), onBrand: white, link, tint, focus };
}

/** In the dark a deep colour would sink into the paper, so that it is lifted until it stands out. */
function darkColours(colour: string): ThemeColours {
  const { paper, sheet, focus } = surfaces.dark;
  const brand = liftUntil(colour, 0, (lifted) =>
    [paper, sheet].every((under) => contrast(lifted, under) >= mark + hair),
  );
  const tint = tintOf(brand, "dark", 0.16);
  const link = liftUntil(colour, 0.8, (lifted) =>
    [paper, sheet, tint].every((under) => contrast(lifted, under) >= text + hair),
  );
  return { brand, brandStrong: mix(brand, black, 0.2), onBrand: white, link, tint, focus };
}

/** Deriving them tries shade after shade, for some ten milliseconds; they follow from the brand alone. */
const derived = new LRUCache<string, Record<Scheme, ThemeColours>>({ max: 200 });

/** Every colour of a council's pages, light and dark, from the one that it chose. */
export function themeColours({ brand }: Pick<Theme, "brand">): Record<Scheme, ThemeColours> {
  const known = derived.get(brand);
  if (known) return known;
  const colours = { light: lightColours(brand), dark: darkColours(brand) };
  derived.set(brand, colours);
  return colours;
}

/** Every pair of colours that depends on the council's choice, with its contrast. */
export function contrastPairs(theme: Pick<Theme, "brand">): ContrastPair[] {
  const colours = themeColours(theme);
  return schemes.flatMap((scheme) => {
    const { brand, brandStrong, onBrand, link, tint, focus } = colours[scheme];
    const { paper, sheet, ink, inkSoft, good, warn, bad } = surfaces[scheme];
    const pairs: [string, string, string, number][] = [
      ["brand on paper", brand, paper, scheme === "light" ? text : mark],
      ["brand on sheet", brand, sheet, scheme === "light" ? text : mark],
      ["text on brand", onBrand, brand, text],
      ["text on strong brand", onBrand, brandStrong, text],
      ["link on paper", link, paper, text],
      ["link on sheet", link, sheet, text],
      ["link on tint", link, tint, text],
      ["ink on tint", ink, tint, text],
      ["soft ink on tint", inkSoft, tint, text],
      ["good on tint", good, tint, text],
      ["warning on tint", warn, tint, text],
      ["bad on tint", bad, tint, text],
      ["focus on paper", focus, paper, mark],
      ["focus on sheet", focus, sheet, mark],
      ["focus on tint", focus, tint, mark],
    ];
    return pairs.map(([pair, one, other, required]) => ({ scheme, pair, ratio: contrast(one, other), required }));
  });
}

export type ThemeCheck = { ok: true } | { ok: false; problems: ContrastPair[] };

/** Whether every text and mark on a council's pages can be read in both schemes. */
export function checkTheme(theme: Pick<Theme, "brand">): ThemeCheck {
  const problems = contrastPairs(theme).filter(({ ratio, required }) => ratio < required);
  return problems.length === 0 ? { ok: true } : { ok: false, problems };
}

/** The nearest darker shade of a colour that a council may use; the colour itself where it is dark enough. */
export const readableShade = (brand: string): string =>
  mixUntil(
    brand,
    black,
    0,
    (shade) => contrast(shade, surfaces.light.paper) >= text && checkTheme({ brand: shade }).ok,
  );

/** Two decimals, rounded down: 4.499 must not read as the 4.5 that it misses. */
const shown = (ratio: number) => Math.floor(ratio * 100) / 100;

/**
 * Lets a readable theme pass.
 * @throws {AppError} `settings.low_contrast` (422) with the worst `ratio`, what is `required`, and a `suggestion`.
 */
export function requireReadable(theme: Pick<Theme, "brand">): void {
  const check = checkTheme(theme);
  if (check.ok) return;
  const worst = check.problems.reduce((one, other) => (other.ratio < one.ratio ? other : one));
  throw new AppError("settings.low_contrast", 422, {
    ratio: shown(worst.ratio),
    required: worst.required,
    suggestion: readableShade(theme.brand),
  });
}

const tokens: Record<keyof ThemeColours, string> = {
  brand: "--brand",
  brandStrong: "--brand-strong",
  onBrand: "--on-brand",
  link: "--link",
  tint: "--tint",
  focus: "--focus",
};

/** Deriving takes a millisecond, and every page asks. Brands come from the councils' settings, so they are few. */
const rules = new Map<string, string>();

/** The tokens that carry a council's colour, for both schemes, as one rule; it needs `color-scheme: light dark`. */
export function themeCss({ brand }: Pick<Theme, "brand">): string {
  const kept = rules.get(brand);
  if (kept) return kept;
  const { light, dark } = themeColours({ brand });
  const values = Object.entries(tokens).map(([name, token]) => {
    const key = name as keyof ThemeColours;
    return light[key] === dark[key] ? `${token}:${light[key]}` : `${token}:light-dark(${light[key]},${dark[key]})`;
  });
  const rule = `:root{${values.join(";")}}`;
  rules.set(brand, rule);
  return rule;
}
