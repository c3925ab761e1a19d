import type { BodyKind } from "../../../server/features/bodies/bodies.shared.ts";
import type {
  Body,
  BodyList,
  BodySummary,
  MembershipList,
  MembershipView,
  WithdrawnBody,
} from "../../../server/features/bodies/body.schema.ts";
import type { Problem } from "../../../server/http/problem.schema.ts";
import type { Locale } from "../../../server/locale.shared.ts";
import { type Answer, bodiesApi, body, pageQuery } from "../../lib/api.ts";

const refusals = [400, 404, 422];
const asked = (query: string) => Object.fromEntries(new URLSearchParams(query));

/** What a row of the list shows. */
const row = (locale: Locale) => (item: BodySummary) => {
  const { name, unit, contacts, leader, members, next, endsOn, isNow, url } = item;
  return {
    ...{ name, unit, contacts, members, endsOn, isNow },
    href: url[locale],
    leader: leader && { name: leader.name, href: leader.url[locale], contacts: leader.contacts },
    next: next && { startsAt: next.startsAt, href: next.url[locale] },
  };
};
const shown = (list: BodyList, locale: Locale) => ({ ...list, items: list.items.map(row(locale)) });
export type Bodies = ReturnType<typeof shown>;

/** Bodies of a kind, or why the filters were refused. `query` has known names only. */
export const getBodies = pageQuery(
  async (kind: BodyKind, query: string, locale: Locale): Promise<{ list?: Bodies; problem?: Problem }> => {
    const answer = await bodiesApi.index.$get({ query: { kind, ...asked(query) } });
    if (refusals.includes(answer.status)) return { problem: (await answer.json()) as unknown as Problem };
    return { list: shown((await body(answer))!, locale) };
  },
  "bodies",
);

const line = (locale: Locale) => (item: MembershipView) => {
  const { person, body: of, role, title, howChosen, beginsOn, endsOn, endReason } = item;
  return {
    ...{ role, title, howChosen, beginsOn, endsOn, endReason },
    person: { name: person.name, href: person.url[locale] },
    body: { name: of.name, href: of.url[locale] },
  };
};
const lines = (list: MembershipList, locale: Locale) => ({ ...list, items: list.items.map(line(locale)) });
export type BoardMembers = ReturnType<typeof lines>;

/** The register of members of citizens’ boards, or why the filters were refused. */
export const getBoardMembers = pageQuery(
  async (query: string, locale: Locale): Promise<{ list?: BoardMembers; problem?: Problem }> => {
    const answer = await bodiesApi["board-members"].$get({ query: asked(query) });
    if (refusals.includes(answer.status)) return { problem: (await answer.json()) as unknown as Problem };
    return { list: lines((await body(answer))!, locale) };
  },
  "board-members",
);

type BodyAnswer = { body: Body; withdrawn?: never } | { withdrawn: WithdrawnBody; body?: never };

/** A body whole; what is left of it when it was withdrawn; `null` where there is none. */
export const getBody = pageQuery(
  async (kind: "committee" | "board" | "village" | "neighbourhood", slug: string): Promise<BodyAnswer | null> => {
    const answer = await bodiesApi[":kind{committee|board|village|neighbourhood}"][":slug"].$get({
      param: { kind, slug },
    });
    if (answer.status === 410) return { withdrawn: (await answer.json()) as unknown as WithdrawnBody };
    const found = await body(answer as Answer<Body>);
    return found && { body: found };
  },
  "body",
);

export const getSecretariat = pageQuery(async () => body(await bodiesApi.secretariat.$get()), "secretariat");
