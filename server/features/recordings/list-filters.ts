import { aPage, aSlug, aYear, oneOf, type QueryValues, readQuery, typedText } from "../../http/list-query.ts";
import { askedOf } from "../../search/register-text.ts";
import { meetingKinds } from "../meetings/meetings.shared.ts";

const withoutPage = { q: typedText, year: aYear, body: aSlug, kind: oneOf(meetingKinds) };
const listShape = { ...withoutPage, page: aPage };

const read = (asked: QueryValues<typeof withoutPage>, page: number) => ({ ...asked, asked: askedOf(asked.q), page });
/** The library as it was asked for; `null` where nothing was said. */
export type RecordingFilters = ReturnType<typeof read>;

/** @throws as `readQuery` */
export function listFilters(query: URLSearchParams): RecordingFilters {
  const { page, ...asked } = readQuery(listShape, query);
  return read(asked, page ?? 1);
}
/** The same of all rows, as open data. @throws as `readQuery` */
export const exportFilters = (query: URLSearchParams): RecordingFilters => read(readQuery(withoutPage, query), 1);
