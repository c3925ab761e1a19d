import { create } from "xmlbuilder2";
import type { Locale, LocalizedText } from "../../locale.shared.ts";

export interface AtomEnclosure {
  /** Absolute. */
  href: string;
  mediaType: string;
  /** Bytes. */
  size: number;
  title: LocalizedText;
}

export interface AtomEntry {
  id: string;
  title: LocalizedText;
  summary: LocalizedText | null;
  /** HTML that has been cleaned. */
  body: LocalizedText | null;
  /** Absolute. */
  href: string;
  publishedAt: Date;
  updatedAt: Date;
  categories: { term: string; label?: string }[];
  enclosures: AtomEnclosure[];
}

export interface AtomFeed {
  id: string;
  locale: Locale;
  title: string;
  subtitle: string;
  author: string;
  /** Absolute, without a slash at the end; links inside of texts are read against it. */
  origin: string;
  /** Absolute: this feed, the page that it belongs to, and the feed in the other language. */
  self: string;
  page: string;
  /** `null` where the council has one language only. */
  otherLanguage: { locale: Locale; href: string } | null;
  /** When the feed last changed; of a feed without entries as well. */
  updatedAt: Date;
  entries: AtomEntry[];
}

export const licence = { name: "CC BY 4.0", url: "https://creativecommons.org/licenses/by/4.0/" } as const;

/** A text in the feed's language, else in Albanian and marked so. */
const inLocale = (text: LocalizedText, locale: Locale) =>
  text[locale] ? { text: text[locale], mark: {} } : { text: text.sq, mark: { "xml:lang": "sq" } };

/** The writer leaves what looks like an entity as it is, in texts and attributes; what people wrote is no XML. */
const literal = (text: string) => text.replaceAll("&", "&amp;");
const literals = (attributes: Record<string, string>) =>
  Object.fromEntries(Object.entries(attributes).map(([name, value]) => [name, literal(value)]));

/** An Atom feed (RFC 4287). Whatever stands in a text, the XML is well-formed: the library escapes it. */
export function atomXml(feed: AtomFeed): string {
  const { locale, origin } = feed;
  const root = create({ version: "1.0", encoding: "UTF-8", invalidCharReplacement: "" }).ele(
    "http://www.w3.org/2005/Atom",
    "feed",
    { "xml:lang": locale },
  );
  const link = (parent: typeof root, attributes: Record<string, string>) => parent.ele("link", literals(attributes));
  root.ele("id").txt(literal(feed.id));
  root.ele("title").txt(literal(feed.title));
  root.ele("subtitle").txt(literal(feed.subtitle));
  root.ele("updated").txt(feed.updatedAt.toISOString());
  root.ele("author").ele("name").txt(literal(feed.author));
  link(root, { rel: "self", type: "application/atom+xml", href: feed.self });
  link(root, { rel: "alternate", type: "text/html", hreflang: locale, href: feed.page });
  if (feed.otherLanguage)
    link(root, {
      rel: "alternate",
      type: "application/atom+xml",
      hreflang: feed.otherLanguage.locale,
      href: feed.otherLanguage.href,
    });
  link(root, { rel: "license", href: licence.url });
  root.ele("rights").txt(licence.name);
  root.ele("icon").txt(`${origin}/icon.svg`);
  root.ele("generator").txt("e-Këshilli");

  for (const entry of feed.entries) {
    const node = root.ele("entry");
    const title = inLocale(entry.title, locale);
    node.ele("id").txt(literal(entry.id));
    node.ele("title", title.mark).txt(literal(title.text));
    node.ele("published").txt(entry.publishedAt.toISOString());
    node.ele("updated").txt(entry.updatedAt.toISOString());
    link(node, { rel: "alternate", type: "text/html", href: entry.href });
    for (const { term, label } of entry.categories) node.ele("category", literals(label ? { term, label } : { term }));
    if (entry.summary) {
      const summary = inLocale(entry.summary, locale);
      node.ele("summary", summary.mark).txt(literal(summary.text));
    }
    if (entry.body) {
      const body = inLocale(entry.body, locale);
      node.ele("content", { type: "html", "xml:base": `${origin}/`, ...body.mark }).txt(literal(body.text));
    }
    for (const { href, mediaType, size, title: file } of entry.enclosures)
      link(node, {
        rel: "enclosure",
        href,
        type: mediaType,
        length: String(size),
        title: inLocale(file, locale).text,
      });
  }
  return root.end();
}
