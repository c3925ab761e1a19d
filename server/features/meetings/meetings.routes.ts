import { Hono } from "hono";
import { describeRoute } from "hono-openapi";
import type { TenantTx } from "../../db/tenant-db.ts";
import { jsonOf, problem } from "../../http/describe.ts";
import { aSlug, aYear, readQuery } from "../../http/list-query.ts";
import type { CouncilScope } from "../../http/scope.ts";
import { dayIn, nextMidnight } from "../../local-time.ts";
import { findReckoning } from "../deadlines/deadlines.queries.ts";
import { documentsOf } from "../documents/attachments.queries.ts";
import { momentView, recordingUrl } from "../recordings/moment-view.ts";
import { hasRecording, momentsIn } from "../recordings/recordings.queries.ts";
import { nextScheduled } from "../schedule/schedule.queries.ts";
import { findAttendanceOf, findRecordedYears } from "./attendance.queries.ts";
import { AttendanceOfYear } from "./attendance.schema.ts";
import { attendanceLines } from "./attendance-view.ts";
import { listFilters, type MeetingFilters } from "./list-filters.ts";
import { Meeting, MeetingList, perPage } from "./meeting-view.schema.ts";
import {
  actLink,
  attendanceView,
  bodyLink,
  changesView,
  documentView,
  inCouncilOrder,
  itemView,
  noticeView,
  otherMeeting,
  quorumView,
  summaryView,
  voteView,
} from "./meeting-view.ts";
import { meetingNotFound, noSuchPage } from "./meetings.errors.ts";
import {
  countFacets,
  type FoundMeeting,
  findActsOfItems,
  findAtAddress,
  findAttendances,
  findBallots,
  findItems,
  findJointBodies,
  findNeighbours,
  findNext,
  findPage,
  findPostponed,
  findVersions,
  findVotes,
} from "./meetings.queries.ts";
import { membersOn } from "./members.queries.ts";
import { numberOf } from "./numbers.shared.ts";

async function listOf(tx: TenantTx, filters: MeetingFilters, now: Date): Promise<MeetingList> {
  const [rows, facets, next] = await Promise.all([
    findPage(tx, filters, now),
    countFacets(tx, filters, now),
    findNext(tx, filters, dayIn(now), now),
  ]);
  const pages = Math.max(Math.ceil(facets.total / perPage), 1);
  if (filters.page > pages) throw noSuchPage(pages);
  const { q, year, body, kind, stage } = filters;
  const counted = <T>(facet: "year" | "kind" | "stage") =>
    facets.of(facet).map(({ value, count }) => ({ value: value as T, count }));
  return {
    total: facets.total,
    page: filters.page,
    pages,
    perPage,
    filters: { q, year, body, kind, stage },
    next: next && {
      ...summaryView(next.next),
      agenda: next.agenda.map(({ path, title }) => ({ number: numberOf(path), title })),
    },
    items: rows.map(summaryView),
    facets: {
      years: counted<string>("year")
        .map(({ value, count }) => ({ value: Number(value), count }))
        .sort((one, other) => other.value - one.value),
      bodies: facets.of("body").map(({ value, name, count }) => ({ value: value!, name: name!, count })),
      kinds: counted("kind"),
      stages: counted("stage"),
    },
  };
}

/** The agenda with everything that stands below its items. */
async function agendaOf(
  tx: TenantTx,
  row: FoundMeeting,
  order: readonly { id: string }[],
  noticedAt: Date | null,
  now: Date,
) {
  const [items, votes, ballots, acts, moments] = await Promise.all([
    findItems(tx, row.id, now),
    findVotes(tx, row.id),
    findBallots(tx, row.id, now),
    findActsOfItems(tx, row.id, now),
    momentsIn(tx, row.id, now),
  ]);
  const drafts = items.flatMap(({ draft_id }) => (draft_id ? [draft_id] : []));
  const [ofItems, ofDrafts] = await Promise.all([
    documentsOf(
      tx,
      "agendaItem",
      items.map(({ id }) => id),
      now,
    ),
    documentsOf(tx, "draftAct", drafts, now),
  ]);
  const byVote = Map.groupBy(inCouncilOrder(ballots, order), ({ vote_id }) => vote_id);
  const byItem = Map.groupBy(votes, ({ agenda_item_id }) => agenda_item_id);
  const actsByItem = Map.groupBy(acts, ({ agenda_item_id }) => agenda_item_id!);
  return items.map((item) =>
    itemView(item, {
      noticedAt,
      documents: [
        ...(ofDrafts.get(item.draft_id ?? "") ?? []).map(documentView(noticedAt, true)),
        ...(ofItems.get(item.id) ?? []).map(documentView(noticedAt)),
      ],
      votes: (byItem.get(item.id) ?? []).map((vote) => voteView(vote, byVote.get(vote.id) ?? [])),
      acts: (actsByItem.get(item.id) ?? []).map(actLink),
      moment: momentView(moments.get(item.id)),
    }),
  );
}

async function meetingOf(tx: TenantTx, row: FoundMeeting, now: Date): Promise<Meeting> {
  const [joint, versions, attendances, papers, postponed, near, reckoning, isRecorded] = await Promise.all([
    findJointBodies(tx, row.id, now),
    findVersions(tx, row.id),
    findAttendances(tx, row.id, now),
    documentsOf(tx, "meeting", [row.id], now),
    findPostponed(tx, row, now),
    findNeighbours(tx, row, now),
    findReckoning(tx),
    hasRecording(tx, row.id, now),
  ]);
  const noticedAt = versions[0]?.at ?? null;
  const order = await membersOn(tx, [row.body_id, ...joint.map(({ body_id }) => body_id)], row.day);
  const agenda = await agendaOf(tx, row, order, noticedAt, now);
  return {
    ...summaryView(row),
    title: row.title,
    description: row.description,
    closedReason: row.closed_reason,
    jointBodies: joint.map(bodyLink),
    stageReason: row.stage_reason,
    postponedTo: postponed.to && otherMeeting(postponed.to),
    postponedFrom: postponed.from.map(otherMeeting),
    people: row.people,
    openedAt: row.opened_at?.toISOString() ?? null,
    closedAt: row.closed_at?.toISOString() ?? null,
    minutesPublishedAt: row.minutes_published_at?.toISOString() ?? null,
    notice: noticeView(row, reckoning),
    quorum: quorumView(row),
    agenda,
    papers: (papers.get(row.id) ?? []).map(documentView(noticedAt)),
    attendance: inCouncilOrder(attendances, order).map(attendanceView),
    changes: changesView(versions),
    updatedAt: row.updated_at.toISOString(),
    earlier: near.earlier && otherMeeting(near.earlier),
    later: near.later && otherMeeting(near.later),
    recordingUrl: isRecorded ? recordingUrl(row.slug) : null,
  };
}

/** Of what is asked for; else of the Council, and of the last year that is recorded. */
async function attendanceOf(
  tx: TenantTx,
  recorded: Awaited<ReturnType<typeof findRecordedYears>>,
  asked: { year: number | null; body: string | null },
  now: Date,
): Promise<AttendanceOfYear> {
  const first = recorded.find(({ kind }) => kind === "council") ?? recorded[0];
  const body = asked.body ?? first?.slug ?? null;
  const year = asked.year ?? recorded.find(({ slug }) => slug === body)?.year ?? null;
  const bodies = new Map(recorded.map(({ slug, name }) => [slug, { slug, name }]));
  const rows = body === null || year === null ? [] : await findAttendanceOf(tx, body, year, now);
  return {
    year,
    body,
    years: [...new Set(recorded.map((one) => one.year))],
    bodies: [...bodies.values()],
    ...attendanceLines(rows),
  };
}

export const meetings = new Hono<CouncilScope>()
  .get(
    "/",
    describeRoute({
      tags: ["meetings"],
      summary: "A page of the meetings, the latest first, narrowed by filters; and the next one",
      responses: {
        200: jsonOf(MeetingList),
        400: problem("A filter that does not exist"),
        404: problem("The list does not have that many pages"),
        422: problem("A filter's value is wrong"),
      },
    }),
    async (c) => {
      const { db, notes, now } = c.var;
      const filters = listFilters(new URL(c.req.url).searchParams);
      for (const area of ["meetings", "people", "drafts"] as const) notes.shows(area);
      notes.holdsUntil(nextMidnight(now));
      const list = await db.read(async (tx) => {
        const [answer, scheduled] = await Promise.all([listOf(tx, filters, now), nextScheduled(tx, now)]);
        notes.holdsUntil(scheduled);
        return answer;
      });
      const { q, ...chosen } = list.filters;
      if (q !== null || (list.total === 0 && Object.values(chosen).some((value) => value !== null))) notes.isPassing();
      return c.json(list, 200);
    },
  )
  .get(
    "/attendance",
    describeRoute({
      tags: ["meetings"],
      summary: "How often each member of a body came to its meetings in a year",
      responses: {
        200: jsonOf(AttendanceOfYear),
        400: problem("A filter that does not exist"),
        422: problem("A filter's value is wrong"),
      },
    }),
    async (c) => {
      const { db, notes, now } = c.var;
      const asked = readQuery({ year: aYear, body: aSlug }, new URL(c.req.url).searchParams);
      notes.shows("meetings");
      notes.shows("people");
      const answer = await db.read(async (tx) => {
        const [recorded, scheduled] = await Promise.all([findRecordedYears(tx, now), nextScheduled(tx, now)]);
        notes.holdsUntil(scheduled);
        return attendanceOf(tx, recorded, asked, now);
      });
      if (answer.members.length === 0) notes.isPassing();
      return c.json(answer, 200);
    },
  )
  .get(
    "/:slug",
    describeRoute({
      tags: ["meetings"],
      summary:
        "One meeting: notice, agenda with papers, votes and results, attendance, and what changed since the notice",
      responses: { 200: jsonOf(Meeting), 404: problem("No such meeting, or not a public one") },
    }),
    async (c) => {
      const { db, notes, now } = c.var;
      for (const area of ["meetings", "people", "drafts", "acts", "deadlines"] as const) notes.shows(area);
      notes.holdsUntil(nextMidnight(now));
      const meeting = await db.read(async (tx) => {
        const row = await findAtAddress(tx, c.req.param("slug"), now);
        if (!row) throw meetingNotFound();
        const [answer, scheduled] = await Promise.all([meetingOf(tx, row, now), nextScheduled(tx, now)]);
        notes.holdsUntil(scheduled);
        return answer;
      });
      return c.json(meeting, 200);
    },
  );
export type MeetingsApi = typeof meetings;
