import { editables } from "../editing/editables.ts";
import { type EditedEntity, editedEntities, editingPaths } from "../editing/editing.paths.shared.ts";
import type { CatalogueElement, ElementCode, InBoth } from "../elements/catalogue.shared.ts";
import { deskPaths } from "../meetings/desk/desk-paths.shared.ts";
import { settingsPath } from "../settings/settings.paths.shared.ts";
import { boardPaths } from "./readiness.paths.shared.ts";

/**
 * Where an element is fulfilled: a place of the workspace; its public page, where nothing is there to be filled in by whoever
 * asks; or the public page of what is not there yet and says how it is done on paper.
 */
export interface Place {
  path: InBoth;
  kind: "workspace" | "public" | "paper";
}

const at = (path: InBoth, anchor: string): InBoth => ({ sq: path.sq + anchor, en: path.en + anchor });

/** What meetings fill, each with its own: its calendar, notice, stream, attendance, recording. */
const ofMeetings = [
  ...(["I.3.2", "I.3.3", "I.3.4", "I.3.5", "I.3.8", "I.3.9", "I.9.1"] as const),
  ...(["II.6.3", "II.6.5", "V.1.3"] as const),
].map((code) => [code, deskPaths.list] as const);

/** Elements that no list of things fills, or not the one of what they are about. */
const known: Partial<Record<ElementCode, InBoth>> = {
  ...Object.fromEntries(ofMeetings),
  "B.I.2": boardPaths.board,
  "II.5.2": editingPaths("body").list,
  "V.1.4": at(settingsPath, "#social-section"),
  "V.1.6": at(settingsPath, "#media-section"),
};

/** Open data is there for every register that is. */
const fillThemselves: readonly ElementCode[] = ["I.8.1"];

const isEdited = (entity: string): entity is EditedEntity => (editedEntities as readonly string[]).includes(entity);

/** The list of what fulfils each element; of several the first, as the registry of what is edited has them. */
const lists = new Map<ElementCode, InBoth>();
for (const { entity, elements } of editables)
  for (const code of elements) {
    if (!isEdited(entity) || lists.has(code)) continue;
    // Collections and procedures of all elements stand in one list each.
    const isShared = entity === "publication" || entity === "page";
    lists.set(code, at(editingPaths(entity).list, isShared ? `?only=${code}` : ""));
  }

const isOfSettings = ({ sq }: InBoth) => sq.startsWith(settingsPath.sq);

/** @param maySet whoever may not change the settings is not sent there */
export function placeOf({ code, path }: Pick<CatalogueElement, "code" | "path">, maySet = true): Place {
  const place = known[code] ?? lists.get(code);
  if (!place) return { path, kind: fillThemselves.includes(code) ? "public" : "paper" };
  return maySet || !isOfSettings(place) ? { path: place, kind: "workspace" } : { path, kind: "public" };
}
