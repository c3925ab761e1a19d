import { randomUUID } from "node:crypto";
import type { TenantTx } from "../../../db/tenant-db.ts";
import { AppError } from "../../../http/errors.ts";
import { InvalidInput } from "../../../http/problem.ts";
import type { WorkspaceRoute } from "../../../workspace/feature.ts";
import { formProblemOf } from "../../../workspace/form-problem.ts";
import { typedValues } from "../../../workspace/form-route.ts";
import { fillPath } from "../../../workspace/home.shared.ts";
import type { WorkspaceContext } from "../../../workspace/scope.ts";
import { without } from "../../../workspace/typed-values.ts";
import type { InBoth } from "../../elements/catalogue.shared.ts";
import { type KeepingTab, keepEdit, type UnsavedEdit } from "../autosave.service.ts";
import type { Editable, Whole } from "../editable.ts";
import { editableFor } from "../editable-for.ts";
import { keptElsewhere, notThere, savedSince } from "../editing.errors.ts";
import { type EditedEntity, editingPaths, stepPaths } from "../editing.paths.shared.ts";
import { type Conflict, wholeInput } from "../editing.service.ts";
import type { SeenStep } from "../editing.view.ts";
import type { FormField, FormValues } from "../form.shared.ts";
import { fromForm, inOrder, toForm } from "../form-values.ts";
import { tabIn } from "../keeping-tab.ts";
import { isWithoutReading } from "../reading-matter.service.ts";
import { isSame } from "../versions.ts";
import { askedBy, checkPublic, confirmedIn } from "./asked.ts";
import { editPage, type Shape } from "./edit-page.ts";
import { editIn, editorOf, isEdited, versionIn } from "./editor.ts";
import { type FormOf, formOf } from "./form-of.ts";
import { asTyped, beside, clashing, formAgain, isRefusal, saveTyped, typedForm } from "./typed-form.ts";

/** What the part of the page that asks for a step is called. */
const stepName = (path: InBoth) => `step-${path.en.split("/").at(-1)}`;

/** The page from which a step was asked for that is refused. */
export async function stepAgain(
  c: WorkspaceContext,
  path: InBoth,
  entity: EditedEntity,
  id: string,
  typed: FormValues,
  failure: AppError,
  shape: Shape = {},
): Promise<Response> {
  const { title, fields = [] } = formProblemOf(c, failure);
  // The step's own address has no page, in no language.
  c.set("here", fillPath(editingPaths(entity).one, { id }));
  const asked = askedBy(failure, path === stepPaths.withdraw ? "withdraw" : "publish", typed);
  const shown = await editPage(c, entity, id, { ...shape, asked });
  // The question says it itself.
  const said = asked ? "" : title;
  // What is in the form stands there.
  const values = { ...without(typed, Object.keys(shape.values ?? {})), ...beside(typed) };
  const state = { name: stepName(path), title: said, fields, values };
  return c.var.show({ ...shown, status: failure.status }, state);
}

/** The page with both changes saved, and with what the other wrote, for whoever asked for a step without having seen it. */
async function takenFirst(
  c: WorkspaceContext,
  path: InBoth,
  entity: EditedEntity,
  id: string,
  typed: FormValues,
  taken: Required<Shape>["taken"],
): Promise<Response> {
  c.set("here", fillPath(editingPaths(entity).one, { id }));
  const shown = await editPage(c, entity, id, { taken, edit: editIn(typed), tab: tabIn(typed) });
  return c.var.show({ ...shown, status: 409 }, { ...{ name: stepName(path), title: "", fields: [] }, values: typed });
}

/** Something done to one thing, from its page, to which it leads back; refused, the page says why. */
export function stepRoute(
  path: InBoth,
  policy: WorkspaceRoute["policy"],
  does: (c: WorkspaceContext, tx: TenantTx, editable: Editable, id: string, typed: FormValues) => Promise<string>,
  leadsTo: (entity: EditedEntity, id: string) => InBoth = (entity, id) => fillPath(editingPaths(entity).one, { id }),
  again: typeof stepAgain = stepAgain,
): WorkspaceRoute {
  return {
    ...{ method: "POST", path, policy },
    async answer(c) {
      const { entity = "", id = "" } = c.req.param();
      const editable = editableFor(c.var.actor, entity);
      if (!isEdited(entity) || !editable.rows.only(id)) throw notThere();
      const typed = await typedValues(c);
      try {
        const done = await c.var.db.write((tx) => does(c, tx, editable, id, typed));
        return c.redirect(`${leadsTo(entity, id)[c.var.locale]}?done=${done}`, 303);
      } catch (failure) {
        if (!isRefusal(failure)) throw failure;
        return again(c, path, entity, id, typed, failure);
      }
    },
  };
}

/** The form that a step's button sent along: it is saved before the step, or else nothing is done. */
const bringsForm = (typed: FormValues) => typed.version !== undefined;

interface FormSent extends FormOf {
  entity: EditedEntity;
  id: string;
  editable: Editable;
}

/** A step whose button sends the form along is answered with that form; without one it is the plain step. */
const withForm = (
  plain: WorkspaceRoute,
  answer: (c: WorkspaceContext, sent: FormSent) => Promise<Response>,
): WorkspaceRoute => ({
  ...plain,
  async answer(c) {
    const { entity = "", id = "" } = c.req.param();
    const typed = await typedValues(c);
    if (!isEdited(entity) || !bringsForm(typed)) return plain.answer(c);
    return answer(c, {
      ...(await formOf(c, entity, id, typed)),
      entity,
      id,
      editable: editableFor(c.var.actor, entity),
    });
  },
});

class Clashing extends Error {
  readonly conflict: Conflict;
  constructor(conflict: Conflict) {
    super("Two changed the same place.");
    this.conflict = conflict;
  }
}

/**
 * Something done to one thing as it stands in its form: what was typed is saved first, in the same transaction. Refused,
 * be it the form or the step, the page says why and nothing is done.
 * @param seen of a step for which somebody has seen all: where another has changed something meanwhile, both changes are
 *   saved and no more is done, so that whoever sent the form sees first what the other wrote
 */
export function savingStep(
  path: InBoth,
  policy: WorkspaceRoute["policy"],
  does: Parameters<typeof stepRoute>[2],
  seen: SeenStep,
): WorkspaceRoute {
  return withForm(stepRoute(path, policy, does), async (c, sent) => {
    const { entity, id, editable, typed, description, stillAsked } = sent;
    const { fields } = description;
    const form = typedForm(entity, id, fields, typed);
    const { values } = form;
    let isSaved = false;
    try {
      const { done, taken } = await c.var.db.write(async (tx) => {
        const hadNoReading = await isWithoutReading(tx, editable, id);
        const { result, isPublic } = await saveTyped(c, tx, editable, id, typed, fromForm(fields, values));
        if (result.kind === "conflict") throw new Clashing(result);
        isSaved = true;
        const { taken } = result;
        if (taken.length === 0) return { done: await does(c, tx, editable, id, typed), taken };
        if (isPublic) await checkPublic(c, tx, editable, id, confirmedIn(typed), hadNoReading);
        return { done: null, taken };
      });
      if (done === null) return takenFirst(c, path, entity, id, typed, { step: seen, ways: taken });
      return c.redirect(`${fillPath(editingPaths(entity).one, { id })[c.var.locale]}?done=${done}`, 303);
    } catch (failure) {
      if (failure instanceof Clashing) return formAgain(c, form, clashing(fields, failure.conflict, typed), 409, null);
      if (!isRefusal(failure)) throw failure;
      if (!isSaved) return formAgain(c, form, { stillAsked }, failure.status, failure);
      return stepAgain(c, path, entity, id, typed, failure, { ...asTyped(values, typed), stillAsked });
    }
  });
}

/** Whether a form says something else than what is stored, be it complete or not. */
function isChanged(editable: Editable, fields: readonly FormField[], stored: Whole, values: FormValues): boolean {
  const typedInput = fromForm(fields, values);
  if (isSame(typedInput, fromForm(fields, toForm(fields, stored)))) return false;
  try {
    return !isSame(wholeInput(editable, typedInput, stored), stored);
  } catch (failure) {
    if (failure instanceof InvalidInput) return true;
    throw failure;
  }
}

/** Keeps a form under a name of its own where more was kept or it was saved under that name since. */
async function keepApart(c: WorkspaceContext, edit: UnsavedEdit, tab: KeepingTab): Promise<boolean> {
  const keep = (id: string) =>
    c.var.db
      .write((tx) => keepEdit(tx, editorOf(c).id, { ...edit, id }, c.var.now, tab))
      .then(() => null)
      .catch((failure) => {
        if (failure instanceof AppError) return failure;
        throw failure;
      });
  const refused = await keep(edit.id);
  if (![keptElsewhere().code, savedSince().code].includes(refused?.code ?? "")) return refused === null;
  return (await keep(randomUUID())) === null;
}

/**
 * Something done to one thing whatever stands in its form, be it complete or not: what was typed is not saved, and stays
 * with whoever typed it, as any form that was left.
 */
export function keepingStep(
  path: InBoth,
  policy: WorkspaceRoute["policy"],
  does: Parameters<typeof stepRoute>[2],
): WorkspaceRoute {
  return withForm(stepRoute(path, policy, does), async (c, sent) => {
    const { entity, id, editable, found, typed, description, stillAsked } = sent;
    const { fields } = description;
    const values = inOrder(fields, typed);
    const version = versionIn(typed);
    try {
      const done = await c.var.db.write((tx) => does(c, tx, editable, id, typed));
      const edit = {
        id: editIn(typed) || randomUUID(),
        entity,
        entityId: id,
        version: version || null,
        form: values,
      };
      // A form that cannot be kept with the server stays on the device, which offers it where nothing is said to be done.
      const isKept = !isChanged(editable, fields, found!.input, values) || (await keepApart(c, edit, tabIn(typed)));
      return c.redirect(
        fillPath(editingPaths(entity).one, { id })[c.var.locale] + (isKept ? `?done=${done}` : ""),
        303,
      );
    } catch (failure) {
      if (!isRefusal(failure)) throw failure;
      return stepAgain(c, path, entity, id, typed, failure, { ...asTyped(values, typed), stillAsked });
    }
  });
}
