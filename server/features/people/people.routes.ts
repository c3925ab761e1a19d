import { Hono } from "hono";
import { describeRoute } from "hono-openapi";
import * as v from "valibot";
import { jsonOf, problem } from "../../http/describe.ts";
import { aSlug, readQuery, typedText } from "../../http/list-query.ts";
import { InvalidInput } from "../../http/problem.ts";
import type { CouncilScope } from "../../http/scope.ts";
import { validated } from "../../http/validated.ts";
import { dayIn, nextMidnight } from "../../local-time.ts";
import { nextScheduled } from "../schedule/schedule.queries.ts";
import { MemberList } from "./members.schema.ts";
import { readMembers } from "./members-page.ts";
import { personNotFound } from "./people.errors.ts";
import { Person } from "./person.schema.ts";
import { readPerson } from "./person-page.ts";

const given = v.optional(v.string());
/** What is unknown is refused by name. */
const MembersQuery = v.objectWithRest({ q: given, term: given, party: given, committee: given }, given);
export const memberFilters = { q: typedText, term: aSlug, party: aSlug, committee: aSlug };

export const people = new Hono<CouncilScope>()
  .get(
    "/",
    describeRoute({
      tags: ["people"],
      summary: "The members of the council in one term, in the council’s own order, narrowed by filters",
      responses: {
        200: jsonOf(MemberList),
        400: problem("A filter that the list does not have"),
        422: problem("A filter’s value is wrong"),
      },
    }),
    validated("query", MembersQuery),
    async (c) => {
      const { db, notes, now } = c.var;
      const filters = readQuery(memberFilters, new URL(c.req.url).searchParams);
      notes.shows("people");
      notes.holdsUntil(nextMidnight(now));
      const list = await db.read(async (tx) => {
        const [found, scheduled] = await Promise.all([
          readMembers(tx, filters, dayIn(now), now),
          nextScheduled(tx, now),
        ]);
        notes.holdsUntil(scheduled);
        return found;
      });
      if (!list) throw new InvalidInput([{ path: "term", code: "filter.not_a_choice" }]);
      const isEmpty = list.members.length + list.former.length === 0;
      // There is no end of words and of parties that nobody belongs to; kept, they would push everybody's pages out.
      if (filters.q !== null || (isEmpty && (filters.party !== null || filters.committee !== null))) notes.isPassing();
      return c.json(list, 200);
    },
  )
  .get(
    "/:slug",
    describeRoute({
      tags: ["people"],
      summary: "A person: who they are, their bodies, attendance, votes by name and proposals",
      responses: { 200: jsonOf(Person), 404: problem("No such person") },
    }),
    async (c) => {
      const { db, notes, now } = c.var;
      for (const area of ["people", "meetings", "acts", "drafts"] as const) notes.shows(area);
      notes.holdsUntil(nextMidnight(now));
      const person = await db.read(async (tx) => {
        const [found, scheduled] = await Promise.all([
          readPerson(tx, c.req.param("slug"), dayIn(now), now),
          nextScheduled(tx, now),
        ]);
        notes.holdsUntil(scheduled);
        return found;
      });
      if (!person) throw personNotFound();
      return c.json(person, 200);
    },
  );
export type PeopleApi = typeof people;
