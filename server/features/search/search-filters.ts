import { aDay, aPage, aSlug, aYear, type FilterReader, oneOf, readQuery } from "../../http/list-query.ts";
import { cleanQuestion } from "../../search/languages.ts";
import { searchKinds } from "../../search/search-kinds.shared.ts";
import { subjects } from "../acts/acts.shared.ts";
import { searchOrders, stayHere } from "./search.shared.ts";

/** Whatever was typed is a question. */
const aQuestion: FilterReader<string> = { read: (text) => ({ value: cleanQuestion(text) }) };

const shape = {
  q: aQuestion,
  kind: oneOf(searchKinds),
  year: aYear,
  from: aDay,
  until: aDay,
  page: aPage,
  sort: oneOf(searchOrders),
};
const ofCouncil = {
  ...shape,
  body: aSlug,
  topic: oneOf(subjects),
  [stayHere]: oneOf(["1"]),
  lang: oneOf(["sq", "en"]),
};
const ofAll = { ...shape, county: aSlug, council: aSlug, lang: oneOf(["sq", "en"]) };

/** Reads what is asked of a council's search. @throws as `readQuery` */
export const searchQuery = (query: URLSearchParams) => readQuery(ofCouncil, query);
export type SearchQuery = ReturnType<typeof searchQuery>;

/** Reads what is asked of the search over councils. @throws as `readQuery` */
export const councilsQuery = (query: URLSearchParams) => readQuery(ofAll, query);
export type CouncilsQuery = ReturnType<typeof councilsQuery>;
