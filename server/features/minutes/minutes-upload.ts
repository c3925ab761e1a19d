import * as v from "valibot";
import type { TenantTx } from "../../db/tenant-db.ts";
import type { Services } from "../../http/services.ts";
import { atFields } from "../../workspace/at-fields.ts";
import type { WorkspaceRoute } from "../../workspace/feature.ts";
import { chosen, typed } from "../../workspace/form-fields.schema.ts";
import { form } from "../../workspace/form-route.ts";
import { doing, type WorkspaceContext } from "../../workspace/scope.ts";
import { needsApproval } from "../editing/submissions.service.ts";
import { findFreeDocuments, findPapers } from "../meetings/desk/desk.queries.ts";
import { deskPath, meetingId, publishMeetings, readMeeting, standsAt } from "../meetings/desk/desk-meeting.ts";
import { documentsFrom, takeFiles } from "../meetings/desk/papers-desk.ts";
import { askAboutPersons, heldIn, stopForPersons } from "../meetings/desk/papers-persons.ts";
import { publishMinutes } from "../meetings/stages.service.ts";
import { uploadByTwo } from "./minutes.errors.ts";
import { minutesPaths } from "./minutes.paths.shared.ts";
import { minutesPage } from "./minutes-view.ts";

/** What the public does not read yet is handed over. @throws `minutes.upload_by_two` */
const checkOneMayPublish = (isNew: boolean) => async (tx: TenantTx) => {
  if (isNew && (await needsApproval(tx))) throw uploadByTwo();
};

const hasFiles = async (c: WorkspaceContext) =>
  (await c.req.formData()).getAll("files").some((file) => file instanceof File && file.name !== "");

/** Publishes minutes that were written elsewhere, such as a scan with its signatures, by one person alone. */
export const uploadRoute = (services: Pick<Services, "config" | "storage" | "scanner">): WorkspaceRoute =>
  form(minutesPaths.upload, publishMeetings, {
    name: "minutes",
    schema: v.object({ held: chosen, persons: typed }),
    async save(c, { held, persons }) {
      const id = meetingId(c);
      const { papers, isDue } = await c.var.db.read(async (tx) => ({
        papers: (await findPapers(tx, id)).filter((one) => one.role === "minutes" && one.agenda_item_id === null),
        isDue: (await readMeeting(tx, id)).stage === "closed",
      }));
      const checkOne = checkOneMayPublish(held.length > 0 || (await hasFiles(c)));
      await c.var.db.read(checkOne);
      const stored = await takeFiles(c, services, papers.length > 0 || held.length > 0);
      const asked = await atFields({ failures: { "meetings.minutes_missing": "files" } }, () =>
        c.var.db.write(async (tx) => {
          await checkOne(tx);
          const sent = await documentsFrom(c, tx, stored, "minutes");
          const kept = heldIn(held, held.length > 0 ? await findFreeDocuments(tx) : []);
          const minutes = [...kept.map((documentId) => ({ documentId, role: "minutes" as const })), ...sent];
          const fresh = minutes.map(({ documentId }) => documentId);
          const all = { ids: [...papers.map((paper) => paper.id), ...fresh], held: fresh };
          const found = isDue ? await askAboutPersons(c, tx, id, all, persons) : null;
          if (!found) await publishMinutes(tx, doing(c), id, minutes);
          return found;
        }),
      );
      if (asked) stopForPersons(c, asked);
      return `${deskPath(c, "course", { id })}?done=minutes`;
    },
    async again(c) {
      standsAt(c, "minutes");
      return minutesPage(c);
    },
  });
