/** What is found, in the order in which kinds are offered; the last are the site itself. */
export const searchKinds = [
  "act",
  "draft_act",
  "meeting",
  "agenda_item",
  "recording",
  "document",
  "person",
  "body",
  "election",
  "news",
  "notice",
  "publication",
  "album",
  "page",
] as const;
export type SearchKind = (typeof searchKinds)[number];
