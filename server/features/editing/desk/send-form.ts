import type { AppError } from "../../../http/errors.ts";
import { typedValues } from "../../../workspace/form-route.ts";
import { fillPath } from "../../../workspace/home.shared.ts";
import { doing, type WorkspaceContext } from "../../../workspace/scope.ts";
import { dropSaved } from "../autosave.service.ts";
import { editableFor } from "../editable-for.ts";
import { type EditedEntity, editingPaths } from "../editing.paths.shared.ts";
import { createThing } from "../editing.service.ts";
import { fromForm, stepInRows } from "../form-values.ts";
import { tabIn } from "../keeping-tab.ts";
import { madeOnce } from "../made-once.ts";
import { listOf } from "../pick-lists.ts";
import { checkMayChange } from "../public-changes.ts";
import { isWithoutReading } from "../reading-matter.service.ts";
import { askedBy, checkPublic, confirmedIn } from "./asked.ts";
import { editPage, type Shape } from "./edit-page.ts";
import { editorOf, findIn } from "./editor.ts";
import { formOf } from "./form-of.ts";
import { asTyped, clashing, formAgain, isRefusal, saveTyped, typedForm } from "./typed-form.ts";

export async function sendForm(c: WorkspaceContext, entity: EditedEntity, id: string | null): Promise<Response> {
  const { db, locale, actor } = c.var;
  const editable = editableFor(actor, entity);
  const by = doing(c);
  const { id: account } = editorOf(c);
  const { typed, description, stillAsked } = await formOf(c, entity, id, await typedValues(c));
  const { fields } = description;
  const asked = [typed.do ?? ""].flat()[0]!;
  const rowsChanged = /^(add|remove|up):/.test(asked) ? stepInRows(typed, asked) : null;
  if (rowsChanged) return c.var.show(await editPage(c, entity, id, { ...asTyped(rowsChanged, typed), stillAsked }));
  if (asked.startsWith("open:")) {
    const open = [asked.slice("open:".length)];
    return c.var.show(await editPage(c, entity, id, { ...asTyped(typed, typed), stillAsked, open }));
  }
  const sought = asked.startsWith("find:") ? asked.slice("find:".length) : null;
  const list = sought === null ? null : listOf(fields, sought);
  if (list) {
    const finding = { field: sought!, list, words: [typed[`find.${sought}`] ?? ""].flat()[0]! };
    return c.var.show(await editPage(c, entity, id, { ...asTyped(typed, typed), stillAsked, finding }));
  }

  const form = typedForm(entity, id, fields, typed);
  const { values, edit } = form;
  const typedInput = fromForm(fields, values);
  const again = (shape: Shape, status: number, failure: AppError | null) =>
    formAgain(c, form, { stillAsked, ...shape }, status, failure);
  try {
    if (id === null) {
      const made = await db.write(async (tx) => {
        if (!editable.rows.hasState) await checkMayChange(tx, actor, null, entity);
        const one = await madeOnce(tx, by.now, {
          ...{ form: edit, input: { entity, ...typedInput } },
          make: async () => (await createThing(tx, by, editable, typedInput)).id,
          isThere: async (made) => (await findIn(tx, editable, made)) !== null,
        });
        if (edit) await dropSaved(tx, account, { id: edit, entity, entityId: null }, tabIn(typed), by.now);
        if (one.isNew && !editable.rows.hasState)
          await checkPublic(c, tx, editable, one.made, confirmedIn(typed), false);
        return one.made;
      });
      return c.redirect(`${fillPath(editingPaths(entity).one, { id: made })[locale]}?done=created`, 303);
    }
    const saved = await db.write(async (tx) => {
      const hadNoReading = await isWithoutReading(tx, editable, id);
      const { result, isPublic } = await saveTyped(c, tx, editable, id, typed, typedInput);
      if (result.kind === "saved" && isPublic) await checkPublic(c, tx, editable, id, confirmedIn(typed), hadNoReading);
      return result;
    });
    if (saved.kind === "conflict") return again(clashing(fields, saved, typed), 409, null);
    const done = saved.taken.length > 0 ? "merged" : saved.isUnchanged ? "unchanged" : "saved";
    return c.redirect(`${fillPath(editingPaths(entity).one, { id })[locale]}?done=${done}`, 303);
  } catch (failure) {
    if (!isRefusal(failure)) throw failure;
    return again({ asked: askedBy(failure, "save", typed) }, failure.status, failure);
  }
}
