import Color from "colorjs.io";
import { phrases } from "../../http/phrases.ts";
import type { Locale } from "../../locale.shared.ts";
import { contrastPairs, readableShade, surfaces, themeColours } from "./theme.ts";

/** One pair of colours that meet on a page, in words and numbers. */
export interface ToldPair {
  scheme: "light" | "dark";
  name: string;
  /** WCAG 2.2, two decimals rounded down, and the least that is asked. */
  ratio: string;
  required: string;
  /** APCA's lightness contrast, without its sign: a second opinion, closer to what eyes see. */
  apca: number;
  fits: boolean;
}

export interface ToldContrast {
  brand: string;
  fits: boolean;
  /** In a sentence. */
  verdict: string;
  /** The nearest darker shade that may be used; the colour itself where it may. */
  suggestion: string;
  pairs: ToldPair[];
  /** Of the preview, `#rrggbb` each. */
  colours: Record<"light" | "dark", Record<"paper" | "ink" | "brand" | "onBrand" | "link" | "tint", string>>;
}

/** The pairs that a person can picture; all thirty are checked. */
const told = ["brand on paper", "text on brand", "link on paper", "ink on tint", "focus on paper"] as const;
const phraseOf = {
  "brand on paper": "pair_brand",
  "text on brand": "pair_text",
  "link on paper": "pair_link",
  "ink on tint": "pair_tint",
  "focus on paper": "pair_focus",
} as const satisfies Record<(typeof told)[number], string>;

const twoDecimals = (ratio: number, locale: Locale) =>
  new Intl.NumberFormat(locale === "sq" ? "sq" : "en-GB", {
    minimumFractionDigits: 2,
    maximumFractionDigits: 2,
  }).format(Math.floor(ratio * 100) / 100);

function apca(brand: string, scheme: "light" | "dark", pair: (typeof told)[number]): number {
  const { brand: band, onBrand, link, tint, focus } = themeColours({ brand })[scheme];
  const { paper, ink } = surfaces[scheme];
  const [over, under] = {
    "brand on paper": [band, paper],
    "text on brand": [onBrand, band],
    "link on paper": [link, paper],
    "ink on tint": [ink, tint],
    "focus on paper": [focus, paper],
  }[pair] as [string, string];
  return Math.round(Math.abs(Color.contrast(under, over, "APCA")));
}

/** How well a council's pages could be read in a colour. @param brand `#rrggbb` */
export function contrastTold(brand: string, locale: Locale): ToldContrast {
  const t = phrases(locale, "settings");
  const all = contrastPairs({ brand });
  const misses = all.filter(({ ratio, required }) => ratio < required);
  const suggestion = readableShade(brand);
  const colours = themeColours({ brand });
  const seen = (scheme: "light" | "dark") => {
    const { paper, ink } = surfaces[scheme];
    const { brand, onBrand, link, tint } = colours[scheme];
    return { paper, ink, brand, onBrand, link, tint };
  };
  return {
    brand,
    fits: misses.length === 0,
    verdict: misses.length === 0 ? t("contrast_fits") : t("contrast_misses", { suggestion, count: misses.length }),
    suggestion,
    colours: { light: seen("light"), dark: seen("dark") },
    pairs: all.flatMap(({ scheme, pair, ratio, required }) => {
      const name = told.find((one) => one === pair);
      return name
        ? [
            {
              scheme,
              name: t(phraseOf[name]),
              ratio: twoDecimals(ratio, locale),
              required: twoDecimals(required, locale),
              apca: apca(brand, scheme, name),
              fits: ratio >= required,
            },
          ]
        : [];
    }),
  };
}
