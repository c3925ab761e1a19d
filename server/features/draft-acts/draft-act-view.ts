import { dayIn } from "../../local-time.ts";
import { deadlineView } from "../deadlines/deadline-view.ts";
import type { Reckoning, StoredDeadline } from "../deadlines/deadlines.queries.ts";
import { actUrl, bodyUrl, draftActUrl, meetingUrl, personUrl } from "../elements/item-urls.shared.ts";
import type { FoundDraftAct, findActsOfDraft, findDiscussions, ListedDraftAct } from "./draft-acts.queries.ts";
import type {
  CommentPeriod,
  Discussion,
  DraftAct,
  DraftActSummary,
  ExplainedPeriod,
  Proposer,
} from "./draft-acts.schema.ts";
import { periodRules } from "./draft-acts.shared.ts";
import type { findNoticeCorrections } from "./notice-corrections.service.ts";

/**
 * A period for comments as readers see it. It is nobody's duty that could be met late: it runs out, or is ended before its
 * time.
 */
export function explainedPeriod(stored: StoredDeadline, reckoning: Reckoning, now: Date): ExplainedPeriod {
  const view = deadlineView({ ...stored, closedAt: null }, reckoning, now);
  const closedOn = stored.closedAt && dayIn(stored.closedAt);
  const isOpen = closedOn === null && !view.overdue;
  return {
    ...view,
    about: stored.rule === periodRules.initiative ? "initiative" : "draft",
    isOpen,
    daysLeft: isOpen ? view.daysLeft : null,
    endedOn: closedOn !== null && closedOn < view.dueOn ? closedOn : null,
  };
}

function periodOf(row: ListedDraftAct, reckoning: Reckoning, now: Date): CommentPeriod | null {
  const { rule, starts_on, due_on, due_at, certainty } = row;
  if (!rule || !starts_on || !due_on || !certainty) return null;
  const stored = {
    ...{ rule, startsOn: starts_on, dueOn: due_on, dueAt: due_at, certainty, steps: [] },
    ...{ casePeriod: row.case_period, closedAt: row.closed_at },
  };
  const { steps: _, ...period } = explainedPeriod(stored as unknown as StoredDeadline, reckoning, now);
  return period;
}

/** A row of the register as it is answered. */
export const draftActSummary = (row: ListedDraftAct, reckoning: Reckoning, now: Date): DraftActSummary => ({
  id: row.id,
  slug: row.slug,
  url: draftActUrl(row.slug),
  type: row.type,
  nature: row.nature,
  title: row.title,
  summary: row.summary,
  subject: row.subject,
  proposer: { kind: row.proposer_kind, text: row.proposer },
  protocolNumber: row.protocol_number,
  registeredOn: row.registered_on,
  stage: row.stage,
  consultationRequired: row.consultation_required,
  isWithoutConsultation: row.is_without_consultation,
  period: periodOf(row, reckoning, now),
});

const proposerOf = (row: FoundDraftAct): Proposer => ({
  kind: row.proposer_kind,
  text: row.proposer,
  person: row.person_slug && row.person_name ? { name: row.person_name, url: personUrl(row.person_slug) } : null,
  body:
    row.body_slug && row.body_name && row.body_kind
      ? { name: row.body_name, url: bodyUrl(row.body_kind, row.body_slug) }
      : null,
});

/** What a draft act says of itself; what stands around it is added by the route. */
export const draftActTexts = (
  row: FoundDraftAct,
): Omit<DraftAct, "periods" | "corrections" | "documents" | "discussions" | "acts" | "planned"> => ({
  id: row.id,
  slug: row.slug,
  url: draftActUrl(row.slug),
  type: row.type,
  nature: row.nature,
  title: row.title,
  summary: row.summary,
  subject: row.subject,
  proposer: proposerOf(row),
  protocolNumber: row.protocol_number,
  registeredOn: row.registered_on,
  stage: row.stage,
  consultationRequired: row.consultation_required,
  isWithoutConsultation: row.is_without_consultation,
  body: row.body,
  reasons: row.reasons,
  expectedEffect: row.expected_effect,
  howToComment: row.how_to_comment,
  stageNote: row.stage_note,
  initiativeFrom: row.initiative_from,
  consultationFrom: row.consultation_from,
  publishedAt: row.public_from!.toISOString(),
  updatedAt: row.updated_at.toISOString(),
});

export const correctionView = (
  row: Awaited<ReturnType<typeof findNoticeCorrections>>[number],
): DraftAct["corrections"][number] => ({
  about: row.about,
  was: row.was,
  became: row.became,
  on: dayIn(row.corrected_at),
  reason: row.reason,
});

export const discussionView = (row: Awaited<ReturnType<typeof findDiscussions>>[number]): Discussion => ({
  meeting: {
    url: meetingUrl(row.slug),
    kind: row.kind,
    stage: row.stage,
    body: row.body,
    title: row.title,
    startsAt: row.starts_at.toISOString(),
    day: row.day,
  },
  number: row.path.join("."),
  result: row.result,
});

export const actView = (row: Awaited<ReturnType<typeof findActsOfDraft>>[number]): DraftAct["acts"][number] => ({
  url: actUrl(row.slug),
  type: row.type,
  number: row.number,
  series: row.series,
  title: row.title,
  adoptedOn: row.adopted_on,
});
