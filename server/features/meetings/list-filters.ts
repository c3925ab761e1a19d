import { aPage, aSlug, aYear, likeWords, oneOf, readQuery, typedText } from "../../http/list-query.ts";
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

/** @throws as `readQuery` */
export function listFilters(query: URLSearchParams) {
  const { page, ...filters } = readQuery(listShape, query);
  const bodies: BodyKind | null = filters.bodies;
  return {
    ...filters,
    words: likeWords(filters.q),
    page: page ?? 1,
    // The lists of the Council and of its committees are of what they decide in.
    isSittings: bodies === "council" || bodies === "committee",
  };
}
