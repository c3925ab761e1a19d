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

/** Files of phrases that come with the pages that speak them, and whose namespace each is or is a part of. */
export const phraseFiles = {
  home: "home",
  directory: "directory",
  parts: "elements",
  procedures: "elements",
  "readiness-plan": "elements",
  publications: "publications",
  headlines: "publications",
  collection: "publications",
  due: "due",
  matters: "matters",
  periods: "periods",
  people: "people",
  members: "people",
  person: "people",
  bodies: "people",
  elections: "elections",
  pay: "pay",
  drafts: "drafts",
  draft: "drafts",
  plan: "plan",
  meetings: "meetings",
  meeting: "meetings",
  "meeting-lists": "meetings",
  following: "following",
  watch: "watch",
  calendar: "calendar",
  acts: "acts",
  act: "acts",
  "acts-register": "acts",
  registers: "registers",
} as const;
export type PhraseFile = keyof typeof phraseFiles;
export const namespaceOf = (file: PhraseFile) => phraseFiles[file];

/** What all pages of a feature's folder speak beside the phrases of every page … */
const ofFolder: Record<string, readonly PhraseFile[]> = {
  home: ["home", "parts", "headlines"],
  publications: ["publications", "headlines"],
  directory: ["directory"],
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
  registers: ["registers"],
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
