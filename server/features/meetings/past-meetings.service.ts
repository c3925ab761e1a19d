import * as v from "valibot";
import { raiseVersion } from "../../db/content-versions.ts";
import type { TenantTx } from "../../db/tenant-db.ts";
import { type FieldProblem, InvalidInput } from "../../http/problem.ts";
import { parsed } from "../../http/validated.ts";
import { type Doing, recordChange } from "../audit/audit.service.ts";
import { removeAttachments } from "../documents/attachments.service.ts";
import { setAgenda } from "./agenda.service.ts";
import { recordAttendance } from "./attendance.service.ts";
import { outcomeOf } from "./counting.shared.ts";
import { holdMeeting } from "./held-meeting.ts";
import { AgendaItemInput, AttendanceInput, ItemPath, MeetingInput } from "./meetings.schema.ts";
import { createMeeting } from "./meetings.service.ts";
import { itemResults } from "./meetings.shared.ts";

const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(200));
const instant = v.date();

/** An item with what became of it. Its vote is counted: who voted how is not in an older register. */
const PastItem = v.strictObject({
  ...v.omit(AgendaItemInput, ["path", "documents"]).entries,
  path: ItemPath,
  result: v.nullish(v.picklist(itemResults)),
  vote: v.nullish(
    v.strictObject({
      method: v.picklist(["count", "secret"]),
      votesFor: count,
      votesAgainst: count,
      abstentions: v.optional(count, 0),
    }),
  ),
});

/** A meeting that took place before the council had this site, as its papers tell of it. */
export const PastMeetingInput = v.strictObject({
  meeting: MeetingInput,
  announcedAt: v.nullish(instant),
  items: v.array(PastItem),
  /** Who came, by name, of all members on that day; else how many, where that is known. */
  attendance: v.nullish(AttendanceInput),
  members: v.nullish(count),
  present: v.nullish(count),
});
export type PastMeetingInput = v.InferInput<typeof PastMeetingInput>;
type Checked = v.InferOutput<typeof PastMeetingInput>;

/** What cannot have been, whatever the rules of its time were. */
function problemsOf({ meeting, announcedAt, items, attendance, members, present }: Checked, now: Date): FieldProblem[] {
  const problems: FieldProblem[] = [];
  if (meeting.startsAt > now) problems.push({ path: "meeting.startsAt", code: "meetings.not_past" });
  if (announcedAt && announcedAt > meeting.startsAt)
    problems.push({ path: "announcedAt", code: "meetings.announced_after_it_began" });
  if (!attendance && present != null && members == null) problems.push({ path: "members", code: "text.required" });
  if (members != null && present != null && present > members)
    problems.push({ path: "present", code: "meetings.more_present_than_members" });
  for (const [at, { vote, result }] of items.entries()) {
    if (!vote) continue;
    const cast = vote.votesFor + vote.votesAgainst + vote.abstentions;
    const most = present ?? members ?? (attendance ? attendance.length : null);
    if (most === null) problems.push({ path: `items.${at}.vote`, code: "meetings.vote_without_presence" });
    else if (cast > most) problems.push({ path: `items.${at}.vote`, code: "meetings.more_votes_than_present" });
    const isAdopted = result === "adopted" || result === "adopted_changed";
    if (isAdopted && vote.votesFor <= vote.votesAgainst)
      problems.push({ path: `items.${at}.vote`, code: "meetings.adopted_by_fewer" });
  }
  return problems;
}

/**
 * Enters a meeting of the past with its agenda, what was decided and who came. No rule of today is asked of it: whether its
 * notice was early enough, and which majority an item needed, was another time's business. What is not known stays unknown.
 * @throws `InvalidInput`, and what `createMeeting`, `setAgenda` and `recordAttendance` throw
 */
export async function recordPastMeeting(
  tx: TenantTx,
  by: Doing,
  given: PastMeetingInput,
): Promise<{ id: string; slug: string }> {
  const input = parsed(PastMeetingInput, given);
  const problems = problemsOf(input, by.now);
  if (problems.length > 0) throw new InvalidInput(problems);
  const { meeting, announcedAt = null, items, attendance } = input;
  const made = await createMeeting(tx, by, meeting);
  const agenda = items.map(({ result: _, vote: __, ...item }) => item);
  const placed = agenda.length > 0 ? await setAgenda(tx, by, made.id, agenda) : [];
  await tx
    .updateTable("meetings")
    .set({
      ...{ stage: "closed", announced_at: announcedAt, opened_at: meeting.startsAt, closed_at: meeting.endsAt ?? null },
      ...{ members: input.members ?? null, present: input.present ?? null },
    })
    .where("id", "=", made.id)
    .execute();
  // What stood on the agenda then did not come late because it is entered today.
  await tx
    .updateTable("agenda_items")
    .set({ added_at: announcedAt ?? meeting.startsAt })
    .where("meeting_id", "=", made.id)
    .execute();
  const came = attendance ? await recordAttendance(tx, by, made.id, attendance) : null;
  const present = came?.present ?? input.present ?? input.members;
  for (const [at, { result, vote }] of items.entries())
    await decide(tx, placed[at]!.id, {
      result,
      vote,
      members: came?.members ?? input.members ?? present ?? 0,
      present: present ?? 0,
    });
  await raiseVersion(tx, "meetings");
  const told = { announcedAt, results: items.map(({ path, result, vote }) => ({ path, result, vote })) };
  await recordChange(tx, by, "meeting.recorded", "meeting", made.id, null, told);
  return made;
}

interface Decided extends Pick<Checked["items"][number], "result" | "vote"> {
  members: number;
  present: number;
}

async function decide(tx: TenantTx, itemId: string, { result, vote, members, present }: Decided): Promise<void> {
  const counted = vote && { ...vote, members };
  const isAdopted = result === "adopted" || result === "adopted_changed";
  const outcome = result ? (isAdopted ? "adopted" : "rejected") : counted && outcomeOf("voting", counted);
  if (vote)
    await tx
      .insertInto("votes")
      .values({
        ...{ agenda_item_id: itemId, method: vote.method, majority: "voting", members, present },
        ...{ votes_for: vote.votesFor, votes_against: vote.votesAgainst, abstentions: vote.abstentions },
        ...{ outcome: outcome!, held_at: null },
      })
      .execute();
  const told = result ?? outcome;
  if (told) await tx.updateTable("agenda_items").set({ result: told }).where("id", "=", itemId).execute();
}

/**
 * Says since when the papers of a past meeting lie with it, so that none is said to be late.
 * @param publishedOn of the minutes
 */
export async function datePapers(tx: TenantTx, id: string, publishedOn: Date | null): Promise<void> {
  const meeting = await holdMeeting(tx, id);
  await tx
    .updateTable("attachments")
    .set({ added_at: meeting.announced_at ?? meeting.starts_at })
    .where("meeting_id", "=", id)
    .where("role", "<>", "minutes")
    .execute();
  if (publishedOn)
    await tx
      .updateTable("meetings")
      .set({ stage: "minutes_published", minutes_published_at: publishedOn })
      .where("id", "=", id)
      .execute();
}

/**
 * Takes away a meeting with its agenda, votes, attendance and papers, as when it was entered by mistake. One whose decisions
 * became acts stays, by their keys.
 * @throws `meetings.not_found`
 */
export async function removeMeeting(tx: TenantTx, by: Doing, id: string): Promise<void> {
  const meeting = await holdMeeting(tx, id);
  const items = await tx.selectFrom("agenda_items").select("id").where("meeting_id", "=", id).execute();
  for (const item of items) await removeAttachments(tx, by, "agendaItem", item.id);
  await removeAttachments(tx, by, "meeting", id);
  await tx.deleteFrom("meetings").where("id", "=", id).execute();
  await raiseVersion(tx, "meetings");
  const { slug, kind, starts_at, title } = meeting;
  await recordChange(tx, by, "meeting.removed", "meeting", id, { slug, kind, startsAt: starts_at, title }, null);
}
