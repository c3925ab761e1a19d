import { phrases } from "../../../http/phrases.ts";
import type { Shown, WorkspaceContext } from "../../../workspace/scope.ts";
import { mayBin, maySeeDrafts } from "../../accounts/policies.ts";
import { binnedDays } from "../bin.service.ts";
import { editableFor } from "../editable-for.ts";
import { editedEntities, stepPaths } from "../editing.paths.shared.ts";
import type { BinPageData } from "../editing.view.ts";
import { listBin } from "../listing.ts";
import { said, step } from "./editor.ts";

export async function binPage(c: WorkspaceContext): Promise<Shown> {
  const { locale, db, now, actor } = c.var;
  const t = phrases(locale, "editing");
  const groups = await db.read(async (tx) => {
    const all: BinPageData["groups"][number][] = [];
    for (const entity of editedEntities.filter((one) => maySeeDrafts(actor, one))) {
      const asked = { q: null, state: null, page: 1 };
      const { items } = await listBin(tx, editableFor(actor, entity, "see"), asked, now);
      if (items.length === 0) continue;
      const theirs = mayBin(actor, entity) ? (await listBin(tx, editableFor(actor, entity), asked, now)).items : [];
      const mayRestore = new Set(theirs.map(({ id }) => id));
      all.push({
        label: t(`noun.${entity}`),
        items: items.map(({ id, title, binnedAt }) => ({
          title: said(title, locale),
          binnedAt: binnedAt!.toISOString(),
          goneAt: new Date(binnedAt!.getTime() + binnedDays * 86_400_000).toISOString(),
          restore: mayRestore.has(id) ? step(stepPaths.unbin, entity, id, locale) : null,
        })),
      });
    }
    return all;
  });
  return { view: "editing/bin-page", data: { groups } satisfies BinPageData };
}
