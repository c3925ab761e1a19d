import { Hono } from "hono";
import { describeRoute, resolver } from "hono-openapi";
import * as v from "valibot";
import { jsonOf, problem } from "../../http/describe.ts";
import { aPage, queryOf, readQuery } from "../../http/list-query.ts";
import { problemOf } from "../../http/problem.ts";
import type { CouncilScope } from "../../http/scope.ts";
import { validated } from "../../http/validated.ts";
import { dayIn, nextMidnight } from "../../local-time.ts";
import { proposerKinds, subjects } from "../acts/acts.shared.ts";
import { findDeadlines, findReckoning } from "../deadlines/deadlines.queries.ts";
import { documentsOf } from "../documents/attachments.queries.ts";
import { isWithdrawn } from "../lifecycle/lifecycle.ts";
import { nextScheduled } from "../schedule/schedule.queries.ts";
import {
  actView,
  correctionView,
  discussionView,
  draftActSummary,
  draftActTexts,
  explainedPeriod,
} from "./draft-act-view.ts";
import { draftActNotFound, draftWithdrawn, noSuchDraftsPage } from "./draft-acts.errors.ts";
import {
  countDraftFacets,
  countInitiatives,
  findActsOfDraft,
  findDiscussions,
  findDraftAct,
  findDraftActs,
  findInitiatives,
  findOpenDraftActs,
  findPlannedFor,
} from "./draft-acts.queries.ts";
import {
  DraftAct,
  DraftActList,
  draftsPerPage,
  InitiativeList,
  OpenDraftActs,
  WithdrawnDraftAct,
} from "./draft-acts.schema.ts";
import { commentStates, draftActSubject, draftStages } from "./draft-acts.shared.ts";
import { draftListQuery } from "./draft-filters.ts";
import { findNoticeCorrections } from "./notice-corrections.service.ts";

const given = v.optional(v.string());
/** What is unknown is refused by name when the filters are read. */
const Filters = v.objectWithRest(
  { q: given, state: given, stage: given, subject: given, proposer: given, year: given, page: given },
  given,
);

function pagesOf(total: number, page: number): number {
  const pages = Math.max(Math.ceil(total / draftsPerPage), 1);
  if (page > pages) throw noSuchDraftsPage(pages);
  return pages;
}

export const draftActs = new Hono<CouncilScope>()
  // Days left are told everywhere here, and change at midnight.
  .use(async (c, next) => {
    const { notes, now } = c.var;
    // Whether people had their time hangs on the day of the decision too.
    for (const area of ["drafts", "deadlines", "acts", "meetings"] as const) notes.shows(area);
    notes.holdsUntil(nextMidnight(now));
    await next();
  })
  .get(
    "/",
    describeRoute({
      tags: ["draft-acts"],
      summary: "A page of the register of draft acts, narrowed by its filters",
      responses: {
        200: jsonOf(DraftActList),
        400: problem("A filter that the register does not have"),
        404: problem("No such page"),
        422: problem("A filter’s value is wrong"),
      },
    }),
    validated("query", Filters),
    async (c) => {
      const { db, notes, now } = c.var;
      const { page, ...filters } = draftListQuery(new URL(c.req.url).searchParams);
      const list = await db.read(async (tx) => {
        const [rows, facets, reckoning, scheduled] = await Promise.all([
          findDraftActs(tx, filters, page, now),
          countDraftFacets(tx, filters, now),
          findReckoning(tx),
          nextScheduled(tx, now),
        ]);
        notes.holdsUntil(scheduled);
        // There is no end of words that nobody wrote; kept, they would push everybody's pages out.
        if (filters.q !== null || (queryOf(filters) && facets.total === 0)) notes.isPassing();
        return {
          total: facets.total,
          page,
          pages: pagesOf(facets.total, page),
          perPage: draftsPerPage,
          items: rows.map((row) => draftActSummary(row, reckoning, now)),
          facets: {
            states: facets.of("state", commentStates),
            stages: facets.of("stage", draftStages),
            subjects: facets.of("subject", subjects),
            proposers: facets.of("proposer", proposerKinds),
            years: facets.years,
          },
        } satisfies DraftActList;
      });
      return c.json(list, 200);
    },
  )
  .get(
    "/open",
    describeRoute({
      tags: ["draft-acts"],
      summary: "What awaits the public’s comments today, the one that ends first at the head",
      responses: { 200: jsonOf(OpenDraftActs) },
    }),
    async (c) => {
      const { db, notes, now } = c.var;
      const items = await db.read(async (tx) => {
        const [rows, reckoning, scheduled] = await Promise.all([
          findOpenDraftActs(tx, now),
          findReckoning(tx),
          nextScheduled(tx, now),
        ]);
        notes.holdsUntil(scheduled);
        return rows.map((row) => draftActSummary(row, reckoning, now));
      });
      return c.json({ items } satisfies OpenDraftActs, 200);
    },
  )
  .get(
    "/initiatives",
    describeRoute({
      tags: ["draft-acts"],
      summary: "Notices that were given before drafting, the newest first",
      responses: {
        200: jsonOf(InitiativeList),
        400: problem("A filter that the list does not have"),
        404: problem("No such page"),
        422: problem("A wrong page number"),
      },
    }),
    validated("query", v.objectWithRest({ page: given }, given)),
    async (c) => {
      const { db, notes, now } = c.var;
      const page = readQuery({ page: aPage }, new URL(c.req.url).searchParams).page ?? 1;
      const list = await db.read(async (tx) => {
        const [rows, total, reckoning, scheduled] = await Promise.all([
          findInitiatives(tx, page, now),
          countInitiatives(tx, now),
          findReckoning(tx),
          nextScheduled(tx, now),
        ]);
        notes.holdsUntil(scheduled);
        return {
          total,
          page,
          pages: pagesOf(total, page),
          perPage: draftsPerPage,
          items: rows.map((row) => ({
            ...draftActSummary(row, reckoning, now),
            reasons: row.reasons,
            expectedEffect: row.expected_effect,
          })),
        } satisfies InitiativeList;
      });
      return c.json(list, 200);
    },
  )
  .get(
    "/:slug",
    describeRoute({
      tags: ["draft-acts"],
      summary:
        "One draft act: its texts and papers, its periods for comments, where it was discussed, and what came of it",
      responses: {
        200: jsonOf(DraftAct),
        404: problem("No such draft act"),
        410: {
          description: "It was withdrawn; when and why",
          content: { "application/problem+json": { schema: resolver(WithdrawnDraftAct) } },
        },
      },
    }),
    async (c) => {
      const { db, notes, now, locale, requestId } = c.var;
      const slug = c.req.param("slug");
      notes.shows("people");
      const answer = await db.read(async (tx) => {
        const [row, scheduled] = await Promise.all([findDraftAct(tx, slug, now), nextScheduled(tx, now)]);
        notes.holdsUntil(scheduled);
        if (!row) throw draftActNotFound();
        if (isWithdrawn(row, now)) return { withdrawn: row };
        const [periods, reckoning, corrections, documents, discussions, acts, planned] = await Promise.all([
          findDeadlines(tx, draftActSubject, row.id),
          findReckoning(tx),
          findNoticeCorrections(tx, row.id),
          documentsOf(tx, "draftAct", [row.id], now),
          findDiscussions(tx, row.id, now),
          findActsOfDraft(tx, row.id, now),
          findPlannedFor(tx, row.id, now),
        ]);
        const draftAct: DraftAct = {
          ...draftActTexts(row),
          periods: periods.map((period) => explainedPeriod(period, reckoning, now)),
          corrections: corrections.map(correctionView),
          documents: documents.get(row.id) ?? [],
          discussions: discussions.map(discussionView),
          acts: acts.map(actView),
          planned,
        };
        return { draftAct };
      });
      if (answer.draftAct) return c.json(answer.draftAct, 200);
      const { withdrawn_at, withdrawn_reason } = answer.withdrawn;
      const gone: WithdrawnDraftAct = {
        ...problemOf(draftWithdrawn(dayIn(withdrawn_at!)), locale, requestId),
        code: "drafts.withdrawn",
        slug,
        withdrawnAt: withdrawn_at!.toISOString(),
        reason: withdrawn_reason!,
      };
      return c.json(gone, 410, { "content-type": "application/problem+json", "cache-control": "no-cache" });
    },
  );
export type DraftActsApi = typeof draftActs;
