import { publicationKind } from "../features/publications/kinds.shared.ts";
import type { PageMatch, PlainPage } from "./page-routes.shared.ts";

/** Which page is drawn: more kinds than addresses have, because elements differ in what they hold. */
export type View =
  | PlainPage
  | "part"
  | "element"
  | "collection"
  | "publication"
  | "albums"
  | "album"
  | "readiness"
  | "socialLinks"
  | "mediaContacts"
  | "directory"
  | "notFound";

const ownViews: Record<string, View> = {
  "B.I.2": "readiness",
  "V.1.4": "socialLinks",
  "V.1.5": "albums",
  "V.1.6": "mediaContacts",
};

/** The view of a page of a council's site; `null` is an address without a page. */
export function viewOf(match: PageMatch | null): View {
  if (!match) return "notFound";
  const { page, code = "" } = match;
  if (page === "item") return code === "V.1.5" ? "album" : "publication";
  if (page !== "element") return page;
  return ownViews[code] ?? (publicationKind(code) ? "collection" : "element");
}

/** Long texts are a file in each language, so that a reader fetches one. */
export const isTextView = (view: View): view is "accessibility" | "privacy" =>
  view === "accessibility" || view === "privacy";

/** Phrases that come with the pages that speak them. */
export type PageNamespace = "collections" | "home" | "elements" | "publications" | "directory";

/** Namespaces of phrases that a view speaks beside the common ones. */
export const namespacesOf: Partial<Record<View, readonly PageNamespace[]>> = {
  home: ["home", "elements", "publications"],
  part: ["elements"],
  element: ["elements"],
  readiness: ["elements"],
  siteMap: ["elements"],
  socialLinks: ["elements"],
  mediaContacts: ["elements"],
  albums: ["elements", "collections"],
  album: ["collections"],
  collection: ["elements", "collections", "publications"],
  publication: ["collections", "publications"],
  directory: ["directory"],
};
