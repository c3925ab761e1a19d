import { aPage, aYear, oneOf, type QueryValues, readQuery, typedText } from "../../http/list-query.ts";
import { proposerKinds, subjects } from "../acts/acts.shared.ts";
import { commentStates, draftStages } from "./draft-acts.shared.ts";

const narrowing = {
  q: typedText,
  state: oneOf(commentStates),
  stage: oneOf(draftStages),
  subject: oneOf(subjects),
  proposer: oneOf(proposerKinds),
  year: aYear,
};

/** What the register is narrowed to. */
export type DraftFilters = QueryValues<typeof narrowing>;
/** The same with the page of the list, from 1. */
export type DraftListQuery = DraftFilters & { page: number };

/** @throws as `readQuery` */
export const draftFilters = (query: URLSearchParams): DraftFilters => readQuery(narrowing, query);

/** @throws as `readQuery` */
export function draftListQuery(query: URLSearchParams): DraftListQuery {
  const { page, ...filters } = readQuery({ ...narrowing, page: aPage }, query);
  return { ...filters, page: page ?? 1 };
}
