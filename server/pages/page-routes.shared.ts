import { elementByPath, partByPath } from "../features/elements/catalogue.shared.ts";
import type { Locale } from "../locale.shared.ts";
import { elementPages, type PageBelow } from "./element-pages.shared.ts";
import type { View } from "./views.shared.ts";

/** Pages that belong to no element. English paths carry their `/en`. */
export const plainPages = {
  home: { sq: "/", en: "/en/" },
  siteMap: { sq: "/harta", en: "/en/site-map" },
  accessibility: { sq: "/aksesueshmeria", en: "/en/accessibility" },
  privacy: { sq: "/privatesia", en: "/en/privacy" },
  deadlines: { sq: "/afatet", en: "/en/deadlines" },
  search: { sq: "/kerko", en: "/en/search" },
  offline: { sq: "/pa-lidhje", en: "/en/offline" },
} as const satisfies Record<string, Record<Locale, string>>;
export type PlainPage = keyof typeof plainPages;

/** Parts of the query that mean something on such a page. */
const plainQueries: Partial<Record<PlainPage, readonly string[]>> = {
  deadlines: ["rule", "from", "time", "given", "year"],
  search: "q kind year body topic from until sort county council page".split(" "),
};

/** A page that exists on a council's site, whatever it holds. */
export interface PageMatch {
  page: PlainPage | "part" | "element" | "item";
  locale: Locale;
  /** Its address in both languages. */
  paths: Record<Locale, string>;
  /** Code of the part or element. */
  code?: string;
  /** The last segment of an item below an element; of a page that is always there, the Albanian one. */
  slug?: string;
  /** What is drawn, where the element does not say it for all below it. */
  view?: View;
  /** Parts of the query that mean something here; all others are dropped. */
  query: readonly string[];
}

const plainByPath = new Map(
  (Object.entries(plainPages) as [PlainPage, Record<Locale, string>][]).flatMap(([page, paths]) =>
    (["sq", "en"] as const).map((locale) => [paths[locale], { page, locale, paths }] as const),
  ),
);

const found = new WeakMap<readonly PageBelow[], Record<Locale, Map<string, PageBelow>>>();
function belowBySlug(pages: readonly PageBelow[] | undefined) {
  if (!pages) return;
  let bySlug = found.get(pages);
  if (!bySlug) {
    bySlug = {
      sq: new Map(pages.map((page) => [page.slug.sq, page])),
      en: new Map(pages.map((page) => [page.slug.en, page])),
    };
    found.set(pages, bySlug);
  }
  return bySlug;
}

const itemPath = /^(.+)\/([a-z0-9]+(?:-[a-z0-9]+)*)$/;
/** Finds the page at a path of a council's site, or `null`. The path is as in the address, without query. */
export function matchPage(path: string): PageMatch | null {
  const locale: Locale = path.startsWith("/en/") ? "en" : "sq";
  const plain = plainByPath.get(path);
  if (plain) return { ...plain, query: plainQueries[plain.page] ?? [] };
  const part = partByPath(path);
  if (part) return { page: "part", locale, paths: part.path, code: part.code, query: [] };
  const element = elementByPath(path);
  if (element)
    return {
      page: "element",
      locale,
      paths: element.path,
      code: element.code,
      query: elementPages[element.code]?.query ?? [],
    };
  const [, parent, slug] = itemPath.exec(path) ?? [];
  const owner = parent && elementByPath(parent);
  const drawn = owner ? elementPages[owner.code] : undefined;
  if (!owner || !slug || !drawn) return null;
  const fixed = belowBySlug(drawn.below)?.[locale].get(slug);
  if (fixed) {
    const paths = { sq: `${owner.path.sq}/${fixed.slug.sq}`, en: `${owner.path.en}/${fixed.slug.en}` };
    const { view, query = [] } = fixed;
    return { page: "item", locale, paths, code: owner.code, slug: fixed.slug.sq, view, query };
  }
  if (!drawn.item) return null;
  const paths = { sq: `${owner.path.sq}/${slug}`, en: `${owner.path.en}/${slug}` };
  return { page: "item", locale, paths, code: owner.code, slug, query: drawn.itemQuery ?? [] };
}

/** Of one part, with the letter by which it is too long: what is cut here is refused in words, and not passed over. */
const longestPart = 201;

/** The query in one spelling: known parts only, in their order, empty ones dropped. */
export function canonicalQuery(match: PageMatch, query: URLSearchParams): string {
  const kept = new URLSearchParams();
  for (const name of match.query) {
    const value = query.get(name)?.trim();
    if (value) kept.set(name, value.slice(0, longestPart));
  }
  return kept.toString();
}
