import * as v from "valibot";
import type { TenantTx } from "../../db/tenant-db.ts";
import type { Services } from "../../http/services.ts";
import type { WorkspaceRoute } from "../../workspace/feature.ts";
import { typed, typedWord } from "../../workspace/form-fields.schema.ts";
import { form } from "../../workspace/form-route.ts";
import { fillPath } from "../../workspace/home.shared.ts";
import { doing, type WorkspaceContext } from "../../workspace/scope.ts";
import type { Doing } from "../audit/audit.service.ts";
import { type Attachment, attachWaiting, letIn } from "../documents/attachments.service.ts";
import { checkApproval, dropSubmission, submit } from "../editing/submissions.service.ts";
import { releaseTime } from "../meetings/agenda.service.ts";
import { deskPath, editMeetings, meetingId, publishMeetings } from "../meetings/desk/desk-meeting.ts";
import { documentsFrom, takeFiles } from "../meetings/desk/papers-desk.ts";
import { askAboutPersons, stopForPersons } from "../meetings/desk/papers-persons.ts";
import { type HeldMeeting, holdMeeting } from "../meetings/held-meeting.ts";
import { notClosed } from "../meetings/meetings.errors.ts";
import { publishMinutes } from "../meetings/stages.service.ts";
import { dropWaiting, findWaiting, markOfWaiting, waiting } from "../meetings/waiting-papers.ts";
import { changedMeanwhile } from "./minutes.errors.ts";
import { minutesPaths } from "./minutes.paths.shared.ts";
import { minutesPage } from "./minutes-view.ts";

const back = (c: WorkspaceContext, done: string) =>
  `${fillPath(minutesPaths.page, { id: meetingId(c) })[c.var.locale]}?done=${done}`;

/**
 * A meeting that is over and has no minutes yet, with the files that wait to be them as they were seen.
 * @throws `meetings.not_found`, `meetings.not_closed`, `minutes.changed_meanwhile`
 */
async function holdAsSeen(tx: TenantTx, id: string, seen: string): Promise<HeldMeeting> {
  const meeting = await holdMeeting(tx, id);
  if (meeting.stage !== "closed") throw notClosed();
  if (seen !== (await markOfWaiting(tx, id, "minutes"))) throw changedMeanwhile();
  return meeting;
}

/**
 * Hands over files that were made elsewhere to become the minutes, in place of those that wait; without any, what waits is
 * handed over anew.
 * @throws as `attachWaiting` and `submit`
 */
export async function handOverFiles(
  tx: TenantTx,
  by: Doing,
  id: string,
  { files, note }: { files: readonly Attachment[]; note: string | null },
): Promise<void> {
  if (files.length > 0) {
    await dropWaiting(tx, by, id, "minutes");
    await attachWaiting(tx, by, "meeting", id, files);
  }
  await submit(tx, by, waiting.minutes, id, note);
}

/** Minutes that were written elsewhere, such as a scan with its signatures, where one prepares and another publishes. */
export const fileRoutes = (services: Pick<Services, "config" | "storage" | "scanner">): WorkspaceRoute[] => [
  form(minutesPaths.fileSubmission, editMeetings, {
    name: "minutes-file",
    schema: v.object({ seen: typed, note: typedWord }),
    at: minutesPaths.page,
    async save(c, { seen, note }) {
      const id = meetingId(c);
      // Nothing is taken in that is refused afterwards.
      await c.var.db.write((tx) => holdAsSeen(tx, id, seen));
      const stored = await takeFiles(c, services, seen !== "");
      await c.var.db.write(async (tx) => {
        await holdAsSeen(tx, id, seen);
        const files = await documentsFrom(c, tx, stored, "minutes");
        await handOverFiles(tx, doing(c), id, { files, note: note || null });
      });
      return back(c, "file_submitted");
    },
    again: minutesPage,
  }),
  form(minutesPaths.filePublication, publishMeetings, {
    name: "minutes-file-publication",
    schema: v.object({ seen: typed, persons: typed }),
    at: minutesPaths.page,
    async save(c, { seen, persons }) {
      const id = meetingId(c);
      const by = doing(c);
      const asked = await c.var.db.write(async (tx) => {
        const meeting = await holdAsSeen(tx, id, seen);
        await checkApproval(tx, by, waiting.minutes, id);
        const files = await findWaiting(tx, id, "minutes");
        const found = await askAboutPersons(c, tx, id, { ids: files.map(({ documentId }) => documentId) }, persons);
        if (found) return found;
        await letIn(tx, by, "meeting", id, files, releaseTime(meeting));
        await publishMinutes(tx, by, id);
        await dropSubmission(tx, waiting.minutes, id);
        return null;
      });
      if (asked) stopForPersons(c, asked);
      return `${deskPath(c, "course", { id })}?done=minutes`;
    },
    again: minutesPage,
  }),
  form(minutesPaths.fileRemoval, editMeetings, {
    name: "minutes-file-removal",
    schema: v.object({ seen: typed }),
    at: minutesPaths.page,
    async save(c, { seen }) {
      const id = meetingId(c);
      await c.var.db.write(async (tx) => {
        await holdAsSeen(tx, id, seen);
        await dropWaiting(tx, doing(c), id, "minutes");
      });
      return back(c, "file_removed");
    },
    again: minutesPage,
  }),
];
