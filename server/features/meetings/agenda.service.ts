import { sql } from "kysely";
import type * as v from "valibot";
import { json } from "../../db/columns.ts";
import type { TenantTx } from "../../db/tenant-db.ts";
import { InvalidInput } from "../../http/problem.ts";
import { parsed } from "../../http/validated.ts";
import { type Doing, recordChange } from "../audit/audit.service.ts";
import { attachedTo } from "../documents/attachments.queries.ts";
import { attach, detach } from "../documents/attachments.service.ts";
import { type HeldMeeting, holdItem, holdMeetingThatTakesPlace } from "./held-meeting.ts";
import { itemDecided, itemDiscussed } from "./meetings.errors.ts";
import { AgendaInput, AgendaItemChange, AgendaItemInput, ItemPath } from "./meetings.schema.ts";
import { comparePaths, firstOutOfOrder, numberOf } from "./numbers.shared.ts";
import { checkReason, type ReasonGiven, settleChange } from "./versions.service.ts";

type Checked = v.InferOutput<typeof AgendaItemInput>;

const rowOf = (input: Omit<Checked, "path" | "documents">) => ({
  kind: input.kind,
  title: json(input.title),
  summary: input.summary ? json(input.summary) : null,
  proposer_kind: input.proposerKind ?? null,
  proposer: input.proposer ? json(input.proposer) : null,
  proposer_person_id: input.proposerPersonId ?? null,
  proposer_body_id: input.proposerBodyId ?? null,
  protocol_number: input.protocolNumber ?? null,
  draft_act_id: input.draftActId ?? null,
});

const referenced = [
  ["proposerPersonId", "people"],
  ["proposerBodyId", "bodies"],
  ["draftActId", "draft_acts"],
] as const;

/** @throws `InvalidInput` for a person, body or draft act that the council does not have */
export async function checkReferences(tx: TenantTx, input: Partial<Checked>, within = "") {
  for (const [field, table] of referenced) {
    const id = input[field];
    if (id && !(await tx.selectFrom(table).select("id").where("id", "=", id).executeTakeFirst()))
      throw new InvalidInput([{ path: within + field, code: "meetings.reference_unknown" }]);
  }
}

const itemsOf = (tx: TenantTx, meetingId: string) =>
  tx.selectFrom("agenda_items").select(["id", "path"]).where("meeting_id", "=", meetingId).orderBy("path").execute();
type Placed = Awaited<ReturnType<typeof itemsOf>>[number];

/** Documents of what is not public yet follow it later. */
export const releaseTime = ({ state, public_from }: HeldMeeting) => (state === "published" ? public_from : null);

/** The caller has made sure that the place is free, and settles the change. */
export async function insertItem(
  tx: TenantTx,
  by: Doing,
  meeting: HeldMeeting,
  path: number[],
  input: Omit<Checked, "path">,
  given?: string,
): Promise<string> {
  const { id } = await tx
    .insertInto("agenda_items")
    .values({ ...(given && { id: given }), ...rowOf(input), meeting_id: meeting.id, path, added_at: by.now })
    .returning("id")
    .executeTakeFirstOrThrow();
  await attach(tx, by, "agendaItem", id, input.documents, releaseTime(meeting));
  return id;
}

/** Where a new item may stand: right behind its siblings. @throws `InvalidInput` */
function placeOf(items: readonly Placed[], path: number[] | undefined): number[] {
  const place = path ?? [items.filter((item) => item.path.length === 1).length + 1];
  if (items.some((item) => comparePaths(item.path, place) === 0))
    throw new InvalidInput([{ path: "path", code: "meetings.item_number_taken" }]);
  if (firstOutOfOrder([...items.map((item) => item.path), place]) !== null)
    throw new InvalidInput([{ path: "path", code: "meetings.item_out_of_order" }]);
  return place;
}

/**
 * Adds an item to the agenda. Of an announced meeting the reason is told to its readers.
 * @param itsId where it has one already
 * @throws `InvalidInput`, `meetings.not_found`, `meetings.reason_needed`, `meetings.does_not_take_place`
 */
export async function addItem(
  tx: TenantTx,
  by: Doing,
  meetingId: string,
  given: AgendaItemInput,
  reason?: ReasonGiven,
  itsId?: string,
): Promise<{ id: string; number: string }> {
  const input = parsed(AgendaItemInput, given);
  const meeting = await holdMeetingThatTakesPlace(tx, meetingId);
  const why = checkReason(meeting, reason);
  await checkReferences(tx, input);
  const path = placeOf(await itemsOf(tx, meetingId), input.path);
  const id = await insertItem(tx, by, meeting, path, input, itsId);
  await recordChange(tx, by, "agenda.item_added", "meeting", meetingId, null, { id, ...input, path, reason: why });
  await settleChange(tx, by, meeting, why);
  return { id, number: numberOf(path) };
}

/**
 * Writes the whole agenda of a meeting that has none yet.
 * @throws `InvalidInput` that names the row, also for numbers that repeat or leave a gap; else as `addItem`
 */
export async function setAgenda(
  tx: TenantTx,
  by: Doing,
  meetingId: string,
  given: AgendaInput,
  reason?: ReasonGiven,
): Promise<{ id: string; number: string }[]> {
  const input = parsed(AgendaInput, given);
  const meeting = await holdMeetingThatTakesPlace(tx, meetingId);
  const why = checkReason(meeting, reason);
  const wrong = firstOutOfOrder(input.map(({ path }) => path));
  if (wrong !== null) throw new InvalidInput([{ path: `${wrong}.path`, code: "meetings.item_out_of_order" }]);
  if ((await itemsOf(tx, meetingId)).length > 0)
    throw new InvalidInput([{ path: "0.path", code: "meetings.item_number_taken" }]);
  const made: { id: string; number: string }[] = [];
  for (const [at, item] of input.entries()) {
    await checkReferences(tx, item, `${at}.`);
    made.push({ id: await insertItem(tx, by, meeting, item.path, item), number: numberOf(item.path) });
  }
  await recordChange(tx, by, "agenda.set", "meeting", meetingId, null, { items: input, reason: why });
  await settleChange(tx, by, meeting, why);
  return made;
}

/** @throws `InvalidInput`, `meetings.item_not_found`, `meetings.reason_needed`, `meetings.does_not_take_place` */
export async function changeItem(
  tx: TenantTx,
  by: Doing,
  id: string,
  change: AgendaItemChange,
  reason?: ReasonGiven,
): Promise<void> {
  const asked = parsed(AgendaItemChange, change);
  const { item, meeting } = await holdItem(tx, id);
  const why = checkReason(meeting, reason);
  await checkReferences(tx, asked);
  const before = {
    kind: item.kind,
    title: item.title,
    summary: item.summary,
    proposerKind: item.proposer_kind,
    proposer: item.proposer,
    proposerPersonId: item.proposer_person_id,
    proposerBodyId: item.proposer_body_id,
    protocolNumber: item.protocol_number,
    draftActId: item.draft_act_id,
  };
  const after = { ...before, ...asked };
  await tx.updateTable("agenda_items").set(rowOf(after)).where("id", "=", id).execute();
  await recordChange(tx, by, "agenda.item_changed", "agenda-item", id, before, { ...after, reason: why });
  await settleChange(tx, by, meeting, why);
}

/** Numbers are free while others move through them: first all go far away, then each to its place. */
const farAway = 100_000;
async function renumber(tx: TenantTx, moves: readonly { id: string; to: number[] }[]) {
  if (moves.length === 0) return;
  const ids = moves.map(({ id }) => id);
  await sql`update agenda_items set path[1] = path[1] + ${farAway} where id = any (${ids}::uuid[])`.execute(tx);
  for (const { id, to } of moves) await tx.updateTable("agenda_items").set({ path: to }).where("id", "=", id).execute();
}

const isWithin = (path: readonly number[], above: readonly number[]) => above.every((part, at) => path[at] === part);

interface Node {
  id: string;
  path: number[];
  below: Node[];
}
function treeOf(items: readonly Placed[]): Node[] {
  const top: Node[] = [];
  const known = new Map<string, Node>();
  for (const { id, path } of [...items].sort((one, other) => comparePaths(one.path, other.path))) {
    const node = { id, path, below: [] };
    known.set(numberOf(path), node);
    (known.get(numberOf(path.slice(0, -1)))?.below ?? top).push(node);
  }
  return top;
}
const numbered = (
  nodes: readonly Node[],
  above: readonly number[] = [],
): { id: string; from: number[]; to: number[] }[] =>
  nodes.flatMap(({ id, path, below }, at) => {
    const to = [...above, at + 1];
    return [{ id, from: path, to }, ...numbered(below, to)];
  });
const changed = (nodes: readonly Node[]) => numbered(nodes).filter(({ from, to }) => comparePaths(from, to) !== 0);

/** Items below a number; `null` where it has none. */
function listAt(top: Node[], above: readonly number[]): Node[] | null {
  let list = top;
  for (const part of above) {
    const node = list[part - 1];
    if (!node) return null;
    list = node.below;
  }
  return list;
}

/**
 * Moves an item with its sub-items to a number; what stood there and behind it makes way. `to` is read in the agenda
 * from which the item has been taken.
 * @throws `InvalidInput`, `meetings.item_not_found`, `meetings.reason_needed`, `meetings.does_not_take_place`
 */
export async function moveItem(
  tx: TenantTx,
  by: Doing,
  id: string,
  to: readonly number[],
  reason?: ReasonGiven,
): Promise<void> {
  const wanted = parsed(ItemPath, to);
  const { item, meeting } = await holdItem(tx, id);
  const why = checkReason(meeting, reason);
  const top = treeOf(await itemsOf(tx, meeting.id));
  const from = listAt(top, item.path.slice(0, -1))!;
  const [node] = from.splice(item.path.at(-1)! - 1, 1);
  const list = listAt(top, wanted.slice(0, -1));
  const isDeep = numbered([node!], wanted.slice(0, -1)).some(({ to: deepest }) => deepest.length > 3);
  if (!list || wanted.at(-1)! > list.length + 1 || isDeep)
    throw new InvalidInput([{ path: "to", code: "meetings.item_out_of_order" }]);
  list.splice(wanted.at(-1)! - 1, 0, node!);
  await renumber(tx, changed(top));
  const before = { number: numberOf(item.path) };
  const after = { number: numberOf(wanted), reason: why };
  await recordChange(tx, by, "agenda.item_moved", "agenda-item", id, before, after);
  await settleChange(tx, by, meeting, why);
}

/** Whether an item was begun or put off while the meeting sat, unless all of that was struck. */
async function isInLog(tx: TenantTx, meetingId: string, items: readonly string[]): Promise<boolean> {
  const step = await tx
    .selectFrom("live_steps as s")
    .where("s.meeting_id", "=", meetingId)
    .where("s.kind", "in", ["item_started", "item_ended"])
    .where(sql<string>`s.content ->> 'itemId'`, "in", items)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("live_steps as by")
            .select("by.number")
            .whereRef("by.meeting_id", "=", "s.meeting_id")
            .where("by.kind", "=", "struck")
            .where(sql<boolean>`(by.content ->> 'number')::integer = s.number`),
        ),
      ),
    )
    .select("s.number")
    .executeTakeFirst();
  return step !== undefined;
}

/**
 * Takes an item with its sub-items from the agenda; those behind it move up. Its documents leave the public. What was
 * decided stays: such an item gets a result instead.
 * @throws `meetings.item_not_found`, `meetings.item_decided`, `meetings.item_discussed`, `meetings.reason_needed`, `meetings.does_not_take_place`
 */
export async function removeItem(tx: TenantTx, by: Doing, id: string, reason?: ReasonGiven): Promise<void> {
  const { item, meeting } = await holdItem(tx, id);
  const why = checkReason(meeting, reason);
  const items = await itemsOf(tx, meeting.id);
  const gone = items.filter(({ path }) => isWithin(path, item.path)).map((one) => one.id);
  const vote = await tx.selectFrom("votes").select("id").where("agenda_item_id", "in", gone).executeTakeFirst();
  const act = await tx.selectFrom("acts").select("id").where("agenda_item_id", "in", gone).executeTakeFirst();
  if (vote ?? act) throw itemDecided();
  if (await isInLog(tx, meeting.id, gone)) throw itemDiscussed();
  for (const one of gone)
    for (const { document_id } of await attachedTo(tx, "agendaItem", one))
      await detach(tx, by, "agendaItem", one, document_id);
  await tx.deleteFrom("agenda_items").where("id", "in", gone).execute();
  await renumber(tx, changed(treeOf(items.filter((one) => !gone.includes(one.id)))));
  const before = { number: numberOf(item.path), title: item.title };
  await recordChange(tx, by, "agenda.item_removed", "meeting", meeting.id, before, { reason: why });
  await settleChange(tx, by, meeting, why);
}
