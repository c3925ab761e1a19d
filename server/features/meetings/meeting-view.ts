import { dayIn } from "../../local-time.ts";
import type { LocalizedText } from "../../locale.shared.ts";
import type { BodyKind } from "../bodies/bodies.shared.ts";
import type { Reckoning } from "../deadlines/deadlines.queries.ts";
import { explainInBoth } from "../deadlines/explain.ts";
import { lawTitle, ruleFor } from "../deadlines/rules.ts";
import type { AttachedDocument } from "../documents/attachments.queries.ts";
import { actUrl, bodyUrl, draftActUrl, meetingUrl, personUrl } from "../elements/item-urls.shared.ts";
import { changesBetween } from "./changes.ts";
import { quorumOf, votesNeeded } from "./counting.shared.ts";
import { fullMeetingName } from "./full-name.ts";
import { type MajorityRule, quorumRule, ruleOf } from "./majorities.ts";
import type { MeetingContent } from "./meeting-content.ts";
import type {
  AgendaItemView,
  Meeting,
  MeetingDocument,
  MeetingSummary,
  OtherMeeting,
  PersonLink,
  VoteView,
} from "./meeting-view.schema.ts";
import type {
  FoundItem,
  FoundMeeting,
  FoundVersion,
  FoundVote,
  ListedMeeting,
  OtherMeetingRow,
} from "./meetings.queries.ts";
import type { AttendancesTable } from "./meetings.tables.ts";
import { noticeOf } from "./notice.ts";
import { itemAnchor, numberOf } from "./numbers.shared.ts";

const iso = (instant: Date | null) => instant?.toISOString() ?? null;

interface BodyRow {
  body_slug: string;
  body_kind: BodyKind;
  body_name: LocalizedText;
  body_is_public: boolean;
}
/** A body that is not public is named, since its meeting is, but has no page. */
export const bodyLink = ({ body_slug, body_kind, body_name, body_is_public }: BodyRow) => ({
  slug: body_slug,
  kind: body_kind,
  name: body_name,
  url: body_is_public ? bodyUrl(body_kind, body_slug) : null,
});

interface PersonRow {
  name: string;
  person_slug: string;
  person_is_public: boolean;
}
const personLink = ({ name, person_slug, person_is_public }: PersonRow): PersonLink => ({
  name,
  url: person_is_public ? personUrl(person_slug) : null,
});

export const otherMeeting = (row: OtherMeetingRow): OtherMeeting => ({
  name: fullMeetingName(row),
  url: meetingUrl(row.slug),
  startsAt: row.starts_at.toISOString(),
});

export const summaryView = (row: ListedMeeting): MeetingSummary => ({
  id: row.id,
  slug: row.slug,
  url: meetingUrl(row.slug),
  name: fullMeetingName(row),
  kind: row.kind,
  stage: row.stage,
  body: bodyLink(row),
  day: row.day,
  startsAt: row.starts_at.toISOString(),
  endsAt: iso(row.ends_at),
  place: row.place,
  onlineUrl: row.online_url,
  access: row.access,
  announcedAt: iso(row.announced_at),
  items: row.items,
  decided: row.decided,
  documents: row.documents,
  hasMinutes: row.minutes_published_at !== null,
  members: row.members,
  present: row.present,
});

/** A document that came after the first version, which is the notice, is late. */
export const documentView =
  (noticedAt: Date | null, ofDraftAct = false) =>
  (document: AttachedDocument): MeetingDocument => ({
    ...document,
    isLate: noticedAt !== null && document.role !== "minutes" && new Date(document.addedAt) > noticedAt,
    ofDraftAct,
  });

const ruleView = (rule: MajorityRule | typeof quorumRule) => ({
  code: rule.code,
  title: rule.title,
  lawTitle: lawTitle(rule.law),
  article: rule.article,
  certainty: rule.certainty,
  note: "note" in rule ? rule.note : rule.text,
});

/** A name in a vote by name or in the list of those present. */
export type NamedRow = PersonRow & { person_id: string; family_name: string };

/** The council's own order of its members; whoever is not among them any more comes last, by family name. */
export function inCouncilOrder<Row extends NamedRow>(rows: readonly Row[], order: readonly { id: string }[]): Row[] {
  const place = new Map(order.map(({ id }, at) => [id, at]));
  return rows.toSorted(
    (one, other) =>
      (place.get(one.person_id) ?? order.length) - (place.get(other.person_id) ?? order.length) ||
      one.family_name.localeCompare(other.family_name, "sq"),
  );
}

export const attendanceView = (
  row: NamedRow & Pick<AttendancesTable, "status" | "arrived_at" | "left_at"> & { note: LocalizedText | null },
): Meeting["attendance"][number] => ({
  person: personLink(row),
  status: row.status,
  arrivedAt: iso(row.arrived_at),
  leftAt: iso(row.left_at),
  note: row.note,
});

export function voteView(
  vote: FoundVote,
  ballots: readonly (NamedRow & { choice: VoteView["ballots"][number]["choice"] })[],
): VoteView {
  const counted = {
    members: vote.members,
    votesFor: vote.votes_for,
    votesAgainst: vote.votes_against,
    abstentions: vote.abstentions,
  };
  return {
    id: vote.id,
    round: vote.round,
    method: vote.method,
    majority: vote.majority,
    rule: ruleView(ruleOf(vote.majority)),
    majorityReason: vote.majority_reason,
    ...counted,
    present: vote.present,
    notVoting: vote.present - vote.votes_for - vote.votes_against - vote.abstentions,
    absent: vote.members - vote.present,
    needed: votesNeeded(vote.majority, counted),
    outcome: vote.outcome,
    heldAt: iso(vote.held_at),
    ballots: ballots.map((ballot) => ({ person: personLink(ballot), choice: ballot.choice })),
  };
}

type ItemParts = Pick<AgendaItemView, "documents" | "votes" | "acts" | "moment"> & { noticedAt: Date | null };

export function itemView(row: FoundItem, { noticedAt, ...parts }: ItemParts): AgendaItemView {
  const number = numberOf(row.path);
  const person =
    row.person_name === null
      ? null
      : { name: row.person_name, person_slug: row.person_slug!, person_is_public: Boolean(row.person_is_public) };
  const body =
    row.body_slug === null
      ? null
      : bodyLink({
          body_slug: row.body_slug,
          body_kind: row.body_kind!,
          body_name: row.body_name!,
          body_is_public: Boolean(row.body_is_public),
        });
  const hasProposer = row.proposer_kind ?? row.proposer ?? person ?? body;
  return {
    id: row.id,
    number,
    depth: row.path.length,
    anchor: itemAnchor(number),
    kind: row.kind,
    title: row.title,
    summary: row.summary,
    proposer: hasProposer
      ? { kind: row.proposer_kind, text: row.proposer, person: person && personLink(person), body }
      : null,
    protocolNumber: row.protocol_number,
    draftAct: row.draft_slug === null ? null : { title: row.draft_title!, url: draftActUrl(row.draft_slug) },
    result: row.result,
    resultNote: row.result_note,
    isAddedLater: noticedAt !== null && row.added_at > noticedAt,
    ...parts,
  };
}

interface ActRow {
  slug: string;
  type: AgendaItemView["acts"][number]["type"];
  number: number;
  title: LocalizedText;
  adopted_on: string;
}
export const actLink = (row: ActRow): AgendaItemView["acts"][number] => ({
  type: row.type,
  number: row.number,
  adoptedOn: row.adopted_on,
  title: row.title,
  url: actUrl(row.slug),
});

/** Each version with what is different from the one before it, the last first; the first is the notice itself. */
export const changesView = (versions: readonly FoundVersion[]): Meeting["changes"] =>
  versions
    .slice(1)
    .map((version, at) => ({
      version: version.version,
      at: version.at.toISOString(),
      reason: version.reason,
      changes: changesBetween(versions[at]!.content as MeetingContent, version.content as MeetingContent),
    }))
    .filter(({ changes }) => changes.length > 0)
    .toReversed();

const daysFrom = (day: string, to: string) =>
  Temporal.PlainDate.from(day).until(Temporal.PlainDate.from(to), { largestUnit: "day" }).days;

/** The notice, and whether it was early enough, computed with the calendar as it stands. */
export function noticeView(row: FoundMeeting, reckoning: Reckoning): Meeting["notice"] {
  if (!row.announced_at) return null;
  const givenOn = dayIn(row.announced_at);
  const notice = noticeOf(row, givenOn, reckoning);
  const rule = notice && ruleFor("L3", row.day);
  return {
    text: row.notice,
    announcedAt: row.announced_at.toISOString(),
    daysBefore: daysFrom(givenOn, row.day),
    rule: notice &&
      rule && {
        code: rule.code,
        lawTitle: lawTitle(rule.law),
        article: rule.article,
        dueOn: notice.dueOn,
        inTime: notice.inTime,
        by: notice.by,
        isEstimated: notice.certainty.estimatedDays.length > 0 || notice.certainty.generatedYears.length > 0,
        steps: explainInBoth(notice.steps),
      },
    shortNoticeReason: row.short_notice_reason,
  };
}

/** The Council decides only with more than half of its members present. */
export function quorumView({ body_kind, members, present }: FoundMeeting): Meeting["quorum"] {
  if (body_kind !== "council" || members === null || present === null) return null;
  const needed = quorumOf(members);
  return { needed, isHeld: present >= needed, rule: ruleView(quorumRule) };
}
