import type { MemberList, MemberView } from "../../../server/features/people/members.schema.ts";
import type { Problem } from "../../../server/http/problem.schema.ts";
import type { Locale } from "../../../server/locale.shared.ts";
import { body, pageQuery, peopleApi } from "../../lib/api.ts";

/** What a card of a member shows. */
const card = (locale: Locale) => (member: MemberView) => {
  const { slug, url, name, gender, photo, occupation, seat, role, affiliation, committees, endsOn, endReason } = member;
  return {
    ...{ slug, name, gender, photo, occupation, seat, role, affiliation, endsOn, endReason },
    href: url[locale],
    committees: committees.map((one) => ({ name: one.name, role: one.role, href: one.url[locale] })),
  };
};

const shown = (list: MemberList, locale: Locale) => ({
  ...list,
  groups: list.groups.map(({ affiliation }) => affiliation),
  members: list.members.map(card(locale)),
  former: list.former.map(card(locale)),
  changes: list.changes.map(({ seat, list: won, holders }) => ({
    seat,
    list: won,
    holders: holders.map(({ slug: _, url, ...holder }) => ({ ...holder, href: url[locale] })),
  })),
});
export type Members = ReturnType<typeof shown>;
export type MemberCardData = Members["members"][number];

const refusals = [400, 422];

/** The members of the council, or why the filters were refused. `query` has known names only. */
export const getMembers = pageQuery(
  async (query: string, locale: Locale): Promise<{ list?: Members; problem?: Problem }> => {
    const answer = await peopleApi.index.$get({ query: Object.fromEntries(new URLSearchParams(query)) });
    if (refusals.includes(answer.status)) return { problem: (await answer.json()) as unknown as Problem };
    return { list: shown((await body(answer))!, locale) };
  },
  "members",
);

/** A person whole; `null` where there is none. */
export const getPerson = pageQuery(
  async (slug: string) => body(await peopleApi[":slug"].$get({ param: { slug } })),
  "person",
);
