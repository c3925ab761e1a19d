import { inject } from "vitest";
import { elements, parts } from "../../../server/features/elements/catalogue.shared.ts";
import { itemUrl } from "../../../server/features/elements/item-urls.shared.ts";
import { type PublicationKind, publicationKinds } from "../../../server/features/publications/kinds.shared.ts";
import type { Locale } from "../../../server/locale.shared.ts";
import { matchPage, plainPages } from "../../../server/pages/page-routes.shared.ts";
import { viewOf } from "../../../server/pages/views.shared.ts";
import { api } from "./ask.ts";

type Paths = Record<Locale, string>;

export interface Template {
  name: string;
  paths: Paths;
  /** Of `*.localhost`; `null` is the directory of all. */
  council: string | null;
  /** Of the document. */
  status: number;
}

const at = (name: string, paths: Paths, council: string | null = "valbardhe", status = 200): Template => ({
  name,
  paths,
  council,
  status,
});

const withQuery = (paths: Paths, query: string): Paths => ({ sq: `${paths.sq}?${query}`, en: `${paths.en}?${query}` });
const pathsOf = (code: string) => elements.find((element) => element.code === code)!.path;

/** The first element of each way in which an element's page is drawn, filled and empty. */
async function elementTemplates(): Promise<Template[]> {
  const board = await api<{ elements: { code: string; readiness: string }[] }>("valbardhe", "elements");
  const isEmpty = new Map(board.elements.map(({ code, readiness }) => [code, readiness === "none"]));
  const ways = new Map<string, Template>();
  for (const { code, path } of elements) {
    const way = `${viewOf(matchPage(path.sq))}${isEmpty.get(code) ? ", empty" : ""}`;
    if (!ways.has(way)) ways.set(way, at(`${way}: ${code}`, path));
  }
  return [...ways.values()];
}

/** What is drawn of a document: how it is dated, its photo, what its fields and the columns of its tables hold. */
const drawn = ({ dating, photo, fields }: PublicationKind): string[] => [
  dating,
  ...(photo ? ["photo"] : []),
  ...fields.flatMap(({ kind, columns = [] }) => [kind, ...columns.map((column) => `column ${column.kind}`)]),
];

/** The newest document of every collection in which something is drawn that those before did not have. */
async function documentTemplates(): Promise<Template[]> {
  const seen = new Set<string>();
  const found: Template[] = [];
  for (const kind of Object.values(publicationKinds)) {
    const { items } = await api<{ items: { url: Paths }[] }>("valbardhe", `publications?element=${kind.element}`);
    if (!items[0] || drawn(kind).every((thing) => seen.has(thing))) continue;
    for (const thing of drawn(kind)) seen.add(thing);
    found.push(at(`document of ${kind.element}`, items[0].url));
  }
  return found;
}

/** Every way in which a page of the portal is drawn. */
export async function templates(): Promise<Template[]> {
  const { albanianOnly, withdrawn, wide } = inject("furtherContent");
  const albums = await api<{ items: { url: Paths }[] }>("valbardhe", "albums");
  const recordings = await api<{ items: { slug: string; url: Paths }[] }>("valbardhe", "recordings");
  return [
    ...Object.entries(plainPages).map(([name, paths]) => at(name, paths)),
    at("part", parts[0]!.path),
    at("part with one section", parts[3]!.path),
    ...(await elementTemplates()),
    ...(await documentTemplates()),
    at("second page of a list", withQuery(pathsOf("I.1.1"), "page=2")),
    at("list narrowed", withQuery(pathsOf("I.1.1"), "q=keshill&status=inForce")),
    at("list with nothing found", withQuery(pathsOf("V.1.1"), "q=zzzzzz")),
    at("list with a wrong filter", withQuery(pathsOf("I.1.1"), "year=abc"), "valbardhe", 422),
    at("album", albums.items[0]!.url),
    at("recording", withQuery(recordings.items[0]!.url, "t=300")),
    at("meeting that is over, as it was followed", itemUrl("I.3.5", recordings.items[0]!.slug)),
    at("search with results", withQuery(plainPages.search, "q=2026")),
    at("search over all councils", withQuery(plainPages.search, "q=2026"), null),
    at("nothing there", { sq: "/nuk-ka", en: "/en/nothing" }, "valbardhe", 404),
    at("home of a small council", plainPages.home, "gurekuq"),
    at("home of a new council", plainPages.home, "detas"),
    at("board of a new council", pathsOf("B.I.2"), "detas"),
    at("home of an empty council", plainPages.home, "korce"),
    at("empty collection", pathsOf("III.1.2"), "korce"),
    at("in Albanian only", albanianOnly, "korce"),
    at("wide", wide, "korce"),
    at("withdrawn", withdrawn, "korce", 410),
    at("suspended", plainPages.home, "berat", 503),
    at("unknown host", plainPages.home, "askush", 404),
    at("directory", plainPages.home, null),
    at("nothing in the directory", { sq: "/nuk-ka", en: "/en/nothing" }, null, 404),
  ];
}
