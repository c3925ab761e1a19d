import type { TenantTx } from "../../../db/tenant-db.ts";
import { AppError } from "../../../http/errors.ts";
import { type FieldProblem, InvalidInput } from "../../../http/problem.ts";
import { formProblemOf } from "../../../workspace/form-problem.ts";
import { fillPath } from "../../../workspace/home.shared.ts";
import { doing, type WorkspaceContext } from "../../../workspace/scope.ts";
import { dropSaved, type KeepingTab } from "../autosave.service.ts";
import type { Editable, Whole } from "../editable.ts";
import { editableOf } from "../editables.ts";
import { isChangedByPublishers } from "../editing.errors.ts";
import { type EditedEntity, editingPaths } from "../editing.paths.shared.ts";
import { type Conflict, saveEdit } from "../editing.service.ts";
import type { FormField, FormValues } from "../form.shared.ts";
import { fromForm, inOrder, placeInForm, toForm } from "../form-values.ts";
import { tabIn } from "../keeping-tab.ts";
import { acceptProposal } from "../proposals.service.ts";
import { isWithThePublic } from "../public-changes.ts";
import { editPage, type Shape } from "./edit-page.ts";
import { editIn, editorOf, findIn, proposalIn, versionIn } from "./editor.ts";

export interface TypedForm {
  entity: EditedEntity;
  id: string | null;
  fields: readonly FormField[];
  values: FormValues;
  version: string;
  /** Under which it is kept while it is not saved. */
  edit: string;
  /** The page on which it was typed. */
  tab: KeepingTab;
}

/** A form as it came. */
export const typedForm = (
  entity: EditedEntity,
  id: string | null,
  fields: readonly FormField[],
  typed: FormValues,
): TypedForm => ({
  ...{ entity, id, fields, values: { ...inOrder(fields, typed), ...beside(typed) } },
  ...{ version: versionIn(typed), edit: editIn(typed), tab: tabIn(typed) },
});

/** What was typed, for a page that shows it again. */
export const asTyped = (values: FormValues, typed: FormValues) => ({
  values,
  version: versionIn(typed),
  edit: editIn(typed),
  tab: tabIn(typed),
  isUnsaved: true,
});

/** What was typed beside the form, for the step that it is sent along to. */
export const beside = (typed: FormValues): FormValues =>
  Object.fromEntries(Object.entries(typed).filter(([name]) => ["at", "note", "proposal"].includes(name)));

/** A field that is missing is asked for; it is not wrong. */
const asMissing = (input: Whole, { path, code }: FieldProblem): FieldProblem => {
  const value = path.split(".").reduce<unknown>((inside, part) => (inside as Whole | undefined)?.[part], input);
  return { path, code: code === "input.wrong" && (value === undefined || value === null) ? "text.required" : code };
};

export const isRefusal = (failure: unknown): failure is AppError =>
  failure instanceof AppError && ([409, 410, 422].includes(failure.status) || isChangedByPublishers(failure));

/** What was refused of a form, each with its place in it. */
export function problemsIn(
  c: WorkspaceContext,
  { entity, fields, values }: Omit<TypedForm, "id" | "version" | "edit" | "tab">,
  failure: AppError,
) {
  const placed = editableOf(entity).failures?.[failure.code];
  const typedInput = fromForm(fields, values);
  const known =
    failure instanceof InvalidInput
      ? new InvalidInput(failure.fields.map((one) => asMissing(typedInput, one)))
      : placed
        ? new InvalidInput([{ path: placed, code: failure.code, params: failure.params }])
        : failure;
  const { title, fields: problems = [] } = formProblemOf(c, known);
  return { title, problems: problems.map(({ path, message }) => ({ path: placeInForm(fields, path), message })) };
}

/** What both changed is chosen in the form; what was typed beside it stays. */
export const clashing = (fields: readonly FormField[], conflict: Conflict, typed: FormValues): Shape => ({
  conflict,
  values: {
    ...beside(typed),
    ...(conflict.proposal && { proposal: conflict.proposal }),
    ...toForm(fields, conflict.merged),
  },
});

/** The page of a form that was not saved, with all that was typed. */
export async function formAgain(
  c: WorkspaceContext,
  form: TypedForm,
  shape: Shape,
  status: number,
  failure: AppError | null,
): Promise<Response> {
  const { entity, id, values, version, edit, tab } = form;
  const paths = editingPaths(entity);
  // The form stands at its own address, wherever it was sent to.
  c.set("here", id === null ? paths.fresh : fillPath(paths.one, { id }));
  const shown = {
    ...(await editPage(c, entity, id, { values, version, edit, tab, isUnsaved: true, ...shape })),
    status,
  };
  if (!failure || shape.asked) return c.var.show(shown);
  const { title, problems } = problemsIn(c, form, failure);
  return c.var.show(shown, { ...{ name: "thing", title, values }, fields: problems });
}

/** What was sent is not offered again as left unsaved. */
export async function dropTyped(c: WorkspaceContext, tx: TenantTx, entity: string, id: string, typed: FormValues) {
  const edit = editIn(typed);
  if (edit) await dropSaved(tx, editorOf(c).id, { id: edit, entity, entityId: id }, tabIn(typed), c.var.now);
}

/** Saves what stands in the form of something that is there, as it was made from its version. */
export async function saveTyped(
  c: WorkspaceContext,
  tx: TenantTx,
  editable: Editable,
  id: string,
  typed: FormValues,
  typedInput: Whole,
) {
  const result = await saveEdit(tx, doing(c), editable, id, typedInput, versionIn(typed));
  if (result.kind === "saved") {
    await dropTyped(c, tx, editable.entity, id, typed);
    const proposal = proposalIn(typed);
    if (proposal) await acceptProposal(tx, doing(c), editable, id, proposal);
  }
  const found = await findIn(tx, editable, id);
  return { result, isPublic: isWithThePublic(found?.standing ?? null) };
}
