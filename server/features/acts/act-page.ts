import type { TenantTx } from "../../db/tenant-db.ts";
import { dayIn } from "../../local-time.ts";
import { yearOf } from "../deadlines/calendar.ts";
import { computeDeadline } from "../deadlines/deadline.ts";
import { deadlineView } from "../deadlines/deadline-view.ts";
import { asSet, findDeadlines, findReckoning, type Reckoning } from "../deadlines/deadlines.queries.ts";
import { ruleFor } from "../deadlines/rules.ts";
import { documentsOf } from "../documents/attachments.queries.ts";
import { bodyUrl, draftActUrl, meetingUrl, personUrl } from "../elements/item-urls.shared.ts";
import { momentView } from "../recordings/moment-view.ts";
import { momentOfItem } from "../recordings/recordings.queries.ts";
import {
  type ActAtAddress,
  type DiscussionRow,
  findDiscussions,
  findDraft,
  findNeighbours,
  findRelations,
  findReview,
  findVote,
  type RelationRow,
  type ReviewRow,
  type VoteRow,
} from "./act-page.queries.ts";
import { findCorrections } from "./act-record.ts";
import { bodyView, referenceView } from "./act-view.ts";
import type { Act, MeetingReference, Relation, ReviewStep, Vote } from "./acts.schema.ts";
import { timelineOf } from "./timeline.ts";

const meetingView = (row: DiscussionRow): MeetingReference => ({
  kind: row.kind,
  title: row.title,
  body: row.body_name,
  day: row.day,
  startsAt: row.starts_at.toISOString(),
  url: meetingUrl(row.slug),
});

const stepView = (row: ReviewRow): ReviewStep => ({
  step: row.step,
  day: row.day,
  protocolNumber: row.protocol_number,
  outcome: row.outcome,
  reasons: row.reasons,
  act:
    row.slug === null
      ? null
      : referenceView({
          type: row.type!,
          number: row.number!,
          adopted_on: row.adopted_on!,
          title: row.title!,
          slug: row.slug,
        }),
});

const voteView = (row: VoteRow): Vote => ({
  for: row.votes_for,
  against: row.votes_against,
  abstentions: row.abstentions,
  method: row.method,
  majority: row.majority,
  members: row.members,
  present: row.present,
  round: row.round,
  ballots: row.ballots.map(({ choice, name, slug, is_public }) => ({
    choice,
    name,
    url: is_public ? personUrl(slug) : null,
  })),
});

/** From the side of one act: the other one, or the words for it. */
function relationView(row: RelationRow, id: string): Relation {
  const { kind, note } = row;
  // What is said of no other day holds with the act that says it.
  const since = row.since ?? (kind === "implements" ? null : row.in_force_on);
  if (row.act_id !== id) return { kind, act: referenceView(row), text: null, since, note };
  if (row.target_slug === null) return { kind, act: null, text: row.target_text, since, note };
  const target = {
    type: row.target_type!,
    number: row.target_number!,
    adopted_on: row.target_adopted_on!,
    title: row.target_title!,
    slug: row.target_slug,
  };
  return { kind, act: referenceView(target), text: null, since, note };
}

function proposerView(row: ActAtAddress): Act["proposer"] {
  if (!row.proposer_kind) return null;
  const person = row.person_name && {
    name: { sq: row.person_name, en: row.person_name },
    url: row.person_is_public ? personUrl(row.person_slug!) : null,
  };
  const body = row.proposer_body_name && {
    name: row.proposer_body_name,
    url: row.proposer_body_is_public ? bodyUrl(row.proposer_body_kind!, row.proposer_body_slug!) : null,
  };
  return { kind: row.proposer_kind, text: row.proposer, named: person || body || null };
}

/** By which rule and when the act comes into force; nothing while it is neither announced nor notified. */
function entryIntoForce(row: ActAtAddress, reckoning: Reckoning, now: Date): Act["entryIntoForce"] {
  const [code, startsOn] = row.nature === "normative" ? ["L18", row.announced_on] : ["L19", row.notified_on];
  if (!startsOn || !row.in_force_on || !reckoning.calendar.basisOf(yearOf(startsOn))) return null;
  const asked = { rule: ruleFor(code, startsOn), startsOn, calendar: reckoning.calendar };
  const deadline = computeDeadline({ ...asked, set: asSet(reckoning.periodFor(code, startsOn)) });
  const stored = {
    ...{ id: row.id, subject: "act", subjectId: row.id, rule: code, startsOn, startsAt: null, casePeriod: null },
    ...{ ...deadline, openedAt: now, computedAt: now, closedAt: null },
  };
  return { ...deadlineView(stored, reckoning, now), isByRule: deadline.dueOn === row.in_force_on };
}

/** All that the page of an act tells: one round of questions side by side. */
export async function actPage(tx: TenantTx, row: ActAtAddress, now: Date): Promise<Act> {
  const [
    documents,
    reckoning,
    deadlines,
    relations,
    review,
    corrections,
    discussions,
    vote,
    draft,
    consultations,
    neighbours,
    moment,
  ] = await Promise.all([
    documentsOf(tx, "act", [row.id], now),
    findReckoning(tx),
    findDeadlines(tx, "act", row.id),
    findRelations(tx, row.id, now),
    findReview(tx, row.id, now),
    findCorrections(tx, row.id),
    row.agenda_item_id || row.draft_act_id ? findDiscussions(tx, row, now) : [],
    row.agenda_item_id ? findVote(tx, row.agenda_item_id, now) : null,
    row.draft_act_id ? findDraft(tx, row.draft_act_id, now) : null,
    row.draft_act_id ? findDeadlines(tx, "draft-act", row.draft_act_id) : [],
    findNeighbours(tx, row, now),
    row.agenda_item_id ? momentOfItem(tx, row.agenda_item_id, now) : undefined,
  ]);
  const clocks = deadlines.map((stored) => deadlineView(stored, reckoning, now));
  const adoption = discussions.find((item) => item.id === row.agenda_item_id);
  const shownVote = adoption && vote ? voteView(vote) : null;
  const incoming = relations.filter((relation) => relation.act_id !== row.id);
  const steps = review.map(stepView);
  const dates = {
    adoptedOn: row.adopted_on,
    announcedOn: row.announced_on,
    notifiedOn: row.notified_on,
    inForceOn: row.in_force_on,
    repealedOn: row.repealed_on,
  };
  return {
    id: row.id,
    slug: row.slug,
    ...referenceView(row),
    nature: row.nature,
    series: row.series,
    summary: row.summary,
    subject: row.subject,
    body: bodyView(row),
    ...dates,
    force: row.force,
    prefectState: row.shown_prefect_state,
    text: row.body,
    legalBasis: row.legal_basis,
    proposer: proposerView(row),
    namesPersons: row.names_persons,
    updatedAt: row.updated_at.toISOString(),
    publishedAt: row.public_from!.toISOString(),
    documents: documents.get(row.id) ?? [],
    meeting: adoption ? meetingView(adoption) : null,
    itemNumber: adoption ? adoption.path.join(".") : null,
    moment: momentView(moment),
    vote: shownVote,
    draft: draft
      ? { title: draft.title, url: draftActUrl(draft.slug), stage: draft.stage, registeredOn: draft.registered_on }
      : null,
    relations: {
      to: relations.filter((relation) => relation.act_id === row.id).map((one) => relationView(one, row.id)),
      from: incoming.map((one) => relationView(one, row.id)),
    },
    prefect: { steps, clocks: clocks.filter(({ rule }) => rule === "P1" || rule === "P3") },
    announcement: clocks.find(({ rule }) => rule === "L17") ?? null,
    entryIntoForce: entryIntoForce(row, reckoning, now),
    timeline: timelineOf({
      act: dates,
      draft: draft ?? null,
      consultations: draft ? consultations.map((stored) => deadlineView(stored, reckoning, now)) : [],
      discussions: discussions.map((item) => ({
        meeting: meetingView(item),
        result: item.result,
        isAdoption: item === adoption,
      })),
      vote: shownVote && { for: shownVote.for, against: shownVote.against, abstentions: shownVote.abstentions },
      steps,
      // Of what nobody had read yet there is nothing to put right.
      corrections: corrections
        .filter(({ corrected_at }) => corrected_at >= row.public_from!)
        .map(({ event, was, corrected_at, reason }) => ({ event, was, on: dayIn(corrected_at), reason })),
      changes: incoming.map((one) => ({
        kind: one.kind,
        day: one.since ?? one.in_force_on ?? one.adopted_on,
        act: referenceView(one),
      })),
      clocks,
      today: dayIn(now),
    }),
    previous: neighbours.previous && referenceView(neighbours.previous),
    next: neighbours.next && referenceView(neighbours.next),
  };
}
