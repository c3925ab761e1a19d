import { phrases } from "../../../http/phrases.ts";
import { type Actor, isSomebody } from "../../../http/scope.ts";
import { fillPath } from "../../../workspace/home.shared.ts";
import type { Shown, WorkspaceContext } from "../../../workspace/scope.ts";
import { editableForOne } from "../editable-for.ts";
import { notThere } from "../editing.errors.ts";
import { type EditedEntity, editingPaths, stepPaths } from "../editing.paths.shared.ts";
import type { VersionsPageData } from "../editing.view.ts";
import { toForm } from "../form-values.ts";
import type { PersonsNamed } from "../persons.service.ts";
import { withLists } from "../pick-lists.ts";
import { mayChangeAsItStands } from "../public-changes.ts";
import { findRevision, findRevisions } from "../revisions.service.ts";
import { versionOf } from "../versions.ts";
import { differencesIn } from "./differences-view.ts";
import { describe, findIn, said, step } from "./editor.ts";

export async function versionsPage(
  c: WorkspaceContext,
  entity: EditedEntity,
  persons: PersonsNamed | null = null,
): Promise<Shown> {
  const { locale, db, actor } = c.var;
  const t = phrases(locale, "editing");
  const id = c.req.param("id")!;
  const data = await db.read(async (tx): Promise<VersionsPageData> => {
    const { editable, mayEdit } = await editableForOne(tx, actor, entity, id);
    const found = await findIn(tx, editable, id);
    if (!found) throw notThere();
    const plain = await describe(c, tx, editable, found.input);
    const revisions = await findRevisions(tx, editable, id);
    const now = versionOf(found.input);
    const wanted = Number(new URL(c.req.url).searchParams.get("n")) || revisions[0]?.number;
    const shown = wanted ? await findRevision(tx, editable, id, wanted) : undefined;
    const before = shown && shown.number > 1 ? await findRevision(tx, editable, id, shown.number - 1) : undefined;
    const compared = [shown, before].flatMap((one) => (one ? [toForm(plain.fields, one.input)] : []));
    const description = await withLists(tx, c.var, plain, compared);
    const here = fillPath(editingPaths(entity).versions, { id })[locale];
    const isNow = (hash: string) => hash === now;
    const named = (by: Actor) => {
      if (by.kind === "operator") return t("an_operator", { name: by.name });
      return isSomebody(by) ? by.name : t("the_system");
    };
    return {
      title: said(found.title, locale),
      back: fillPath(editingPaths(entity).one, { id })[locale],
      revisions: revisions.map(({ number, at, by, what, hash }) => ({
        ...{ number, at: at.toISOString(), by: named(by) },
        ...{ what: t(`what.${what}`), href: `${here}?n=${number}`, isNow: isNow(hash) },
        isShown: number === shown?.number,
      })),
      shown: shown
        ? {
            number: shown.number,
            differences: before ? differencesIn(editable, description, [before.input, shown.input], locale) : [],
            restore:
              !isNow(shown.hash) && mayEdit && (await mayChangeAsItStands(tx, actor, found.standing, entity, id))
                ? `${step(stepPaths.restore, entity, id, locale)}?n=${shown.number}`
                : null,
            persons: persons && { mark: persons.mark, places: persons.asks(locale) },
          }
        : null,
    };
  });
  return { view: "editing/versions-page", data };
}
