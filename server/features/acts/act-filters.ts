import { aPage, aSlug, aYear, oneOf, type QueryValues, readQuery, typedText } from "../../http/list-query.ts";
import { type Asked, askedOf } from "../../search/register-text.ts";
import { actNatures, actSorts, actTypes, forces, prefectStates, proposerKinds, subjects } from "./acts.shared.ts";

const narrowing = {
  q: typedText,
  year: aYear,
  type: oneOf(actTypes),
  nature: oneOf(actNatures),
  subject: oneOf(subjects),
  proposer: oneOf(proposerKinds),
  body: aSlug,
  force: oneOf(forces),
  prefect: oneOf(prefectStates),
};

/** What is asked of the register, whatever the order and the page. */
export interface ActFilters extends QueryValues<typeof narrowing> {
  /** What `q` asks for. */
  asked: Asked;
}

const withWords = (values: QueryValues<typeof narrowing>): ActFilters => ({
  ...values,
  asked: askedOf(values.q),
});

/** Reads the filters alone, as open data does. @throws as `readQuery` */
export const actFilters = (query: URLSearchParams): ActFilters => withWords(readQuery(narrowing, query));

/** Reads the whole query of the register's page. @throws as `readQuery` */
export function actListQuery(query: URLSearchParams) {
  const { sort, page, ...values } = readQuery({ ...narrowing, sort: oneOf(actSorts), page: aPage }, query);
  return { filters: withWords(values), values, sort: sort ?? ("newest" as const), page: page ?? 1 };
}
