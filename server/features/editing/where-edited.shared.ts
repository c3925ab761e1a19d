import { fillPath } from "../../workspace/home.shared.ts";
import { documentsPaths } from "../documents/documents.paths.shared.ts";
import type { InBoth } from "../elements/catalogue.shared.ts";
import { deskPaths } from "../meetings/desk/desk-paths.shared.ts";
import { minutesPaths } from "../minutes/minutes.paths.shared.ts";
import { recordingPaths } from "../recordings/recordings.paths.shared.ts";
import { type EditedEntity, editingPaths, nouns } from "./editing.paths.shared.ts";

/** Where something is edited in the workspace, meetings at their desk; `null` for kinds that are not. */
export function whereEdited(entity: string, id: string): InBoth | null {
  if (entity === "minutes" || entity === "minutes_file") return fillPath(minutesPaths.page, { id });
  if (entity === "meeting") return fillPath(deskPaths.meeting, { id });
  if (entity === "document") return fillPath(documentsPaths.one, { id });
  return Object.hasOwn(nouns, entity) ? fillPath(editingPaths(entity as EditedEntity).one, { id }) : null;
}

/**
 * Where what was handed over is looked at and published; a meeting is announced by its notice.
 * @param place its own id, or that of the thing on whose page it stands
 * @param isProposal a change of what the public reads: its form is filled in from that
 */
export function whereApproved(entity: string, place: string, isProposal: boolean): InBoth | null {
  const edited = isProposal && whereEdited(entity, place);
  if (edited && entity === "document") return edited;
  if (edited) return { sq: `${edited.sq}?proposal=yes`, en: `${edited.en}?proposal=yes` };
  if (entity === "meeting") return fillPath(deskPaths.notice, { id: place });
  if (entity === "meeting_papers") return fillPath(deskPaths.waiting, { id: place });
  if (entity === "recording") return fillPath(recordingPaths.page, { id: place });
  return whereEdited(entity, place);
}
