import { fillPath } from "../../workspace/home.shared.ts";
import type { InBoth } from "../elements/catalogue.shared.ts";
import { deskPaths } from "../meetings/desk/desk-paths.shared.ts";
import { minutesPaths } from "../minutes/minutes.paths.shared.ts";
import { type EditedEntity, editingPaths, nouns } from "./editing.paths.shared.ts";

/** Where something is edited in the workspace, meetings at their desk; `null` for kinds that are not. */
export function whereEdited(entity: string, id: string): InBoth | null {
  if (entity === "minutes") return fillPath(minutesPaths.page, { id });
  if (entity === "meeting") return fillPath(deskPaths.meeting, { id });
  return Object.hasOwn(nouns, entity) ? fillPath(editingPaths(entity as EditedEntity).one, { id }) : null;
}
