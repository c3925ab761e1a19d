import { fillPath } from "../../workspace/home.shared.ts";
import type { InBoth } from "../elements/catalogue.shared.ts";
import { type EditedEntity, editingPaths, nouns } from "./editing.paths.shared.ts";

/** Where something is edited in the workspace; `null` for kinds that are not. */
export const whereEdited = (entity: string, id: string): InBoth | null =>
  Object.hasOwn(nouns, entity) ? fillPath(editingPaths(entity as EditedEntity).one, { id }) : null;
