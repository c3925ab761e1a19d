import { json } from "../../db/columns.ts";
import { raiseVersion } from "../../db/content-versions.ts";
import type { TenantTx } from "../../db/tenant-db.ts";
import { parsed } from "../../http/validated.ts";
import { type Doing, recordChange } from "../audit/audit.service.ts";
import { isSame } from "../editing/versions.ts";
import { checkHasBegun, type HeldMeeting, holdItem } from "./held-meeting.ts";
import { resultContradictsVote } from "./meetings.errors.ts";
import { ResultInput } from "./meetings.schema.ts";
import { checkCorrection, type ReasonGiven } from "./versions.service.ts";

type Item = Awaited<ReturnType<typeof holdItem>>["item"];
type Result = Pick<Item, "result"> & { note: Item["result_note"] };

const lastVoteOn = (tx: TenantTx, itemId: string) =>
  tx
    .selectFrom("votes")
    .select("outcome")
    .where("agenda_item_id", "=", itemId)
    .orderBy("round", "desc")
    .limit(1)
    .executeTakeFirst();

async function keep(tx: TenantTx, meeting: HeldMeeting, itemId: string, { result, note }: Result) {
  await tx
    .updateTable("agenda_items")
    .set({ result, result_note: note && json(note) })
    .where("id", "=", itemId)
    .execute();
  if (meeting.state === "published") await raiseVersion(tx, "meetings");
}

/**
 * What became of an item, from the opening of its meeting on. Once the minutes are public, another result than stands is
 * not written down without a word.
 * @throws `InvalidInput`, `meetings.item_not_found`, `meetings.has_not_begun`, `meetings.result_contradicts_vote`,
 *   `meetings.minutes_are_public`
 */
export async function recordResult(
  tx: TenantTx,
  by: Doing,
  id: string,
  given: ResultInput,
  reason?: ReasonGiven,
): Promise<void> {
  const { result, note = null } = parsed(ResultInput, given);
  const { item, meeting } = await holdItem(tx, id);
  checkHasBegun(meeting);
  const before = { result: item.result, note: item.result_note };
  if (isSame(before, { result, note })) return;
  const vote = await lastVoteOn(tx, id);
  const isAdopted = result === "adopted" || result === "adopted_changed";
  if (vote && (isAdopted ? vote.outcome === "rejected" : vote.outcome === "adopted" && result === "rejected"))
    throw resultContradictsVote();
  const why = item.result === null ? null : checkCorrection(meeting, reason);
  await keep(tx, meeting, id, { result, note });
  await recordChange(tx, by, "agenda.result_recorded", "agenda-item", id, before, {
    ...{ result, note },
    ...(why && { reason: why }),
  });
}

/** How an item stands by its votes alone. */
const byVotes = async (tx: TenantTx, itemId: string): Promise<Result> => ({
  result: (await lastVoteOn(tx, itemId))?.outcome ?? null,
  note: null,
});

/** Whether an item says more, or something else, than its votes. */
export const saysMoreThanItsVotes = async (tx: TenantTx, item: Pick<Item, "id" | "result" | "result_note">) =>
  !isSame({ result: item.result, note: item.result_note }, await byVotes(tx, item.id));

/**
 * Takes a result back that was written down by mistake: the item stands as its last vote left it. Where it stands so
 * already, nothing is done.
 * @throws `meetings.item_not_found`, `meetings.minutes_are_public` where a word is missing
 */
export async function takeBackResult(tx: TenantTx, by: Doing, id: string, reason: ReasonGiven): Promise<void> {
  const { item, meeting } = await holdItem(tx, id);
  const [before, after] = [{ result: item.result, note: item.result_note }, await byVotes(tx, id)];
  if (isSame(before, after)) return;
  const why = checkCorrection(meeting, reason);
  await keep(tx, meeting, id, after);
  await recordChange(tx, by, "agenda.result_taken_back", "agenda-item", id, before, { ...after, reason: why });
}
