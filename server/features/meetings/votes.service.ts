import type { Selectable } from "kysely";
import type * as v from "valibot";
import { json } from "../../db/columns.ts";
import { raiseVersion } from "../../db/content-versions.ts";
import type { TenantTx } from "../../db/tenant-db.ts";
import { type FieldProblem, InvalidInput } from "../../http/problem.ts";
import { parsed } from "../../http/validated.ts";
import { dayIn } from "../../local-time.ts";
import { type Doing, recordChange } from "../audit/audit.service.ts";
import { outcomeOf, quorumOf } from "./counting.shared.ts";
import { bodiesOf, checkHasBegun, type HeldMeeting, holdItem } from "./held-meeting.ts";
import { proposedMajority } from "./majorities.ts";
import { noMembers, noQuorum, voteNotFound } from "./meetings.errors.ts";
import { VoteInput } from "./meetings.schema.ts";
import type { Choice } from "./meetings.shared.ts";
import type { VotesTable } from "./meetings.tables.ts";
import { type Member, membersOn } from "./members.queries.ts";
import { checkCorrection, type ReasonGiven } from "./versions.service.ts";

type Checked = v.InferOutput<typeof VoteInput>;

/** Who may vote, and who was there as far as it is recorded. */
interface Chamber {
  members: Member[];
  /** `null` where attendance is not recorded. */
  attendance: ReadonlyMap<string, { isPresent: boolean; leftAt: Date | null }> | null;
}

async function chamberOf(tx: TenantTx, meeting: HeldMeeting): Promise<Chamber> {
  const members = await membersOn(tx, await bodiesOf(tx, meeting), dayIn(meeting.starts_at));
  if (members.length === 0) throw noMembers();
  const rows = await tx
    .selectFrom("attendances")
    .select(["person_id", "status", "left_at"])
    .where("meeting_id", "=", meeting.id)
    .execute();
  const attendance = new Map(
    rows.map(({ person_id, status, left_at }) => [
      person_id,
      { isPresent: status === "present" || status === "late", leftAt: left_at },
    ]),
  );
  return { members, attendance: rows.length > 0 ? attendance : null };
}

const isThere = ({ attendance }: Chamber, id: string, heldAt: Date | null): boolean | null => {
  if (!attendance) return null;
  const one = attendance.get(id);
  if (!one?.isPresent) return false;
  return !(heldAt && one.leftAt && one.leftAt < heldAt);
};

/** Each named ballot is of a member, once, who was there. */
function ballotProblems(ballots: NonNullable<Checked["ballots"]>, chamber: Chamber, heldAt: Date | null) {
  const problems: FieldProblem[] = [];
  const seen = new Set<string>();
  for (const [at, { personId, choice }] of ballots.entries()) {
    const path = `ballots.${at}.personId`;
    if (!chamber.members.some(({ id }) => id === personId)) problems.push({ path, code: "meetings.not_a_member" });
    else if (seen.has(personId)) problems.push({ path, code: "meetings.votes_twice" });
    else if (choice !== "absent" && isThere(chamber, personId, heldAt) === false)
      problems.push({ path: `ballots.${at}.choice`, code: "meetings.absent_member_votes" });
    seen.add(personId);
  }
  return problems;
}

function byName(input: Checked, chamber: Chamber) {
  const heldAt = input.heldAt ?? null;
  const problems = ballotProblems(input.ballots ?? [], chamber, heldAt);
  if (!input.ballots?.length) problems.push({ path: "ballots", code: "text.required" });
  for (const path of ["votesFor", "votesAgainst", "abstentions", "present"] as const)
    if (input[path] !== undefined) problems.push({ path, code: "meetings.counted_from_ballots" });
  if (problems.length > 0) throw new InvalidInput(problems);
  const named = new Map(input.ballots!.map(({ personId, choice }) => [personId, choice]));
  const ballots = chamber.members.map(({ id }): { personId: string; choice: Choice } => ({
    personId: id,
    choice: named.get(id) ?? (isThere(chamber, id, heldAt) ? "not_voting" : "absent"),
  }));
  const count = (choice: Choice) => ballots.filter((ballot) => ballot.choice === choice).length;
  return {
    ballots,
    present: ballots.length - count("absent"),
    votesFor: count("for"),
    votesAgainst: count("against"),
    abstentions: count("abstained"),
  };
}

/** Counts alone, of an open vote or a secret one: neither names anybody. */
function byCount(input: Checked, chamber: Chamber) {
  const { method, votesFor, votesAgainst, abstentions = 0 } = input;
  const problems: FieldProblem[] = [];
  if (input.ballots)
    problems.push({
      path: "ballots",
      code: method === "secret" ? "meetings.secret_vote_named" : "meetings.count_named",
    });
  if (votesFor === undefined) problems.push({ path: "votesFor", code: "text.required" });
  if (votesAgainst === undefined) problems.push({ path: "votesAgainst", code: "text.required" });
  const there =
    chamber.attendance && chamber.members.filter(({ id }) => isThere(chamber, id, input.heldAt ?? null)).length;
  const present = there ?? input.present;
  if (present === undefined) problems.push({ path: "present", code: "text.required" });
  else if (present > chamber.members.length)
    problems.push({ path: "present", code: "meetings.more_present_than_members" });
  else if ((votesFor ?? 0) + (votesAgainst ?? 0) + abstentions > present)
    problems.push({ path: "votesFor", code: "meetings.more_votes_than_present" });
  if (there !== null && input.present !== undefined && input.present !== there)
    problems.push({ path: "present", code: "meetings.contradicts_attendance" });
  if (problems.length > 0) throw new InvalidInput(problems);
  return { ballots: [], present: present!, votesFor: votesFor!, votesAgainst: votesAgainst!, abstentions };
}

type Item = Awaited<ReturnType<typeof holdItem>>["item"];

/** The majority that is applied: the proposed one, or another with the reason for it. */
async function majorityFor(tx: TenantTx, item: Item, { majority, majorityReason }: Checked) {
  const draft = item.draft_act_id
    ? await tx.selectFrom("draft_acts").select("subject").where("id", "=", item.draft_act_id).executeTakeFirst()
    : undefined;
  const proposed = proposedMajority({ kind: item.kind, subject: draft?.subject ?? null }).majority;
  const applied = majority ?? proposed;
  if (applied !== proposed && !majorityReason)
    throw new InvalidInput([{ path: "majorityReason", code: "meetings.majority_needs_reason" }]);
  return { majority: applied, reason: applied === proposed ? null : majorityReason! };
}

async function checkedVote(tx: TenantTx, item: Item, meeting: HeldMeeting, input: Checked) {
  checkHasBegun(meeting);
  const chamber = await chamberOf(tx, meeting);
  const { ballots, ...counts } = input.method === "by_name" ? byName(input, chamber) : byCount(input, chamber);
  const members = chamber.members.length;
  if (meeting.body_kind === "council" && counts.present < quorumOf(members))
    throw noQuorum(counts.present, quorumOf(members));
  const { majority, reason } = await majorityFor(tx, item, input);
  const outcome = outcomeOf(majority, { members, ...counts });
  const row = {
    method: input.method,
    majority,
    majority_reason: reason && json(reason),
    members,
    present: counts.present,
    votes_for: counts.votesFor,
    votes_against: counts.votesAgainst,
    abstentions: counts.abstentions,
    outcome,
    held_at: input.heldAt ?? null,
  };
  return { row, ballots };
}

/** A vote with its ballots as the audit tells it, alike before and after; always in one order, so that only what changed differs. */
async function toldVote(tx: TenantTx, vote: Selectable<VotesTable>) {
  const { id, round, method, majority, members, present, outcome } = vote;
  const ballots = await tx
    .selectFrom("ballots")
    .where("vote_id", "=", id)
    .orderBy("person_id")
    .select(["person_id as personId", "choice"])
    .execute();
  return {
    ...{ id, round, method, majority, majorityReason: vote.majority_reason, members, present },
    ...{ votesFor: vote.votes_for, votesAgainst: vote.votes_against, abstentions: vote.abstentions },
    ...{ outcome, heldAt: vote.held_at, ballots },
  };
}

async function insertBallots(tx: TenantTx, voteId: string, ballots: readonly { personId: string; choice: Choice }[]) {
  if (ballots.length > 0)
    await tx
      .insertInto("ballots")
      .values(ballots.map(({ personId, choice }) => ({ vote_id: voteId, person_id: personId, choice })))
      .execute();
}

/** The item says what the vote decided; that it was adopted with changes stays. */
async function settle(tx: TenantTx, item: Item, meeting: HeldMeeting, outcome: "adopted" | "rejected") {
  if (outcome === "rejected" || item.result !== "adopted_changed")
    await tx.updateTable("agenda_items").set({ result: outcome }).where("id", "=", item.id).execute();
  if (meeting.state === "published") await raiseVersion(tx, "meetings");
}

/**
 * Records a vote on an item: by name, counted, or secret. Members, presence and outcome are computed. Taken again, it is
 * the next round, and the last one decides. A secret vote leaves counts alone, in the audit too. Once the minutes are
 * public, what stands there is not changed without a word.
 * @throws `InvalidInput` that names each ballot at fault, `meetings.item_not_found`, `meetings.has_not_begun`,
 *   `meetings.no_members`, `meetings.no_quorum`, `meetings.minutes_are_public`
 */
export async function recordVote(
  tx: TenantTx,
  by: Doing,
  itemId: string,
  given: VoteInput,
  reason?: ReasonGiven,
): Promise<{ id: string; round: number; outcome: "adopted" | "rejected" }> {
  const input = parsed(VoteInput, given);
  const { item, meeting } = await holdItem(tx, itemId);
  const { row, ballots } = await checkedVote(tx, item, meeting, input);
  const { last } = await tx
    .selectFrom("votes")
    .select((eb) => eb.fn.max("round").as("last"))
    .where("agenda_item_id", "=", itemId)
    .executeTakeFirstOrThrow();
  const round = (last ?? 0) + 1;
  const why = last === null && item.result === null ? null : checkCorrection(meeting, reason);
  const vote = await tx
    .insertInto("votes")
    .values({ ...row, agenda_item_id: itemId, round })
    .returningAll()
    .executeTakeFirstOrThrow();
  await insertBallots(tx, vote.id, ballots);
  await settle(tx, item, meeting, row.outcome);
  const after = { ...(await toldVote(tx, vote)), ...(why && { reason: why }) };
  await recordChange(tx, by, "vote.recorded", "agenda-item", itemId, null, after);
  return { id: vote.id, round, outcome: row.outcome };
}

/**
 * Puts a vote right that was written down wrongly; it stays the same round. When it was held stays where nothing else is
 * said of that. Once the minutes are public it is not done without a word.
 * @throws `meetings.vote_not_found`, and as `recordVote`
 */
export async function correctVote(
  tx: TenantTx,
  by: Doing,
  voteId: string,
  given: VoteInput,
  reason?: ReasonGiven,
): Promise<void> {
  const input = parsed(VoteInput, given);
  const asked = await tx.selectFrom("votes").select("agenda_item_id").where("id", "=", voteId).executeTakeFirst();
  if (!asked) throw voteNotFound();
  const { item, meeting } = await holdItem(tx, asked.agenda_item_id);
  const stored = await tx.selectFrom("votes").selectAll().where("id", "=", voteId).executeTakeFirst();
  if (!stored) throw voteNotFound();
  const why = checkCorrection(meeting, reason);
  const heldAt = input.heldAt === undefined ? stored.held_at : input.heldAt;
  const { row, ballots } = await checkedVote(tx, item, meeting, { ...input, heldAt });
  const before = await toldVote(tx, stored);
  await tx.deleteFrom("ballots").where("vote_id", "=", voteId).execute();
  const vote = await tx.updateTable("votes").set(row).where("id", "=", voteId).returningAll().executeTakeFirstOrThrow();
  await insertBallots(tx, voteId, ballots);
  const later = await tx
    .selectFrom("votes")
    .select("id")
    .where("agenda_item_id", "=", item.id)
    .where("round", ">", stored.round)
    .executeTakeFirst();
  if (later) {
    if (meeting.state === "published") await raiseVersion(tx, "meetings");
  } else await settle(tx, item, meeting, row.outcome);
  const after = { ...(await toldVote(tx, vote)), ...(why && { reason: why }) };
  await recordChange(tx, by, "vote.corrected", "agenda-item", item.id, before, after);
}

/**
 * Takes out a vote that never took place; later rounds move up, and the last that is left decides. Once the minutes are
 * public it is not done without a word.
 * @throws `meetings.vote_not_found`, `meetings.minutes_are_public`
 */
export async function removeVote(tx: TenantTx, by: Doing, voteId: string, reason: ReasonGiven): Promise<void> {
  const asked = await tx.selectFrom("votes").select("agenda_item_id").where("id", "=", voteId).executeTakeFirst();
  if (!asked) throw voteNotFound();
  const { item, meeting } = await holdItem(tx, asked.agenda_item_id);
  const votes = await tx
    .selectFrom("votes")
    .selectAll()
    .where("agenda_item_id", "=", item.id)
    .orderBy("round")
    .execute();
  const stored = votes.find(({ id }) => id === voteId);
  if (!stored) throw voteNotFound();
  const why = checkCorrection(meeting, reason);
  const before = await toldVote(tx, stored);
  await tx.deleteFrom("votes").where("id", "=", voteId).execute();
  const left = votes.filter(({ id }) => id !== voteId);
  for (const { id, round } of left)
    if (round > stored.round)
      await tx
        .updateTable("votes")
        .set({ round: round - 1 })
        .where("id", "=", id)
        .execute();
  const decides = left.at(-1);
  if (decides) await settle(tx, item, meeting, decides.outcome);
  else {
    await tx.updateTable("agenda_items").set({ result: null }).where("id", "=", item.id).execute();
    if (meeting.state === "published") await raiseVersion(tx, "meetings");
  }
  await recordChange(tx, by, "vote.removed", "agenda-item", item.id, before, why && { reason: why });
}
