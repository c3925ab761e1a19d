import { createHash } from "node:crypto";
import fresh from "fresh";
import { type Context, Hono, type MiddlewareHandler } from "hono";
import { AppError } from "../../http/errors.ts";
import { phrases } from "../../http/phrases.ts";
import type { CouncilScope } from "../../http/scope.ts";
import type { Locale } from "../../locale.shared.ts";
import { type CatalogueElement, elementByPath, type InBoth } from "../elements/catalogue.shared.ts";
import { titleOf } from "../elements/titles.ts";
import { publicationKind, publicElements } from "../publications/kinds.shared.ts";
import { findSettings } from "../settings/settings.queries.ts";
import type { Origins } from "../tenants/origins.ts";
import { atomXml } from "./atom.ts";
import { latestFeed } from "./feed-addresses.shared.ts";
import { publicationEntries } from "./publication-entries.ts";
import { recordingEntries } from "./recording-entries.ts";
import { entriesPerFeed, type Subject } from "./subject.ts";

/** What a feed without entries says: before there was any site to change. */
const beforeTheFirst = new Date("2026-01-01T00:00:00Z");

const suffixed = ({ sq, en }: InBoth): InBoth => ({ sq: `${sq}.atom`, en: `${en}.atom` });

const ofElement = ({ code, short, path }: CatalogueElement): Subject => ({
  name: code,
  title: short,
  subtitle: titleOf(code),
  page: path,
  feed: suffixed(path),
  entries: code === "V.1.3" ? recordingEntries : publicationEntries([code]),
});

/** What was published last, whatever it is. */
const newestOf =
  (...kinds: Subject["entries"][]): Subject["entries"] =>
  async (tx, asked) => {
    const entries = (await Promise.all(kinds.map((kind) => kind(tx, asked)))).flat();
    return entries
      .sort((one, other) => other.publishedAt.getTime() - one.publishedAt.getTime())
      .slice(0, entriesPerFeed);
  };

const ofCouncil = (): Subject => ({
  name: "latest",
  title: { sq: phrases("sq", "feeds")("latest_title"), en: phrases("en", "feeds")("latest_title") },
  subtitle: { sq: phrases("sq", "feeds")("latest_subtitle"), en: phrases("en", "feeds")("latest_subtitle") },
  page: { sq: "/", en: "/en/" },
  feed: latestFeed,
  entries: newestOf(publicationEntries(publicElements), recordingEntries),
});

function subjectAt(path: string): Subject | null {
  if (path === latestFeed.sq || path === latestFeed.en) return ofCouncil();
  const element = elementByPath(path.replace(/\.atom$/, ""));
  return element && (element.code === "V.1.3" || publicationKind(element.code)) ? ofElement(element) : null;
}

/**
 * Atom feeds: one for each collection and the video library, at their addresses with `.atom`, and one of everything that
 * is new, in both languages.
 * @param baseDomain the domain that the ids of entries are made of; they stay the same when a council gets its own.
 */
export function feeds(inCouncil: MiddlewareHandler<CouncilScope>, origins: Origins, baseDomain: string) {
  async function answer(c: Context<CouncilScope>) {
    const { db, now, tenant } = c.var;
    const { path } = c.req;
    const subject = subjectAt(path);
    if (!subject) throw new AppError("http.not_found", 404);
    const locale: Locale = path.startsWith("/en/") ? "en" : "sq";
    const other: Locale = locale === "en" ? "sq" : "en";
    const origin = origins.of(tenant.primaryHost);
    const idOf = (rest: string) => `tag:${baseDomain},2026:${tenant.slug}/${rest}/${locale}`;

    const { entries, languages } = await db.read(async (tx) => ({
      entries: await subject.entries(tx, { locale, origin, now, idOf }),
      languages: (await findSettings(tx)).languages,
    }));
    const council = tenant.names.council[locale] ?? tenant.names.council.sq;
    const xml = atomXml({
      id: idOf(`feeds/${subject.name}`),
      locale,
      title: `${subject.title[locale]} – ${council}`,
      subtitle: subject.subtitle[locale],
      author: council,
      origin,
      self: origin + subject.feed[locale],
      page: origin + subject.page[locale],
      otherLanguage: languages.includes(other) ? { locale: other, href: origin + subject.feed[other] } : null,
      updatedAt: new Date(Math.max(...entries.map(({ updatedAt }) => updatedAt.getTime()), beforeTheFirst.getTime())),
      entries,
    });
    const headers = {
      etag: `"${createHash("sha256").update(xml).digest("base64url")}"`,
      "cache-control": "public, no-cache",
      "access-control-allow-origin": "*",
    };
    if (fresh(Object.fromEntries(c.req.raw.headers), headers)) return new Response(null, { status: 304, headers });
    return new Response(xml, {
      headers: { ...headers, "content-type": "application/atom+xml; charset=utf-8", "content-language": locale },
    });
  }
  return new Hono<CouncilScope>().get("/:path{.+\\.atom}", inCouncil, answer);
}
