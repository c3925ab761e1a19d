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
  search: "search/search-page",
  offline: "errors/offline-page",
};
const notFound: View = "errors/not-found-page";
export const directoryView: View = "directory/directory-page";
export const councilsSearchView: View = "directory/councils-search-page";
/** The view of a page of the apex. */
export const apexView = ({ page }: PageMatch): View => (page === "search" ? councilsSearchView : directoryView);

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

/** Files of phrases that come with the pages that speak them: each is its namespace … */
export const phraseFiles = [
  "home",
  "directory",
  "publications",
  "due",
  "matters",
  "periods",
  "people",
  "elections",
  "pay",
  "drafts",
  "plan",
  "meetings",
  "following",
  "watch",
  "calendar",
  "acts",
  "recordings",
  "registers",
  "search",
] as const;
/** … or a part of another. */
const partsOfNamespaces = {
  parts: "elements",
  procedures: "elements",
  "readiness-plan": "elements",
  headlines: "publications",
  collection: "publications",
  members: "people",
  person: "people",
  bodies: "people",
  draft: "drafts",
  meeting: "meetings",
  "meeting-lists": "meetings",
  act: "acts",
  "acts-register": "acts",
} as const;
export type PhraseFile = (typeof phraseFiles)[number] | keyof typeof partsOfNamespaces;
export const allPhraseFiles = (): PhraseFile[] => [
  ...phraseFiles,
  ...(Object.keys(partsOfNamespaces) as (keyof typeof partsOfNamespaces)[]),
];
export const namespaceOf = (file: PhraseFile) =>
  partsOfNamespaces[file as keyof typeof partsOfNamespaces] ?? (file as (typeof phraseFiles)[number]);

/** What all pages of a feature's folder speak beside the phrases of every page … */
const ofFolder: Record<string, readonly PhraseFile[]> = {
  home: ["home", "parts", "headlines"],
  publications: ["publications", "headlines"],
  directory: ["directory", "search"],
  deadlines: ["due", "periods"],
  people: ["people", "matters"],
  bodies: ["people", "bodies"],
  elections: ["elections"],
  pay: ["pay"],
  "draft-acts": ["due", "matters", "meetings", "drafts"],
  plan: ["matters", "plan"],
  meetings: ["matters", "meetings"],
  live: ["following", "meetings"],
  watch: ["watch"],
  calendar: ["calendar", "meetings"],
  acts: ["matters", "acts"],
  recordings: ["meetings", "recordings"],
  registers: ["registers"],
  search: ["matters", "search"],
};
/** … and what single pages speak beside that. */
const ofView: Record<View, readonly PhraseFile[]> = {
  "acts/act-page": ["due", "act"],
  "acts/acts-page": ["acts-register"],
  "contacts/media-contacts-page": ["procedures"],
  "contacts/social-links-page": ["procedures"],
  "draft-acts/draft-act-page": ["draft"],
  "elements/element-page": ["procedures"],
  "elements/part-page": ["parts"],
  "elements/readiness-page": ["parts", "readiness-plan"],
  "elements/site-map-page": ["parts"],
  "meetings/attendance-page": ["meeting-lists"],
  "meetings/meeting-page": ["due", "meeting"],
  "meetings/meetings-page": ["meeting-lists"],
  "people/members-page": ["members"],
  "people/person-page": ["person"],
  "publications/collection-page": ["collection"],
};

/** The files of phrases, beside those of every page, that a view speaks. */
export const phrasesOf = (view: View): readonly PhraseFile[] => [
  ...(ofFolder[view.slice(0, view.indexOf("/"))] ?? []),
  ...(ofView[view] ?? []),
];
