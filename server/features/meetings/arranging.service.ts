import { isDeepStrictEqual } from "node:util";
import { sql } from "kysely";
import type { TenantTx } from "../../db/tenant-db.ts";
import { InvalidInput, within } from "../../http/problem.ts";
import { parsed } from "../../http/validated.ts";
import { type Doing, recordChange } from "../audit/audit.service.ts";
import { type Attachment, attachmentsOf, detach, setAttachments } from "../documents/attachments.service.ts";
import { needsApproval } from "../editing/submissions.service.ts";
import { isSame } from "../editing/versions.ts";
import { changeItem, checkReferences, insertItem, releaseTime, removeItem } from "./agenda.service.ts";
import { holdMeetingThatTakesPlace } from "./held-meeting.ts";
import { papersByTwo } from "./meetings.errors.ts";
import { MeetingPapers } from "./meetings.schema.ts";
import { firstOutOfOrder, numberOf } from "./numbers.shared.ts";
import { isByTwo } from "./papers-by-two.ts";
import { checkReason, type ReasonGiven, settleChange } from "./versions.service.ts";

type Item = MeetingPapers["items"][number];

/** The agenda of a meeting with the papers of each item, and the meeting’s own papers: as `arrangePapers` takes them. */
export async function papersOf(tx: TenantTx, meetingId: string): Promise<MeetingPapers> {
  const rows = await tx
    .selectFrom("agenda_items")
    .selectAll()
    .where("meeting_id", "=", meetingId)
    .orderBy("path")
    .execute();
  const papers = await tx
    .selectFrom("attachments as a")
    .innerJoin("agenda_items as i", "i.id", "a.agenda_item_id")
    .where("i.meeting_id", "=", meetingId)
    .where("a.waits", "=", false)
    .select(["i.id", "a.document_id as documentId", "a.role"])
    .orderBy("a.position")
    .orderBy("a.added_at")
    .orderBy("a.document_id")
    .execute();
  return {
    items: rows.map((row) => ({
      ...{ id: row.id, path: row.path, kind: row.kind, title: row.title, summary: row.summary },
      ...{ proposerKind: row.proposer_kind, proposer: row.proposer, proposerPersonId: row.proposer_person_id },
      ...{ proposerBodyId: row.proposer_body_id, protocolNumber: row.protocol_number, draftActId: row.draft_act_id },
      documents: papers.flatMap(({ id, ...paper }): Attachment[] => (id === row.id ? [paper] : [])),
    })),
    documents: await attachmentsOf(tx, "meeting", meetingId),
  };
}

const takenFrom = (before: readonly Attachment[], after: readonly Attachment[]) =>
  before.some(({ documentId }) => !after.some((one) => one.documentId === documentId));

/** Numbers are free while others move through them: first all go far away, then each to its place. */
const farAway = 100_000;

/**
 * Makes these the agenda and the papers of a meeting, all of it: an item without an id is new, one that is left out is
 * taken from the agenda. Of an announced meeting the reason is told to its readers, once for all of it.
 * @throws `InvalidInput` that names the row, `meetings.not_found`, `meetings.reason_needed`, `meetings.item_decided`,
 *   `meetings.does_not_take_place`, `meetings.papers_by_two`
 */
export async function arrangePapers(
  tx: TenantTx,
  by: Doing,
  meetingId: string,
  given: MeetingPapers,
  reason?: ReasonGiven,
): Promise<void> {
  const after = parsed(MeetingPapers, given);
  const before = await papersOf(tx, meetingId);
  if (isSame(before, after)) return;
  const meeting = await holdMeetingThatTakesPlace(tx, meetingId);
  const idsOf = ({ documents, items }: MeetingPapers) =>
    [...documents, ...items.flatMap((item) => item.documents)].map(({ documentId }) => documentId);
  const standing = new Set(idsOf(before));
  if (idsOf(after).some((document) => !standing.has(document)) && (await isByTwo(tx, meeting))) throw papersByTwo();
  // Minutes are published at their own desk, where a second person looks at them.
  const minutesIn = ({ documents }: MeetingPapers) =>
    documents.filter(({ role }) => role === "minutes").map(({ documentId }) => documentId);
  const were = new Set(minutesIn(before));
  if (
    minutesIn(after).some((document) => !were.has(document)) &&
    meeting.state === "published" &&
    (await needsApproval(tx))
  )
    throw papersByTwo();
  const wrong = firstOutOfOrder(after.items.map(({ path }) => path));
  if (wrong !== null) throw new InvalidInput([{ path: `items.${wrong}.path`, code: "meetings.item_out_of_order" }]);
  // A paper that comes late is marked as such by itself; all else changes what the notice said.
  const known = (id: Item["id"]) => before.items.find((one) => one.id === id);
  const isMore =
    !takenFrom(before.documents, after.documents) &&
    before.items.length === after.items.length &&
    after.items.every(({ documents, ...item }) => {
      const { documents: were = [], ...was } = known(item.id) ?? {};
      return isSame(was, item) && !takenFrom(were, documents);
    });
  const why = isMore ? (reason ? checkReason(meeting, reason) : null) : checkReason(meeting, reason);

  // From the end, since what stands below an item goes with it and those behind it move up.
  for (const { id } of before.items.toReversed())
    if (!after.items.some((one) => one.id === id)) await removeItem(tx, by, id!, why);
  // A paper that goes from one item to another is free before it is attached again.
  for (const { id, documents } of before.items) {
    const wanted = after.items.find((one) => one.id === id)?.documents ?? [];
    for (const { documentId } of documents)
      if (!wanted.some((one) => one.documentId === documentId)) await detach(tx, by, "agendaItem", id!, documentId);
  }
  const kept = new Set(
    (await tx.selectFrom("agenda_items").select("id").where("meeting_id", "=", meetingId).execute()).map(
      ({ id }) => id,
    ),
  );
  await sql`update agenda_items set path[1] = path[1] + ${farAway} where meeting_id = ${meetingId}`.execute(tx);
  for (const [at, { id, path, documents, ...item }] of after.items.entries())
    await within(`items.${at}`, async () => {
      if (!id || !kept.has(id)) {
        await checkReferences(tx, item);
        await insertItem(tx, by, meeting, path, { ...item, documents });
        return;
      }
      const { path: _, documents: __, id: ___, ...was } = known(id)!;
      await tx.updateTable("agenda_items").set({ path }).where("id", "=", id).execute();
      if (!isSame(was, item)) await changeItem(tx, by, id, item, why);
      await setAttachments(tx, by, "agendaItem", id, documents, releaseTime(meeting));
    });
  await within("documents", async () => {
    await setAttachments(tx, by, "meeting", meetingId, after.documents, releaseTime(meeting));
  });
  const numbers = (items: readonly Item[]) => items.map(({ id, path }) => ({ id, number: numberOf(path) }));
  if (!isDeepStrictEqual(numbers(before.items), numbers(after.items)))
    await recordChange(
      ...([tx, by, "agenda.arranged", "meeting", meetingId] as const),
      { items: numbers(before.items) },
      { items: numbers(after.items), reason: why },
    );
  await settleChange(tx, by, meeting, why);
}
