import { beforeAll, describe, expect, it } from "vitest";
import { elements, parts, sections } from "../../server/features/elements/catalogue.shared.ts";
import { messages } from "../../web/i18n/messages.ts";
import { ask } from "./support/ask.ts";
import { type ReadPage, readPage } from "./support/read-page.ts";
import { siteOf } from "./support/visitor.ts";

const councils = ["valbardhe", "gurekuq", "detas", "korce"];
const atOnce = 4;
/** Asked for what it is, and not read. */
const isFile = /^\/(dokumente|foto|assets)\/|\.(png|svg|webmanifest|zip|csv|xlsx|json|jsonld|ics)$/;

/** The page of a register's columns. */
const isDescription = /\/(te-dhena-te-hapura|open-data)\//;

interface Visit {
  /** Absolute, without a fragment. */
  address: string;
  status: number;
  /** The first page that led here. */
  from: string;
  page: ReadPage | undefined;
}

const visits = new Map<string, Visit>();
/** Links of all pages: from where to where, with the fragment. */
const links: { from: string; to: string }[] = [];
const sitemaps = new Map<string, string[]>();

async function crawl() {
  const waiting: { address: string; from: string }[] = [];
  const known = new Set<string>();
  const hosts = new Set(["localhost", ...councils.map((council) => `${council}.localhost`)]);
  const note = (to: string, from: string) => {
    const { protocol, hostname, origin, pathname, search } = new URL(to);
    if (!/^https?:$/.test(protocol) || !hosts.has(hostname)) return;
    const address = origin + pathname + search;
    if (known.has(address)) return;
    known.add(address);
    waiting.push({ address, from });
  };
  const go = async ({ address, from }: { address: string; from: string }) => {
    const { hostname, pathname, search } = new URL(address);
    const method = isFile.test(pathname) ? "HEAD" : "GET";
    const { status, headers, body } = await ask(hostname, pathname + search, { method });
    const isPage = method === "GET" && headers["content-type"]?.startsWith("text/html");
    const page = isPage ? readPage(body.toString()) : undefined;
    visits.set(address, { address, status, from, page });
    if (status >= 300 && status < 400) note(new URL(headers.location!, address).href, address);
    for (const written of [...(page?.addresses ?? []), ...Object.values(page?.alternates ?? {})]) {
      const to = new URL(written, address).href;
      links.push({ from: address, to });
      note(to, address);
    }
  };

  for (const council of [null, ...councils]) {
    const { body } = await ask(council ? `${council}.localhost` : "localhost", "/sitemap.xml");
    const listed = [...body.toString().matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address]) => address!);
    sitemaps.set(council ?? "", listed);
    for (const home of ["/", "/en/"]) note(siteOf(council) + home, "the start");
  }
  const worker = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) await go(next);
  };
  // A worker that finds nothing to do now may find something once another has read its page.
  while (waiting.length > 0) await Promise.all(Array.from({ length: atOnce }, worker));
}

/** Some thousands of pages: two years of meetings and acts have one each, in both languages. */
beforeAll(crawl, 900_000);

const pages = () => [...visits.values()].flatMap(({ page, ...visit }) => (page ? [{ ...visit, page }] : []));
/** The first few, so that a fault of every page can be read. */
const few = <T>(found: T[]) => found.slice(0, 20);

describe("Following every link of every council's site, in both languages,", () => {
  it("finds all of it", () => {
    expect(pages().length).toBeGreaterThan(800);
    for (const council of councils)
      expect(pages().filter(({ address }) => address.startsWith(`${siteOf(council)}/en/`)).length).toBeGreaterThan(90);
  });

  it("leads nowhere that is not there, and nothing breaks", () => {
    const broken = [...visits.values()].filter(({ status }) => status >= 300);
    expect(few(broken.map(({ address, status, from }) => `${status} ${address} from ${from}`))).toEqual([]);
  });

  it("finds the place inside a page to which a link points", () => {
    const lost = links.filter(({ to }) => {
      const { hash, origin, pathname, search } = new URL(to);
      const page = visits.get(origin + pathname + search)?.page;
      return hash && page && !page.ids.has(decodeURIComponent(hash.slice(1)));
    });
    expect(few(lost)).toEqual([]);
  });

  it("reaches every page of the map for search engines, and no page that is not on it", () => {
    for (const [council, listed] of sitemaps) {
      const reached = pages()
        .map(({ address }) => address)
        .filter((address) => address.startsWith(`${siteOf(council || null)}/`) && !address.includes("?"));
      expect({
        council,
        // The description of a register that has a page of its own may be found by search engines alone.
        orphans: few(listed.filter((address) => !reached.includes(address) && !isDescription.test(address))),
        unlisted: few(reached.filter((address) => !listed.includes(address))),
      }).toEqual({ council, orphans: [], unlisted: [] });
    }
  });

  it("finds every page in the other language, which points back, and each knows its own address", () => {
    const faults = pages().flatMap(({ address, page: { alternates, canonical, language } }) => {
      const other = language === "sq" ? alternates.en : alternates.sq;
      const back = other && visits.get(other)?.page;
      if (!back) return [`${address} has no page in the other language`];
      if (back.alternates[language] !== address) return [`${other} does not point back to ${address}`];
      if (alternates[language] !== address || canonical !== address)
        return [`${address} takes itself for ${canonical}`];
      if (alternates["x-default"] !== alternates.sq) return [`${address} has no default language`];
      return [];
    });
    expect(few(faults)).toEqual([]);
  });

  it("finds a title on every page that no other page of its part of the site has", () => {
    const seen = new Map<string, string>();
    const faults: string[] = [];
    for (const { address, page } of pages().filter(({ address }) => !address.includes("?"))) {
      const { origin, pathname } = new URL(address);
      // A draft act, the item that discusses it and the notice of it have one name: the way to them tells them apart.
      const part = pathname
        .replace(/^\/en\//, "/")
        .split("/")
        .slice(0, 2)
        .join("/");
      const key = `${origin}${part} ${page.language} ${page.title}`;
      if (!page.title || seen.has(key)) faults.push(`“${page.title}”: ${address} and ${seen.get(key)}`);
      seen.set(key, address);
    }
    expect(few(faults)).toEqual([]);
  });

  it("finds data for search engines that can be read", () => {
    const faults = pages().filter(({ page }) => {
      try {
        return page.structuredData.some((text) => !JSON.parse(text)["@type"]);
      } catch {
        return true;
      }
    });
    expect(few(faults.map(({ address }) => address))).toEqual([]);
  });
});

const all = Object.entries(messages.en) as [keyof typeof messages.en, Record<string, string>][];

describe("What is read on all these pages", () => {
  it("is words: no name of a phrase, no placeholder, nothing that was never filled in", () => {
    const keys = new Set(all.flatMap(([, phrases]) => Object.keys(phrases)).filter((key) => key.includes(".")));
    const base = (key: string) => key.replace(/_(one|other)$/, "");
    for (const key of [...keys]) keys.add(base(key));
    const faults = pages().flatMap(({ address, page }) =>
      page.texts.flatMap(({ text }) => {
        const isBroken = /\bundefined\b|\bNaN\b|\bnull\b|\[object |\{\{|\}\}|Invalid Date/.test(text);
        const key = text.match(/[a-zA-Z]+(\.[a-zA-Z0-9_]+)+/g)?.find((word) => keys.has(word));
        return isBroken || key ? [`“${text.slice(0, 80)}” on ${address}`] : [];
      }),
    );
    expect(few(faults)).toEqual([]);
  });

  it.each([
    { language: "sq", foreign: "en" },
    { language: "en", foreign: "sq" },
  ] as const)("has no words of the interface in $foreign where $language is said", ({ language, foreign }) => {
    const own = Object.values(messages[language]).flatMap((phrases) => Object.values(phrases));
    const names = [...parts, ...sections, ...elements].flatMap((named) => [
      ...("title" in named ? [named.title[foreign]] : []),
      ...("short" in named ? [named.short[foreign]] : []),
    ]);
    const phrases = Object.values(messages[foreign]).flatMap((dictionary) => Object.values(dictionary));
    const suspicious = [...phrases.flatMap((phrase) => phrase.split(/\{\{.*?\}\}/)), ...names]
      .map((words) => words.trim())
      .filter((words) => words.length > 12 && !own.some((phrase) => phrase.includes(words)));
    const pattern = new RegExp(
      [...new Set(suspicious)].map((words) => words.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|"),
    );
    // What a register's columns hold is told in the code's own words, beside what they mean.
    const told = pages().filter(({ address }) => !isDescription.test(address));
    const faults = told.flatMap(({ address, page }) =>
      page.texts
        .filter((said) => said.language === language)
        .flatMap(({ text }) => {
          const found = pattern.exec(text);
          return found ? [`“${found[0]}” in “${text.slice(0, 80)}” on ${address}`] : [];
        }),
    );
    expect(few(faults)).toEqual([]);
  });
});
