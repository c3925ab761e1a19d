import { elementPages } from "./element-pages.shared.ts";
import type { PageMatch, PlainPage } from "./page-routes.shared.ts";

/** Which page is drawn: the file below `web/features` without its ending. Texts have a file in each language. */
export type View = `${string}/${string}`;

const plainViews: Record<PlainPage, View> = {
  home: "home/home-page",
  siteMap: "elements/site-map-page",
  accessibility: "texts/accessibility",
  privacy: "texts/privacy",
  deadlines: "deadlines/deadlines-page",
  offline: "errors/offline-page",
};
const notFound: View = "errors/not-found-page";
export const directoryView: View = "directory/directory-page";

/** The view of a page of a council's site; `null` is an address without a page. */
export function viewOf(match: PageMatch | null): View {
  if (!match) return notFound;
  const { page, code = "", view } = match;
  if (view) return view;
  if (page === "part") return "elements/part-page";
  if (page === "element") return elementPages[code]?.view ?? "elements/element-page";
  if (page === "item") return elementPages[code]?.item ?? notFound;
  return plainViews[page];
}

/** Long texts are a file in each language, so that a reader fetches one. */
export const isTextView = (view: View): boolean => view.startsWith("texts/");

/** Phrases that come with the pages that speak them. */
export const pageNamespaces = [
  "collections",
  "home",
  "elements",
  "publications",
  "directory",
  "due",
  "matters",
  "periods",
  "people",
  "elections",
  "pay",
  "drafts",
  "plan",
  "meetings",
  "calendar",
  "acts",
  "registers",
] as const;
export type PageNamespace = (typeof pageNamespaces)[number];

/** Namespaces that all pages of a feature's folder speak beside the common ones … */
const ofFolder: Record<string, readonly PageNamespace[]> = {
  home: ["home", "elements", "publications"],
  elements: ["elements"],
  contacts: ["elements"],
  albums: ["collections"],
  publications: ["collections", "publications"],
  directory: ["directory"],
  deadlines: ["collections", "due", "periods"],
  people: ["elements", "collections", "people", "matters"],
  bodies: ["elements", "collections", "people"],
  elections: ["elements", "collections", "elections"],
  pay: ["elements", "collections", "pay"],
  "draft-acts": ["elements", "collections", "due", "matters", "meetings", "drafts"],
  plan: ["elements", "collections", "matters", "plan"],
  meetings: ["elements", "collections", "due", "matters", "meetings"],
  calendar: ["elements", "collections", "calendar", "meetings"],
  acts: ["elements", "collections", "due", "matters", "acts"],
  registers: ["elements", "collections", "registers"],
};
/** … and those of single pages beside them. */
const ofView: Record<View, readonly PageNamespace[]> = {
  "albums/albums-page": ["elements"],
  "publications/collection-page": ["elements"],
};

export const namespacesOf = (view: View): readonly PageNamespace[] => [
  ...(ofFolder[view.slice(0, view.indexOf("/"))] ?? []),
  ...(ofView[view] ?? []),
];
