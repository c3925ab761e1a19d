import { type RawBuilder, type SqlBool, sql } from "kysely";
import type { TenantTx } from "../../db/tenant-db.ts";
import { type Doing, recordChange } from "../audit/audit.service.ts";
import type { Attachment } from "../documents/attachments.service.ts";
import { handedOverVersion } from "../editing/handed-over-version.ts";
import { dropSubmission, type Submittable } from "../editing/submissions.service.ts";
import { meetingEditable } from "./meetings.editable.ts";

/** What waits beside a meeting until a second person lets it in: files that become its minutes, or other papers. */
export type WaitingKind = "minutes" | "papers";

const isOfKind = { minutes: sql<SqlBool>`a.role = 'minutes'`, papers: sql<SqlBool>`a.role <> 'minutes'` };
/** Whether papers `a`, of an item `i` or none, wait beside the meeting. */
const waitBeside = (kind: WaitingKind, meetingId: RawBuilder<string>) =>
  sql<SqlBool>`a.waits and ${isOfKind[kind]} and coalesce(a.meeting_id, i.meeting_id) = ${meetingId}`;

/** A paper that waits: of the meeting itself, or of an item. */
export interface WaitingPaper extends Attachment {
  itemId: string | null;
}

export const findWaiting = (tx: TenantTx, meetingId: string, kind: WaitingKind): Promise<WaitingPaper[]> =>
  tx
    .selectFrom("attachments as a")
    .leftJoin("agenda_items as i", "i.id", "a.agenda_item_id")
    .where(waitBeside(kind, sql`${meetingId}::uuid`))
    .orderBy("i.path", (order) => order.asc().nullsFirst())
    .orderBy("a.position")
    .orderBy("a.document_id")
    .select(["a.document_id as documentId", "a.agenda_item_id as itemId", "a.role"])
    .execute();

interface WaitingPapers extends Submittable {
  /** Nothing waits any more; over `meetings`. */
  isDone: RawBuilder<SqlBool>;
}

const waitingPapers = (entity: string, kind: WaitingKind): WaitingPapers => ({
  entity,
  /** Held as their meeting is, and called as it is called. */
  rows: meetingEditable.rows,
  isDone: sql<SqlBool>`not exists (select from attachments a left join agenda_items i on i.id = a.agenda_item_id
    where ${waitBeside(kind, sql`meetings.id`)})`,
  async find(tx, id) {
    const papers = await findWaiting(tx, id, kind);
    return papers.length === 0 ? null : { input: { papers } };
  },
});

/** By the meeting's id. */
export const waiting = {
  minutes: waitingPapers("minutes_file", "minutes"),
  papers: waitingPapers("meeting_papers", "papers"),
} as const satisfies Record<WaitingKind, WaitingPapers>;

/** What stands there, for forms to say that it was seen; empty where nothing waits. */
export async function markOfWaiting(tx: TenantTx, meetingId: string, kind: WaitingKind): Promise<string> {
  const found = await waiting[kind].find(tx, meetingId);
  return found ? handedOverVersion(tx, waiting[kind], meetingId, found.input) : "";
}

/** Takes what waits away, and with it what was handed over; the files stay among the council's documents. */
export async function dropWaiting(tx: TenantTx, by: Doing, meetingId: string, kind: WaitingKind): Promise<void> {
  const papers = await findWaiting(tx, meetingId, kind);
  await dropSubmission(tx, waiting[kind], meetingId);
  if (papers.length === 0) return;
  const ids = papers.map(({ documentId }) => documentId);
  await tx.deleteFrom("attachments").where("document_id", "in", ids).where("waits", "=", true).execute();
  await recordChange(tx, by, "documents.detached", "meeting", meetingId, { attachments: papers }, null);
}
