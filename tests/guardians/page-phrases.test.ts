import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { PublicationKind } from "../../server/features/publications/kinds.shared.ts";
import { news } from "../../server/features/publications/news.shared.ts";
import { allPhraseFiles, namespaceOf, type PhraseFile, phrasesOf, type View } from "../../server/pages/views.shared.ts";
import { en } from "../../web/i18n/en/index.ts";
import { messages, type Namespace } from "../../web/i18n/messages.ts";

const webImport = /^import (?!type\b)[^;]*?from "(\.[^"]+\.tsx?)";/gms;
const known = new Map<string, string>();
function source(file: string): string {
  if (!known.has(file)) known.set(file, readFileSync(file, "utf8"));
  return known.get(file)!;
}

/** A page's file and all of the web that it imports. */
function filesOf(file: string, found = new Set<string>()): Set<string> {
  if (found.has(file)) return found;
  found.add(file);
  for (const [, path] of source(file).matchAll(webImport)) {
    const imported = join(file, "..", path!);
    if (imported.startsWith("web/")) filesOf(imported, found);
  }
  return found;
}

const namespaces = Object.keys(messages.en) as Namespace[];
/** What a file may say: phrases of the namespaces that it names, in full or by what they begin with. */
function* spokenIn(file: string): Generator<[Namespace, string]> {
  const text = source(file);
  const strings = new Set([...text.matchAll(/"([\w.]+)"/g)].map((match) => match[1]!));
  const begun = [...text.matchAll(/`([\w.]+[._])\$\{/g)].map((match) => match[1]!);
  for (const namespace of namespaces.filter((name) => text.includes(`T("${name}")`) || text.includes(`<"${name}">`)))
    for (const key of Object.keys(messages.en[namespace]))
      if (strings.has(key.replace(/_(one|other)$/, "")) || begun.some((start) => key.startsWith(start)))
        yield [namespace, key];
}

const phrases = new Map<PhraseFile, string[]>();
for (const file of allPhraseFiles()) {
  const [bundle] = Object.values(await import(join(process.cwd(), `web/i18n/en/${file}.ts`))) as [object];
  phrases.set(file, Object.keys(bundle));
}
const atFirst = Object.entries(en).flatMap(([namespace, bundle]) =>
  Object.keys(bundle).map((key) => `${namespace}: ${key}`),
);

/** Of typed fields, a headline shows choices as they are, and days with their label. */
const isBesideHeadlines = (key: string) =>
  Object.values<PublicationKind>(news).some(({ fields }) =>
    fields.some(
      ({ name, kind, inList }) =>
        inList && (key.startsWith(`choice.${name}.`) || (kind === "date" && key === `field.${name}`)),
    ),
  );
const isShown = (view: View, namespace: Namespace, key: string) =>
  view !== "home/home-page" || namespace !== "publications" || isBesideHeadlines(key);

it("every file of phrases is one that the browser can load", () => {
  for (const locale of ["sq", "en"]) {
    const named = [...source(`web/i18n/${locale}/browser.ts`).matchAll(/"\.\/\{([^}]+)\}\.ts"/g)];
    const loadable = named.flatMap(([, files]) => files!.split(","));
    expect(loadable.toSorted(), locale).toEqual(allPhraseFiles().toSorted());
  }
});

const pages = globSync("web/features/{*/*-page,texts/*.{sq,en}}.tsx", {
  exclude: ["web/features/site/**", "web/features/**/{not-found,broken,apex,text}-page.tsx"],
});

describe("A page comes with the phrases that it speaks", () => {
  it("and the pages are found", () => expect(pages.length).toBeGreaterThan(30));

  it.each(pages)("%s", (page) => {
    const view = page.slice("web/features/".length).replace(/(\.(sq|en))?\.tsx$/, "") as View;
    const there = new Set(atFirst);
    for (const file of phrasesOf(view)) for (const key of phrases.get(file)!) there.add(`${namespaceOf(file)}: ${key}`);
    const spoken = [...filesOf(page)].flatMap((file) =>
      [...spokenIn(file)]
        .filter((spoken) => isShown(view, ...spoken))
        .map(([namespace, key]) => `${namespace}: ${key}`),
    );
    expect([...new Set(spoken)].filter((phrase) => !there.has(phrase))).toEqual([]);
  });
});
