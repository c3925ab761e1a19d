import { Hono } from "hono";
import { describeRoute, resolver } from "hono-openapi";
import * as v from "valibot";
import { jsonOf, problem } from "../../http/describe.ts";
import { queryOf } from "../../http/list-query.ts";
import { problemOf } from "../../http/problem.ts";
import type { CouncilScope } from "../../http/scope.ts";
import { validated } from "../../http/validated.ts";
import { dayIn, nextMidnight } from "../../local-time.ts";
import { documentsOf } from "../documents/attachments.queries.ts";
import { isWithdrawn } from "../lifecycle/lifecycle.ts";
import { nextScheduled } from "../schedule/schedule.queries.ts";
import { actListQuery } from "./act-filters.ts";
import { findAtAddress } from "./act-page.queries.ts";
import { actPage } from "./act-page.ts";
import { summaryView } from "./act-view.ts";
import { actNotFound, actWithdrawn, noSuchPage } from "./acts.errors.ts";
import { countFacets, findPage } from "./acts.queries.ts";
import { Act, ActList, NumberGaps, WithdrawnAct } from "./acts.schema.ts";
import { actNatures, actsPerPage, actTypes, forces, prefectStates, proposerKinds, subjects } from "./acts.shared.ts";
import { findGaps } from "./numbering.queries.ts";

const given = v.optional(v.string());
/** What is unknown is refused by name when the query is read. */
const ListQuery = v.objectWithRest(
  {
    q: given,
    year: given,
    type: given,
    nature: given,
    subject: given,
    proposer: given,
    body: given,
    force: given,
    prefect: given,
    sort: given,
    page: given,
  },
  given,
);

interface Counted {
  value: string;
  count: number;
}
/** A facet in the order of its choices. */
const inOrder = <T extends string>(choices: readonly T[], counted: readonly Counted[]) =>
  choices.flatMap((value) => {
    const count = counted.find((one) => one.value === value)?.count;
    return count === undefined ? [] : [{ value, count }];
  });

export const acts = new Hono<CouncilScope>()
  .get(
    "/",
    describeRoute({
      tags: ["acts"],
      summary: "A page of the register of acts, narrowed by its filters",
      responses: {
        200: jsonOf(ActList),
        400: problem("A filter that the register does not have"),
        404: problem("No such page of it"),
        422: problem("A filter's value is wrong"),
      },
    }),
    validated("query", ListQuery),
    async (c) => {
      const { db, notes, now } = c.var;
      const { filters, values, sort, page } = actListQuery(new URL(c.req.url).searchParams);
      for (const area of ["acts", "meetings", "people", "deadlines"] as const) notes.shows(area);
      // What is in force, and whose period is over, changes with the day.
      notes.holdsUntil(nextMidnight(now));
      const list = await db.read(async (tx) => {
        const [rows, facets, gaps, scheduled] = await Promise.all([
          findPage(tx, filters, sort, page, now),
          countFacets(tx, filters, now),
          findGaps(tx, now, filters.year),
          nextScheduled(tx, now),
        ]);
        notes.holdsUntil(scheduled);
        const pages = Math.max(Math.ceil(facets.total / actsPerPage), 1);
        if (page > pages) throw noSuchPage(pages);
        const ids = rows.map(({ id }) => id);
        const documents = await documentsOf(tx, "act", ids, now);
        if (filters.q !== null) notes.isPassing();
        const years = facets.of("year").map(({ value, count }) => ({ value: Number(value), count }));
        return {
          total: facets.total,
          page,
          pages,
          perPage: actsPerPage,
          filters: { ...values, sort },
          items: rows.map((row) => summaryView(row, documents.get(row.id) ?? [])),
          facets: {
            year: years.sort((a, b) => b.value - a.value),
            type: inOrder(actTypes, facets.of("type")),
            nature: inOrder(actNatures, facets.of("nature")),
            subject: inOrder(subjects, facets.of("subject")),
            proposer: inOrder(proposerKinds, facets.of("proposer")),
            body: facets.of("body").map(({ value, name, count }) => ({ value, name: name!, count })),
            force: inOrder(forces, facets.of("force")),
            prefect: inOrder(prefectStates, facets.of("prefect")),
          },
          gaps,
          exportQuery: queryOf(values),
        } satisfies ActList;
      });
      return c.json(list, 200);
    },
  )
  .get(
    "/gaps",
    describeRoute({
      tags: ["acts"],
      summary: "Numbers that no public act has, and why",
      responses: { 200: jsonOf(NumberGaps) },
    }),
    async (c) => {
      const { db, notes, now } = c.var;
      notes.shows("acts");
      return c.json({ items: await db.read((tx) => findGaps(tx, now)) } satisfies NumberGaps, 200);
    },
  )
  .get(
    "/:slug",
    describeRoute({
      tags: ["acts"],
      summary: "One act with its text, vote, relations, the prefect's review and the timeline of its whole life",
      responses: {
        200: jsonOf(Act),
        404: problem("Nothing stands at this address"),
        410: {
          description: "It was withdrawn: when and why",
          content: { "application/problem+json": { schema: resolver(WithdrawnAct) } },
        },
      },
    }),
    async (c) => {
      const { db, notes, now, locale, requestId } = c.var;
      for (const area of ["acts", "meetings", "drafts", "people", "deadlines"] as const) notes.shows(area);
      notes.holdsUntil(nextMidnight(now));
      const answer = await db.read(async (tx) => {
        const row = await findAtAddress(tx, c.req.param("slug"), now);
        if (!row) throw actNotFound();
        if (isWithdrawn(row, now)) return { withdrawn: row };
        const [act, scheduled] = await Promise.all([actPage(tx, row, now), nextScheduled(tx, now)]);
        notes.holdsUntil(scheduled);
        return { act };
      });
      if (answer.act) return c.json(answer.act, 200);
      const { type, number, series, withdrawn_at, withdrawn_reason } = answer.withdrawn;
      const gone: WithdrawnAct = {
        ...problemOf(actWithdrawn(dayIn(withdrawn_at!)), locale, requestId),
        code: "acts.withdrawn",
        type,
        number,
        series,
        withdrawnAt: withdrawn_at!.toISOString(),
        reason: withdrawn_reason!,
      };
      return c.json(gone, 410, { "content-type": "application/problem+json", "cache-control": "no-cache" });
    },
  );
export type ActsApi = typeof acts;
