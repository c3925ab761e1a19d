import { aSlug, aYear, oneOf, readQuery } from "../../http/list-query.ts";
import { bodyKinds } from "../bodies/bodies.shared.ts";

/** What narrows the registers of what happens in meetings. */
const shape = {
  /** Whose meetings. */
  bodies: oneOf(bodyKinds),
  body: aSlug,
  year: aYear,
  /** One meeting. */
  meeting: aSlug,
  /** One member, where rows are of members. */
  member: aSlug,
};

/** @throws as `readQuery` */
export const registerFilters = (query: URLSearchParams) => readQuery(shape, query);
export type RegisterFilters = ReturnType<typeof registerFilters>;
