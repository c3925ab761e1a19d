import * as v from "valibot";
import { phrases } from "../../http/phrases.ts";
import { isSomebody } from "../../http/scope.ts";
import { page, type WorkspaceFeatureOf } from "../../workspace/feature.ts";
import { typedWord } from "../../workspace/form-fields.schema.ts";
import { form } from "../../workspace/form-route.ts";
import { fillPath } from "../../workspace/home.shared.ts";
import { doing, type Shown, type WorkspaceContext } from "../../workspace/scope.ts";
import { mayEdit, mayPublish, maySeeDrafts } from "../accounts/policies.ts";
import { findHandedOver } from "./approvals.queries.ts";
import { approvalPaths } from "./editing.paths.shared.ts";
import { giveBack, needsApproval } from "./submissions.service.ts";
import { whereApproved } from "./where-edited.shared.ts";

const sees = (actor: Parameters<typeof maySeeDrafts>[0]) => maySeeDrafts(actor);
const edits = (actor: Parameters<typeof mayEdit>[0]) => mayEdit(actor);
const publishes = (actor: Parameters<typeof mayPublish>[0]) => mayPublish(actor);

async function load(c: WorkspaceContext) {
  const { db, locale, actor, now } = c.var;
  const account = isSomebody(actor) ? actor.id : "";
  const t = phrases(locale, "editing");
  return db.read(async (tx) => {
    const [all, isWanted] = await Promise.all([findHandedOver(tx, now), needsApproval(tx)]);
    const shown = all.map((one) => {
      const { entity, id, title, place, by, at, note, returnedBy, returnedAt, returnNote } = one;
      const isOwn = one.byId === account;
      return {
        ...{ entity, id, title, by, note, isOwn, at: at.toISOString() },
        kind: t(`one.${entity as "act"}`),
        href: whereApproved(entity, place)?.[locale] ?? null,
        returned: returnedAt && { by: returnedBy!, note: returnNote!, at: returnedAt.toISOString() },
        /** One's own is taken back. */
        giveBack:
          (publishes(actor) || isOwn) && !returnedAt ? fillPath(approvalPaths.giveBack, { entity, id })[locale] : null,
      };
    });
    return {
      isWanted,
      mayPublish: publishes(actor),
      waiting: shown.filter(({ returned }) => !returned),
      returned: shown.filter(({ returned }) => returned),
    };
  });
}
export type ApprovalsData = Awaited<ReturnType<typeof load>>;
const listPage = async (c: WorkspaceContext): Promise<Shown> => ({
  view: "editing/approvals-page",
  data: await load(c),
});

/** What one person has prepared and another publishes, or gives back with a word. */
export const approvalsWorkspace: WorkspaceFeatureOf = () => ({
  routes: [
    page(approvalPaths.list, sees, listPage),
    form(approvalPaths.giveBack, edits, {
      name: "return",
      schema: v.object({ note: typedWord }),
      at: approvalPaths.list,
      async save(c, { note }) {
        const { entity = "", id = "" } = c.req.param();
        const done = await c.var.db.write((tx) => giveBack(tx, doing(c), { entity }, id, note));
        return `${approvalPaths.list[c.var.locale]}?done=${done}`;
      },
      again: listPage,
    }),
  ],
  navigation: [
    {
      ...{ path: approvalPaths.list, policy: sees, group: "work" as const, order: 5 },
      label: (locale) => phrases(locale, "editing")("approvals"),
    },
  ],
});
