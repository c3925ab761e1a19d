import { Hono } from "hono";
import { describeRoute } from "hono-openapi";
import { jsonOf, problem } from "../../http/describe.ts";
import { readQuery } from "../../http/list-query.ts";
import type { CouncilScope } from "../../http/scope.ts";
import { dayIn, nextMidnight } from "../../local-time.ts";
import { documentsOf } from "../documents/attachments.queries.ts";
import { nextScheduled } from "../schedule/schedule.queries.ts";
import { compared, difference, electionSummary, mandateChanges, near } from "./election-view.ts";
import { electionNotFound } from "./elections.errors.ts";
import { findElections, findHolders, findLists, findTerm } from "./elections.queries.ts";
import { Election, ElectionList } from "./elections.schema.ts";

export const elections = new Hono<CouncilScope>()
  .get(
    "/",
    describeRoute({
      tags: ["elections"],
      summary: "Local elections with their results by list, the newest first",
      responses: { 200: jsonOf(ElectionList), 400: problem("A filter that does not exist") },
    }),
    async (c) => {
      const { db, notes, now } = c.var;
      readQuery({}, new URL(c.req.url).searchParams);
      notes.shows("elections");
      notes.shows("people");
      const items = await db.read(async (tx) => {
        const [rows, lists, scheduled] = await Promise.all([
          findElections(tx, now),
          findLists(tx, now),
          nextScheduled(tx, now),
        ]);
        notes.holdsUntil(scheduled);
        const listsOf = Map.groupBy(lists, ({ election_id }) => election_id);
        return rows.map((row) => electionSummary(row, listsOf.get(row.id) ?? []));
      });
      return c.json({ total: items.length, items } satisfies ElectionList, 200);
    },
  )
  .get(
    "/:slug",
    describeRoute({
      tags: ["elections"],
      summary:
        "An election: results compared with the one before, documents, and who left and entered the Council since",
      responses: { 200: jsonOf(Election), 404: problem("No such election") },
    }),
    async (c) => {
      const { db, notes, now } = c.var;
      notes.shows("elections");
      notes.shows("people");
      const election = await db.read(async (tx) => {
        const [rows, lists, scheduled] = await Promise.all([
          findElections(tx, now),
          findLists(tx, now),
          nextScheduled(tx, now),
        ]);
        notes.holdsUntil(scheduled);
        const at = rows.findIndex(({ slug }) => slug === c.req.param("slug"));
        const row = rows[at];
        if (!row) throw electionNotFound();
        const [documents, holders, term] = await Promise.all([
          documentsOf(tx, "election", [row.id], now),
          row.term_id ? findHolders(tx, row.term_id, now) : [],
          row.term_id ? findTerm(tx, row.term_id) : undefined,
        ]);
        if (holders.length > 0) notes.holdsUntil(nextMidnight(now));

        const listsOf = Map.groupBy(lists, ({ election_id }) => election_id);
        const whole = (one: typeof row) => ({ row: one, lists: listsOf.get(one.id) ?? [] });
        const isOrdinary = row.kind === "ordinary";
        const earlier = isOrdinary ? rows.slice(at + 1).find(({ kind }) => kind === "ordinary") : undefined;
        const comparison = earlier && compared(whole(row), whole(earlier));
        const summary = electionSummary(row, whole(row).lists);
        const before = earlier && electionSummary(earlier, []);
        const [newer, older] = [rows[at - 1], rows[at + 1]];
        return {
          ...summary,
          lists: summary.lists.map((list) => ({
            ...list,
            difference: comparison?.differences.get(list.position) ?? null,
          })),
          previous: earlier
            ? {
                ...near(earlier),
                turnoutDifference: difference(summary.turnout, before!.turnout),
                gone: comparison!.gone,
              }
            : null,
          term: term ? { slug: term.slug, beginsOn: term.begins_on, endsOn: term.ends_on } : null,
          changes: mandateChanges(holders, dayIn(now)),
          source: row.source,
          sourceUrl: row.source_url,
          note: row.note,
          documents: documents.get(row.id) ?? [],
          older: older ? near(older) : null,
          newer: newer ? near(newer) : null,
        } satisfies Election;
      });
      return c.json(election, 200);
    },
  );
export type ElectionsApi = typeof elections;
