import { create } from "xmlbuilder2";
import type { TenantTx } from "../../db/tenant-db.ts";
import { type Locale, locales } from "../../locale.shared.ts";
import { elementPages } from "../../pages/element-pages.shared.ts";
import { plainPages } from "../../pages/page-routes.shared.ts";
import { elementByCode, elements, isElementCode, parts } from "../elements/catalogue.shared.ts";
import { bodyUrl } from "../elements/item-urls.shared.ts";
import { findFollowed } from "../following/watch.ts";
import { isShown } from "../recordings/recordings.queries.ts";

interface Entry {
  paths: Record<Locale, string>;
  changed?: Date;
}

/** A sitemap may hold this many addresses; each entry has one per language. */
const maximumEntries = 25_000;

const fixedEntries: Entry[] = [
  ...Object.entries(plainPages)
    .filter(([page]) => page !== "offline" && page !== "search")
    .map(([, paths]) => ({ paths })),
  ...parts.map(({ path }) => ({ paths: path })),
  ...elements.map(({ path }) => ({ paths: path })),
  ...elements.flatMap(({ code, path }) =>
    (elementPages[code]?.below ?? []).map(({ slug }) => ({
      paths: { sq: `${path.sq}/${slug.sq}`, en: `${path.en}/${slug.en}` },
    })),
  ),
];

/** The work of the council by the element below whose page its rows have theirs. */
const work = {
  "I.3.6": "acts",
  "I.3.7": "draft_acts",
  "I.3.3": "meetings",
  "I.2.1": "people",
  "I.2.4": "elections",
} as const;

async function workEntries(tx: TenantTx, now: Date) {
  const shown = Object.entries(work).filter(([code]) => elementPages[code]?.item);
  const rows = await Promise.all(
    shown.map(([, table]) =>
      tx
        .selectFrom(table)
        .select(["slug", "updated_at"])
        .where("state", "=", "published")
        .where("public_from", "<=", now)
        .orderBy("public_from", "desc")
        .limit(maximumEntries)
        .execute(),
    ),
  );
  return shown.flatMap(([code], at) => rows[at]!.map((row) => ({ code, ...row })));
}

/** Every address of the bound council that search engines should know, newest items first. */
export async function sitemapEntries(tx: TenantTx, now: Date): Promise<Entry[]> {
  const [done, followed, bodies, publications, albums, recordings] = await Promise.all([
    workEntries(tx, now),
    findFollowed(tx, now),
    tx
      .selectFrom("bodies")
      .select(["kind", "slug", "updated_at"])
      .where("state", "=", "published")
      .where("public_from", "<=", now)
      .where("kind", "not in", ["council", "secretariat"])
      .orderBy("public_from", "desc")
      .limit(1_000)
      .execute(),
    tx
      .selectFrom("publications")
      .select(["element", "slug", "updated_at"])
      .where("state", "=", "published")
      .where("public_from", "<=", now)
      .orderBy("public_from", "desc")
      .limit(maximumEntries - fixedEntries.length)
      .execute(),
    tx
      .selectFrom("albums")
      .select(["slug", "updated_at"])
      .where("state", "=", "published")
      .where("public_from", "<=", now)
      .orderBy("public_from", "desc")
      .limit(1_000)
      .execute(),
    tx
      .selectFrom("recordings as r")
      .innerJoin("meetings as m", "m.id", "r.meeting_id")
      .select(["m.slug", "r.updated_at"])
      .where(isShown(now))
      .orderBy("r.public_from", "desc")
      .limit(2_000)
      .execute(),
  ]);
  const item = (code: string, slug: string, changed?: Date): Entry[] => {
    if (!isElementCode(code)) return [];
    const { path } = elementByCode(code);
    return [{ paths: { sq: `${path.sq}/${slug}`, en: `${path.en}/${slug}` }, changed }];
  };
  return [
    ...fixedEntries,
    // Those that are still to be followed: all others are read on their meeting's own page.
    ...[...followed.shown, followed.next].flatMap((row) => (row ? item("I.3.5", row.slug) : [])),
    ...done.flatMap(({ code, slug, updated_at }) => item(code, slug, updated_at)),
    ...bodies.map(({ kind, slug, updated_at }) => ({ paths: bodyUrl(kind, slug), changed: updated_at })),
    ...recordings.flatMap(({ slug, updated_at }) => item("V.1.3", slug, updated_at)),
    ...albums.flatMap(({ slug, updated_at }) => item("V.1.5", slug, updated_at)),
    ...publications.flatMap(({ element, slug, updated_at }) => item(element, slug, updated_at)),
  ].slice(0, maximumEntries);
}

/** The sitemap protocol's XML; each page names itself in the other language, where the site has more than one. */
export function sitemapXml(entries: readonly Entry[], origin: string, languages: readonly Locale[] = locales): string {
  const root = create({ version: "1.0", encoding: "UTF-8" }).ele("urlset", {
    xmlns: "http://www.sitemaps.org/schemas/sitemap/0.9",
    "xmlns:xhtml": "http://www.w3.org/1999/xhtml",
  });
  for (const { paths, changed } of entries)
    for (const locale of languages) {
      const url = root.ele("url");
      url.ele("loc").txt(origin + paths[locale]);
      if (changed) url.ele("lastmod").txt(changed.toISOString());
      for (const hreflang of languages.length > 1 ? languages : [])
        url.ele("xhtml:link", { rel: "alternate", hreflang, href: origin + paths[hreflang] });
    }
  return root.end();
}
