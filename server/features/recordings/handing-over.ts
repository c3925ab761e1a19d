import { sql } from "kysely";
import type { TenantTx } from "../../db/tenant-db.ts";
import type { Actor } from "../../http/scope.ts";
import type { Doing } from "../audit/audit.service.ts";
import { rowsById } from "../editing/editable.ts";
import {
  approvalOf as approvalOfThing,
  checkApproval,
  dropSubmission,
  type Submittable,
  submit,
} from "../editing/submissions.service.ts";
import { meetingEditable } from "../meetings/meetings.editable.ts";
import { findFile, sumOfCaptions } from "./recordings.queries.ts";
import { holdPublishable } from "./recordings.service.ts";

/** All that readers get of it; of the film and its title the document tells, whose id stands here. */
async function inputOf(tx: TenantTx, id: string) {
  const found = await tx
    .selectFrom("recordings")
    .select(["link", "duration", "poster_sha256"])
    .where("id", "=", id)
    .executeTakeFirst();
  if (!found) return null;
  const [file, chapters, captions] = await Promise.all([
    findFile(tx, id),
    tx
      .selectFrom("recording_chapters")
      .select(["starts", "kind", "agenda_item_id", "title"])
      .where("recording_id", "=", id)
      .orderBy("starts")
      .execute(),
    tx
      .selectFrom("recording_captions")
      .select(["language", sumOfCaptions.as("sha256")])
      .where("recording_id", "=", id)
      .orderBy("language")
      .execute(),
  ]);
  return { ...found, film: file && { id: file.document_id, sha256: file.sha256 }, chapters, captions };
}

const title = sql`(select ${meetingEditable.rows.title} from meetings where meetings.id = recordings.meeting_id)`;

/** The recording of a meeting, by its own id. It is held after its meeting, by which all who change it come one after the other. */
export const handedOverRecording: Submittable & { place: typeof title } = {
  entity: "recording",
  rows: rowsById("recordings", { title, words: title, hasState: false }),
  /** Its page is that of its meeting. */
  place: sql`recordings.meeting_id::text`,
  async find(tx, id) {
    const input = await inputOf(tx, id);
    return input && { input };
  },
};

/**
 * Hands the recording of a meeting over to be published as it stands.
 * @throws as `holdPublishable` and `submit`
 */
export async function handOver(tx: TenantTx, by: Doing, meetingId: string, note: string | null): Promise<void> {
  const { recording } = await holdPublishable(tx, by, meetingId);
  await submit(tx, by, handedOverRecording, recording.id, note);
}

/** What was handed over of a recording, and whether this one may publish it. */
export async function approvalOf(tx: TenantTx, id: string, actor: Actor) {
  return approvalOfThing(tx, handedOverRecording, id, (await inputOf(tx, id))!, actor);
}

/**
 * The recording may become public as it stands, and waits no longer.
 * @throws `editing.not_submitted`, `editing.own_submission`, `editing.changed_since_submitted`, as `holdPublishable`
 */
export async function approve(tx: TenantTx, by: Doing, meetingId: string): Promise<void> {
  const { recording } = await holdPublishable(tx, by, meetingId);
  await checkApproval(tx, by, handedOverRecording, recording.id);
  await dropSubmission(tx, handedOverRecording, recording.id);
}
