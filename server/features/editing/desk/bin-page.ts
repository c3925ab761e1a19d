import { phrases } from "../../../http/phrases.ts";
import { fillPath } from "../../../workspace/home.shared.ts";
import type { Shown, WorkspaceContext } from "../../../workspace/scope.ts";
import { mayBin, maySeeDrafts } from "../../accounts/policies.ts";
import { deskPaths } from "../../meetings/desk/desk-paths.shared.ts";
import { binnedDays } from "../bin.service.ts";
import { editableFor } from "../editable-for.ts";
import { editedEntities, stepPaths } from "../editing.paths.shared.ts";
import type { BinPageData } from "../editing.view.ts";
import { listBin } from "../listing.ts";
import { said } from "./editor.ts";

/** Meetings are edited at a desk of their own, and share the bin. */
const binnedEntities = [...editedEntities, "meeting"] as const;
const unbinPath = (entity: (typeof binnedEntities)[number]) =>
  entity === "meeting" ? deskPaths.unbin : stepPaths.unbin;

export async function binPage(c: WorkspaceContext): Promise<Shown> {
  const { locale, db, now, actor } = c.var;
  const t = phrases(locale, "editing");
  const groups = await db.read(async (tx) => {
    const all: BinPageData["groups"][number][] = [];
    for (const entity of binnedEntities.filter((one) => maySeeDrafts(actor, one))) {
      const asked = { q: null, state: null, page: 1 };
      const { items } = await listBin(tx, editableFor(actor, entity, "see"), asked, now);
      if (items.length === 0) continue;
      const theirs = mayBin(actor, entity) ? (await listBin(tx, editableFor(actor, entity), asked, now)).items : [];
      const mayRestore = new Set(theirs.map(({ id }) => id));
      all.push({
        label: entity === "meeting" ? phrases(locale, "desk")("title") : t(`noun.${entity}`),
        items: items.map(({ id, title, binnedAt }) => ({
          title: said(title, locale),
          binnedAt: binnedAt!.toISOString(),
          goneAt: new Date(binnedAt!.getTime() + binnedDays * 86_400_000).toISOString(),
          restore: mayRestore.has(id) ? fillPath(unbinPath(entity), { entity, id })[locale] : null,
        })),
      });
    }
    return all;
  });
  return { view: "editing/bin-page", data: { groups } satisfies BinPageData };
}
