import * as v from "valibot";
import type { TenantTx } from "../../db/tenant-db.ts";
import type { Services } from "../../http/services.ts";
import type { WorkspaceRoute } from "../../workspace/feature.ts";
import { chosen, requiredText, typed } from "../../workspace/form-fields.schema.ts";
import { form } from "../../workspace/form-route.ts";
import { fillPath } from "../../workspace/home.shared.ts";
import { doing, type Shown, type WorkspaceContext } from "../../workspace/scope.ts";
import type { Policy } from "../accounts/policies.ts";
import { isDocumentWithin } from "../documents/documents-within.ts";
import { checkInPart } from "../editing/editable-for.ts";
import { checkMayChange } from "../editing/public-changes.ts";
import { needsApproval } from "../editing/submissions.service.ts";
import { findFreeDocuments, findPapers } from "../meetings/desk/desk.queries.ts";
import { documentsFrom, takeFiles } from "../meetings/desk/papers-desk.ts";
import { askAboutPersons, heldIn, stopForPersons } from "../meetings/desk/papers-persons.ts";
import { notClosed } from "../meetings/meetings.errors.ts";
import { publishMinutes } from "../meetings/stages.service.ts";
import { markOfWaiting } from "../meetings/waiting-papers.ts";
import { handOverFiles } from "../minutes/minutes-file.ts";
import { checkPublicNow } from "./consultation-desk.queries.ts";
import { consultationPaths } from "./consultation-desk.shared.ts";
import { movedMeanwhile } from "./draft-acts.errors.ts";
import { lockDraftAct } from "./draft-acts.store.ts";
import { holdHeldHearing } from "./held-hearings.service.ts";

/** Files that an earlier attempt left, as far as whoever sends them again may know of them. */
async function heldFiles(c: WorkspaceContext, tx: TenantTx, held: readonly string[]): Promise<string[]> {
  if (held.length === 0) return [];
  const kept: string[] = [];
  for (const id of heldIn(held, await findFreeDocuments(tx)))
    if (await isDocumentWithin(tx, c.var.actor, id, "edit")) kept.push(id);
  return kept;
}

const Sent = v.object({ meeting: requiredText, asSeen: typed, waits: typed, held: chosen, persons: typed });

/**
 * The report of a hearing, as the file that becomes the minutes of its meeting: published at once, or handed over where two
 * persons publish.
 */
export const hearingMinutesRoute = (
  services: Pick<Services, "config" | "storage" | "scanner">,
  edits: Policy,
  draftId: (c: WorkspaceContext) => string,
  again: (c: WorkspaceContext) => Promise<Shown>,
): WorkspaceRoute =>
  form(consultationPaths.step, edits, {
    ...{ name: "hearing_minutes", schema: Sent, at: consultationPaths.page, again },
    async save(c, { meeting: id, asSeen, waits, held, persons }) {
      const [draft, by] = [draftId(c), doing(c)];
      const hold = async (tx: TenantTx) => {
        const found = await lockDraftAct(tx, draft);
        await checkInPart(tx, by.actor, "draft_act", draft);
        await checkMayChange(tx, by.actor, found, "draft_act", draft);
        checkPublicNow(found, by.now);
        const meeting = await holdHeldHearing(tx, by, draft, { meeting: id, seen: asSeen });
        if (meeting.stage !== "closed") throw notClosed();
        if (waits !== (await markOfWaiting(tx, id, "minutes"))) throw movedMeanwhile();
      };
      // Nothing is taken in that is refused afterwards.
      await c.var.db.write(hold);
      const stored = await takeFiles(c, services, held.length > 0);
      const asked = await c.var.db.write(async (tx) => {
        await hold(tx);
        const kept = (await heldFiles(c, tx, held)).map((documentId) => ({ documentId, role: "minutes" as const }));
        const files = [...kept, ...(await documentsFrom(c, tx, stored, "minutes"))];
        if (await needsApproval(tx)) {
          await handOverFiles(tx, by, id, { files, note: null });
          return null;
        }
        const fresh = files.map(({ documentId }) => documentId);
        const laid = (await findPapers(tx, id)).filter((one) => one.role === "minutes" && one.agenda_item_id === null);
        const all = { ids: [...laid.map((paper) => paper.id), ...fresh], held: fresh };
        const found = await askAboutPersons(c, tx, id, all, persons);
        if (!found) await publishMinutes(tx, by, id, files);
        return found;
      });
      if (asked) stopForPersons(c, asked);
      return `${fillPath(consultationPaths.page, { id: draft })[c.var.locale]}?done=hearing_minutes`;
    },
  });
