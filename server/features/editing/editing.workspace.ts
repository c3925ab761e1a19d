import type { TenantTx } from "../../db/tenant-db.ts";
import { AppError } from "../../http/errors.ts";
import { phrases } from "../../http/phrases.ts";
import type { Locale } from "../../locale.shared.ts";
import { type NavigationGroup, page, type WorkspaceFeatureOf, type WorkspaceRoute } from "../../workspace/feature.ts";
import { typedValues } from "../../workspace/form-route.ts";
import { notAllowed } from "../../workspace/guard.ts";
import { workspaceHome } from "../../workspace/home.shared.ts";
import { previewThere } from "../../workspace/preview-there.ts";
import { doing, type WorkspaceContext } from "../../workspace/scope.ts";
import { uuidPart } from "../../workspace/uuid-part.ts";
import { mayEdit, mayEditSome, maySaveSomething, maySeeDrafts, maySeeSomeDrafts } from "../accounts/policies.ts";
import type { InBoth } from "../elements/catalogue.shared.ts";
import { dropEdit } from "./autosave.service.ts";
import { binPage } from "./desk/bin-page.ts";
import { editPage } from "./desk/edit-page.ts";
import { editorOf, isEdited, toKind, toOne } from "./desk/editor.ts";
import { begunIn, formOf } from "./desk/form-of.ts";
import { listPage } from "./desk/list-page.ts";
import { proposing } from "./desk/proposing.ts";
import { sendForm } from "./desk/send-form.ts";
import { steps } from "./desk/steps.ts";
import { takeFiles } from "./desk/take-files.ts";
import { isRefusal, problemsIn } from "./desk/typed-form.ts";
import { versionsPage } from "./desk/versions-page.ts";
import { editableFor } from "./editable-for.ts";
import { editingApi } from "./editing.api.ts";
import { notThere } from "./editing.errors.ts";
import {
  binPath,
  type EditedEntity,
  editedEntities,
  editingPaths,
  formPreviewPath,
  formUploadPath,
  unsavedPath,
} from "./editing.paths.shared.ts";
import type { PreviewRefusedData } from "./editing.view.ts";
import type { FormValues } from "./form.shared.ts";
import { fromForm, inOrder } from "./form-values.ts";
import { makePublic } from "./preview.service.ts";
import { labelAt } from "./reading.ts";
import { whereEdited } from "./where-edited.shared.ts";

/** Where the secretary looks for each kind. */
const groupOf = {
  ...{ act: "work", draft_act: "work", publication: "reading", page: "reading", album: "reading" },
  ...{ plan: "work", pay_month: "council", pay_rate: "council" },
  ...{ person: "council", body: "council", party: "council", term: "council", election: "council" },
} as const satisfies Record<EditedEntity, NavigationGroup>;

/** Whose form is that of a collection or of a page of its own, which its list has to choose from. */
const lacksElement = (c: WorkspaceContext, entity: EditedEntity) =>
  (entity === "publication" || entity === "page") && !c.req.query("element");

/** Lists, forms, versions and the bin, alike for everything that a council edits. */
export const editingWorkspace: WorkspaceFeatureOf = (services, { preview }) => {
  const show = (c: WorkspaceContext, route: InBoth, prepare: (tx: TenantTx) => Promise<InBoth>, sent?: FormValues) => {
    const { tenant, locale, requestId } = c.var;
    return preview({ tenant, locale, requestId, prepare, inOtherLanguage: previewThere(c, route, sent) });
  };
  return {
    routes: [
      ...editedEntities.flatMap((entity): WorkspaceRoute[] => {
        const paths = editingPaths(entity);
        const [edits, sees] = [toOne(mayEdit, entity), toOne(maySeeDrafts, entity)];
        return [
          page(paths.list, sees, (c) => listPage(c, entity)),
          page(paths.fresh, edits, async (c) =>
            lacksElement(c, entity) ? c.redirect(`${paths.list[c.var.locale]}#only`, 303) : editPage(c, entity, null),
          ),
          { method: "POST", path: paths.fresh, policy: edits, answer: (c) => sendForm(c, entity, null) },
          page(paths.one, sees, (c) => editPage(c, entity, c.req.param("id")!)),
          { method: "POST", path: paths.one, policy: edits, answer: (c) => sendForm(c, entity, c.req.param("id")!) },
          page(paths.versions, sees, (c) => versionsPage(c, entity)),
          page(paths.preview, sees, (c) =>
            show(c, paths.preview, (tx) =>
              makePublic(tx, doing(c), editableFor(c.var.actor, entity, "see"), c.req.param("id")!),
            ),
          ),
        ];
      }),
      ...steps,
      ...proposing,
      {
        ...{ method: "POST", path: formUploadPath, policy: toKind(mayEdit) },
        async answer(c) {
          const entity = c.req.param("entity")!;
          if (!isEdited(entity)) throw notThere();
          return takeFiles(services, c, entity);
        },
      },
      page(binPath, maySeeSomeDrafts, binPage),
      {
        ...{ method: "POST", path: unsavedPath, policy: maySaveSomething },
        async answer(c) {
          const id = uuidPart(c, "edit", notThere);
          const dropped = await c.var.db.write((tx) => dropEdit(tx, editorOf(c).id, id));
          // Pressed twice, it is gone already.
          const back = dropped?.entity_id ? whereEdited(dropped.entity, dropped.entity_id) : null;
          return c.redirect((back ?? workspaceHome)[c.var.locale], 303);
        },
      },
      {
        ...{ method: "POST", path: formPreviewPath, policy: toKind(mayEditSome) },
        async answer(c) {
          const entity = c.req.param("entity")!;
          if (!isEdited(entity)) throw notThere();
          const editable = editableFor(c.var.actor, entity);
          const sent = await typedValues(c);
          const id = [sent.id ?? ""].flat()[0] || null;
          if (!mayEdit(c.var.actor, entity, id ?? undefined)) throw notAllowed();
          const { typed, description } = await formOf(c, entity, id, sent, begunIn(sent));
          const { fields } = description;
          const values = inOrder(fields, typed);
          try {
            return await show(
              c,
              formPreviewPath,
              (tx) => makePublic(tx, doing(c), editable, id, fromForm(fields, values)),
              sent,
            );
          } catch (failure) {
            if (!(failure instanceof AppError) || !isRefusal(failure)) throw failure;
            const { title, problems } = problemsIn(c, { entity, fields, values }, failure);
            const said = problems.map(({ path, message }) => ({
              label: labelAt(description, path, c.var.locale),
              message,
            }));
            const data: PreviewRefusedData = { sentence: said.length > 0 ? null : title, fields: said };
            return c.var.show({ view: "editing/preview-refused-page", data, status: failure.status });
          }
        },
      },
    ],
    navigation: [
      ...editedEntities.map((entity, at) => ({
        path: editingPaths(entity).list,
        policy: toKind(maySeeDrafts, entity),
        group: groupOf[entity],
        order: 20 + at,
        label: (locale: Locale) => phrases(locale, "editing")(`noun.${entity}`),
      })),
      {
        ...{ path: binPath, policy: maySeeSomeDrafts, group: "state" as const, order: 80 },
        label: (locale: Locale) => phrases(locale, "editing")("bin"),
      },
    ],
    api: { path: "/editing", routes: editingApi },
  };
};
