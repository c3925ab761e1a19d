import { Hono } from "hono";
import { describeRoute, resolver } from "hono-openapi";
import * as v from "valibot";
import type { TenantDb } from "../../db/tenant-db.ts";
import { jsonOf, problem } from "../../http/describe.ts";
import { AppError } from "../../http/errors.ts";
import { aPage, aSlug, oneOf, readQuery, typedText } from "../../http/list-query.ts";
import { problemOf } from "../../http/problem.ts";
import type { CouncilScope, PageNotes } from "../../http/scope.ts";
import { validated } from "../../http/validated.ts";
import { dayIn, nextMidnight } from "../../local-time.ts";
import { isWithdrawn } from "../lifecycle/lifecycle.ts";
import { includes } from "../people/members.queries.ts";
import { personRef } from "../people/person-view.ts";
import { nextScheduled } from "../schedule/schedule.queries.ts";
import { bodyNotFound, bodyWithdrawn } from "./bodies.errors.ts";
import { countBodies, findBodies, findWithdrawnBody } from "./bodies.queries.ts";
import { type BodyKind, bodyKinds } from "./bodies.shared.ts";
import {
  Body,
  BodyList,
  bodiesPerPage,
  MembershipList,
  type MembershipView,
  membersPerPage,
  WithdrawnBody,
} from "./body.schema.ts";
import { readBody } from "./body-page.ts";
import { bodyRef, bodySummary } from "./body-view.ts";
import { countMembershipLines, findMembershipLines, type MembershipRow, times } from "./memberships.queries.ts";

const given = v.optional(v.string());
/** What is unknown is refused by name. */
const BodiesQuery = v.objectWithRest({ kind: v.picklist(bodyKinds), q: given, unit: given, page: given }, given);
const MembersQuery = v.objectWithRest({ q: given, body: given, when: given, page: given }, given);
export const bodyFilters = { q: typedText, unit: typedText, page: aPage };
export const membershipFilters = { q: typedText, body: aSlug, when: oneOf(times) };

const noSuchPage = (pages: number) => new AppError("publications.no_such_page", 404, { pages });

const membershipView = (row: MembershipRow, today: string): MembershipView => ({
  id: row.id,
  person: personRef(row),
  body: bodyRef({ slug: row.body_slug, kind: row.body_kind, name: row.body_name }),
  role: row.role,
  title: row.title,
  howChosen: row.how_chosen,
  beginsOn: row.begins_on,
  endsOn: row.ends_on,
  endReason: row.end_reason,
  isNow: includes(row, today),
});

/** What all pages about bodies tell: whose data they show, and until when it holds. */
function noteBodies(notes: PageNotes, now: Date) {
  notes.shows("people");
  notes.shows("meetings");
  notes.holdsUntil(nextMidnight(now));
}

async function bodyAt(db: TenantDb, notes: PageNotes, kind: BodyKind, slug: string | null, now: Date): Promise<Body> {
  noteBodies(notes, now);
  const body = await db.read(async (tx) => {
    const [found, scheduled] = await Promise.all([readBody(tx, kind, slug, dayIn(now), now), nextScheduled(tx, now)]);
    notes.holdsUntil(scheduled);
    const starts = found?.meetings.next[0]?.startsAt;
    if (starts) notes.holdsUntil(new Date(starts));
    return found;
  });
  if (!body) throw bodyNotFound();
  return body;
}

export const bodies = new Hono<CouncilScope>()
  .get(
    "/",
    describeRoute({
      tags: ["bodies"],
      summary: "Bodies of one kind: committees, citizens’ boards, village and neighbourhood councils",
      responses: {
        200: jsonOf(BodyList),
        400: problem("A filter that the list does not have"),
        404: problem("No such page"),
        422: problem("A filter’s value is wrong"),
      },
    }),
    validated("query", BodiesQuery),
    async (c) => {
      const { db, notes, now } = c.var;
      const { kind } = c.req.valid("query");
      const { page: asked, ...filters } = readQuery(bodyFilters, new URL(c.req.url).searchParams, ["kind"]);
      const page = asked ?? 1;
      noteBodies(notes, now);
      const list = await db.read(async (tx) => {
        const [rows, units, scheduled] = await Promise.all([
          findBodies(tx, [kind], filters, dayIn(now), now, { offset: (page - 1) * bodiesPerPage }),
          countBodies(tx, [kind], filters, now),
          nextScheduled(tx, now),
        ]);
        notes.holdsUntil(scheduled);
        for (const { next_starts_at } of rows) notes.holdsUntil(next_starts_at);
        const total = units
          .filter(({ unit }) => filters.unit === null || unit === filters.unit)
          .reduce((sum, { count }) => sum + count, 0);
        const pages = Math.max(Math.ceil(total / bodiesPerPage), 1);
        if (page > pages) throw noSuchPage(pages);
        // There is no end of words and of units that do not exist; kept, they would push everybody's pages out.
        if (filters.q !== null || (filters.unit !== null && total === 0)) notes.isPassing();
        return {
          ...{ kind, total, page, pages, perPage: bodiesPerPage, filters },
          facets: { units: units.flatMap(({ unit, count }) => (unit === null ? [] : [{ value: unit, count }])) },
          items: rows.map(bodySummary),
        } satisfies BodyList;
      });
      return c.json(list, 200);
    },
  )
  .get(
    "/board-members",
    describeRoute({
      tags: ["bodies"],
      summary: "The register of members of the citizens’ boards: who, in which role, from when to when, how chosen",
      responses: {
        200: jsonOf(MembershipList),
        400: problem("A filter that the list does not have"),
        404: problem("No such page"),
        422: problem("A filter’s value is wrong"),
      },
    }),
    validated("query", MembersQuery),
    async (c) => {
      const { db, notes, now } = c.var;
      const { page: asked, ...filters } = readQuery(
        { ...membershipFilters, page: aPage },
        new URL(c.req.url).searchParams,
      );
      const page = asked ?? 1;
      const today = dayIn(now);
      notes.shows("people");
      notes.holdsUntil(nextMidnight(now));
      const list = await db.read(async (tx) => {
        const [rows, facets, scheduled] = await Promise.all([
          findMembershipLines(tx, ["board"], filters, today, now, {
            limit: membersPerPage,
            offset: (page - 1) * membersPerPage,
          }),
          countMembershipLines(tx, ["board"], filters, today, now),
          nextScheduled(tx, now),
        ]);
        notes.holdsUntil(scheduled);
        const total = facets.find(({ facet }) => facet === "total")!.count;
        const pages = Math.max(Math.ceil(total / membersPerPage), 1);
        if (page > pages) throw noSuchPage(pages);
        if (filters.q !== null || (filters.body !== null && total === 0)) notes.isPassing();
        return {
          ...{ total, page, pages, perPage: membersPerPage, filters },
          facets: {
            bodies: facets
              .filter(({ facet }) => facet === "body")
              .map(({ value, label, count }) => ({ value: value!, label: label!, count })),
            when: facets.filter(({ facet }) => facet === "when").map(({ value, count }) => ({ value: value!, count })),
          },
          items: rows.map((row) => membershipView(row, today)),
        } satisfies MembershipList;
      });
      return c.json(list, 200);
    },
  )
  .get(
    "/secretariat",
    describeRoute({
      tags: ["bodies"],
      summary: "The council’s secretariat and its staff",
      responses: { 200: jsonOf(Body), 404: problem("Nothing is known of it yet") },
    }),
    async (c) => c.json(await bodyAt(c.var.db, c.var.notes, "secretariat", null, c.var.now), 200),
  )
  .get(
    "/:kind{committee|board|village|neighbourhood}/:slug",
    describeRoute({
      tags: ["bodies"],
      summary: "A body: what it is for, who is and was in it, how it is reached, its meetings",
      responses: {
        200: jsonOf(Body),
        404: problem("No such body"),
        410: {
          description: "It was withdrawn: when and why",
          content: { "application/problem+json": { schema: resolver(WithdrawnBody) } },
        },
      },
    }),
    async (c) => {
      const { db, notes, now, locale, requestId } = c.var;
      const { slug, ...param } = c.req.param();
      const kind = param.kind as BodyKind;
      const withdrawn = await db.read((tx) => findWithdrawnBody(tx, kind, slug));
      if (!withdrawn || !isWithdrawn(withdrawn, now)) return c.json(await bodyAt(db, notes, kind, slug, now), 200);
      noteBodies(notes, now);
      notes.holdsUntil(withdrawn.public_from);
      const { withdrawn_at, withdrawn_reason } = withdrawn;
      const gone: WithdrawnBody = {
        ...problemOf(bodyWithdrawn(dayIn(withdrawn_at!)), locale, requestId),
        code: "bodies.withdrawn",
        kind,
        withdrawnAt: withdrawn_at!.toISOString(),
        reason: withdrawn_reason!,
      };
      return c.json(gone, 410, { "content-type": "application/problem+json", "cache-control": "no-cache" });
    },
  );
export type BodiesApi = typeof bodies;
