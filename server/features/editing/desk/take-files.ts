import type { Services } from "../../../http/services.ts";
import { typedValues } from "../../../workspace/form-route.ts";
import { fillPath } from "../../../workspace/home.shared.ts";
import { doing, type WorkspaceContext } from "../../../workspace/scope.ts";
import { intakeOf } from "../../uploads/intake-of.ts";
import { refusalOfFile } from "../../uploads/refusal-of-file.ts";
import { takeIn } from "../../uploads/uploads.service.ts";
import { notThere } from "../editing.errors.ts";
import { type EditedEntity, editingPaths } from "../editing.paths.shared.ts";
import type { FormField, RowsField } from "../form.shared.ts";
import { inOrder } from "../form-values.ts";
import { editPage } from "./edit-page.ts";
import { editIn } from "./editor.ts";
import { begunIn, formOf } from "./form-of.ts";
import { asTyped, beside } from "./typed-form.ts";

/** The list of a form on which files were put, by its name. */
function takingRows(fields: readonly FormField[], name: string): RowsField | null {
  for (const field of fields) {
    const found = field.kind === "group" ? takingRows(field.fields, name) : null;
    if (found) return found;
    if (field.kind === "rows" && field.name === name && field.takes) return field;
  }
  return null;
}

/** Takes in the files that came with a form, and shows the form again with a row for each. */
export async function takeFiles(services: Services, c: WorkspaceContext, entity: EditedEntity): Promise<Response> {
  const sent = await typedValues(c);
  const id = [sent.id ?? ""].flat()[0] || null;
  const { typed, description, stillAsked } = await formOf(c, entity, id, sent, begunIn(sent));
  const { fields } = description;
  const rows = takingRows(fields, [typed.do ?? ""].flat()[0]!.replace(/^upload:/, ""));
  if (!rows?.takes) throw notThere();
  const { as, field } = rows.takes;
  const values: Record<string, string | readonly string[]> = { ...typed };
  const refusedFiles: { name: string; problem: string }[] = [];
  // The page that answers may be loaded again, which sends the form once more.
  const form = editIn(sent);
  const files = (await c.req.formData()).getAll("files").filter((file) => typeof file !== "string" && file.size > 0);
  for (const [at, file] of (files as File[]).entries()) {
    const arriving = { fileName: file.name, expectedSize: file.size };
    try {
      const outcome = await takeIn(intakeOf(services, c), doing(c), file.stream(), arriving, { as }, { form });
      values[`${rows.name}.n9${at}.${field}`] = (outcome.documentId ?? outcome.pictureId)!;
    } catch (failure) {
      refusedFiles.push({ name: file.name, problem: refusalOfFile(c, failure) });
    }
  }
  const paths = editingPaths(entity);
  c.set("here", id === null ? paths.fresh : fillPath(paths.one, { id }));
  const again = { ...asTyped({ ...inOrder(fields, values), ...beside(typed) }, typed), stillAsked, refusedFiles };
  const shown = await editPage(c, entity, id, again);
  return c.var.show({ ...shown, status: refusedFiles.length > 0 ? 422 : 200 });
}
