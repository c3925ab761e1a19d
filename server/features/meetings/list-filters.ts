import { aPage, aSlug, aYear, oneOf, type QueryValues, readQuery, typedText } from "../../http/list-query.ts";
import { askedOf } from "../../search/register-text.ts";
import { type BodyKind, bodyKinds } from "../bodies/bodies.shared.ts";
import { meetingKinds, meetingStages } from "./meetings.shared.ts";

export const listShape = {
  /** Whose meetings. */
  bodies: oneOf(bodyKinds),
  q: typedText,
  year: aYear,
  body: aSlug,
  kind: oneOf(meetingKinds),
  stage: oneOf(meetingStages),
  page: aPage,
};

/** A list of meetings as it was asked for; `null` where nothing was said. */
export type MeetingFilters = ReturnType<typeof listFilters>;

const { page: _, ...withoutPage } = listShape;

function read(asked: QueryValues<typeof withoutPage>, page: number) {
  const bodies: BodyKind | null = asked.bodies;
  return {
    ...asked,
    asked: askedOf(asked.q),
    page,
    // The lists of the Council and of its committees are of what they decide in.
    isSittings: bodies === "council" || bodies === "committee",
  };
}

/** @throws as `readQuery` */
export function listFilters(query: URLSearchParams) {
  const { page, ...asked } = readQuery(listShape, query);
  return read(asked, page ?? 1);
}
/** The same of all rows, for the register as open data. @throws as `readQuery` */
export const exportFilters = (query: URLSearchParams) => read(readQuery(withoutPage, query), 1);
