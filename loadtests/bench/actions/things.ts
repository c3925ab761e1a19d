import { editables } from "../../../server/features/editing/editables.ts";
import {
  binPath,
  type EditedEntity,
  editedEntities,
  editingPaths,
  formPreviewPath,
} from "../../../server/features/editing/editing.paths.shared.ts";
import { removeForGood } from "../../../server/features/editing/removing.service.ts";
import { fillPath } from "../../../server/workspace/home.shared.ts";
import type { Desk } from "./desk.ts";
import { addPhoto } from "./files.ts";
import { inBoth, type Known, kinds, withoutPage } from "./kinds.ts";
import type { Office, Work } from "./office.ts";

const editableOf = (entity: EditedEntity) => editables.find((one) => one.entity === entity)!;
const isPublished = (entity: EditedEntity) => editableOf(entity).publish !== undefined;
const lastPart = (address: string) => new URL(address, "http://council.example").pathname.split("/").at(-1)!;
export const formOf = (entity: EditedEntity, id: string) => fillPath(editingPaths(entity).one, { id }).sq;

/** What somebody changes in a form of what stands. */
function correction(entity: EditedEntity, turn: number, typed: Readonly<Record<string, string>>) {
  const { corrected, correctly } = kinds[entity];
  return { [corrected]: correctly?.(turn, typed) ?? `Shënim ${turn}.` };
}

/** A thing from its empty form on. @returns its id */
export async function make(
  desk: Desk,
  entity: EditedEntity,
  turn: number,
  known: Known,
  otherwise: Readonly<Record<string, string>> = {},
): Promise<string> {
  const { begun, typed } = kinds[entity];
  const fresh = `${editingPaths(entity).fresh.sq}${begun?.(turn) ?? ""}`;
  const values = { ...typed(turn, known), ...otherwise };
  const id = lastPart(await desk.send(`${entity}: a new one is saved`, fresh, "thing", values));
  // Without one it stays a draft.
  if (entity === "album") await addPhoto(desk, entity, id);
  return id;
}

/** What may be there only once is gone for good after each turn, as the nightly work empties the bin. */
async function throwAway({ db, clock }: Office, entity: EditedEntity, id: string): Promise<void> {
  const by = { actor: { kind: "system", name: "bench" } as const, now: clock.now() };
  await db.write((tx) => removeForGood(tx, by, editableOf(entity), id));
}

/**
 * A thing of each kind from its empty form to its readers and away from them; before, into the bin and out of it, and in
 * between as it was at first.
 */
export const livesOfEachKind: Work = async (office, turn) => {
  const { secretary: desk, known } = office;
  for (const entity of editedEntities) {
    const id = await make(desk, entity, turn, known);
    const one = formOf(entity, id);
    const preview = fillPath(formPreviewPath, { entity }).sq;
    if (!withoutPage.includes(entity))
      await desk.show(`${entity}: what is typed is shown as readers would have it`, one, preview);
    if (isPublished(entity)) {
      await desk.send(`${entity}: into the bin`, one, `/${id}/koshi`);
      await desk.send(`${entity}: out of the bin`, binPath.sq, `${id}/kthimi-nga-koshi`);
      await desk.send(`${entity}: published`, one, `/${id}/botimi`);
    }
    await desk.send(
      `${entity}: what readers have is corrected`,
      one,
      "thing",
      correction(entity, turn, kinds[entity].typed(turn, known)),
    );
    const versions = `${fillPath(editingPaths(entity).versions, { id }).sq}?n=1`;
    await desk.send(`${entity}: a version is brought back`, versions, "restore");
    if (isPublished(entity))
      await desk.send(`${entity}: withdrawn`, one, `/${id}/terheqja`, inBoth("reason", "Gabim.", "A mistake."));
    if (entity === "page") await throwAway(office, entity, id);
  }
};

/** What has stood for long is corrected, kind by kind, and typing is kept before it is saved. */
export const correctEachKind: Work = async ({ secretary: desk, standing }, turn) => {
  for (const [entity, id] of Object.entries(standing) as [EditedEntity, string][]) {
    const path = formOf(entity, id);
    const { entries } = await desk.form(path, "thing");
    const stood: Record<string, string> = Object.fromEntries(entries);
    const typed: Record<string, string> = { ...stood, ...correction(entity, turn, stood) };
    const { version, edit } = typed;
    const tab = crypto.randomUUID();
    const kept = await desk.call(`${entity}: typing is kept`, "PUT", `/api/v1/admin/editing/edits/${edit}`, {
      ...{ entity, entityId: id, version, form: typed, tab: { id: tab, seen: null } },
    });
    const { at } = kept as { at: string };
    await desk.send(`${entity}: what has long stood is corrected`, path, "thing", { ...typed, tab, kept: at });
  }
};

/** What is to become public by itself, and a form that was left and is not wanted any more. */
export const publishLater: Work = async ({ secretary: desk, known, standing }, turn) => {
  const id = await make(desk, "publication", turn, known);
  const at = { at: "2026-12-01T09:00" };
  await desk.send("publication: to be published at a time", formOf("publication", id), `/${id}/botimi`, at);
  for (const leave of ["form", "script"] as const) {
    const { entries } = await desk.form(formOf("act", standing.act), "thing");
    const typed = { ...Object.fromEntries(entries), "summary.sq": `E lënë ${turn}.` };
    const edit = crypto.randomUUID();
    const edits = `/api/v1/admin/editing/edits/${edit}`;
    await desk.call("act: typing is kept", "PUT", edits, {
      ...{ entity: "act", entityId: standing.act, version: Object.fromEntries(entries).version, form: typed },
      tab: { id: crypto.randomUUID(), seen: null },
    });
    if (leave === "script") await desk.call("typing is given up by a script", "DELETE", edits);
    else await desk.send("a form that was left is given up", formOf("act", standing.act), `/${edit}/heqja`);
  }
};
