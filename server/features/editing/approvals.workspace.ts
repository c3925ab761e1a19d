import * as v from "valibot";
import { phrases } from "../../http/phrases.ts";
import { isSomebody } from "../../http/scope.ts";
import { page, type WorkspaceFeatureOf } from "../../workspace/feature.ts";
import { typedWord } from "../../workspace/form-fields.schema.ts";
import { form } from "../../workspace/form-route.ts";
import { fillPath } from "../../workspace/home.shared.ts";
import { doing, type Shown, type WorkspaceContext } from "../../workspace/scope.ts";
import { mayEdit, maySeeSomeDrafts } from "../accounts/policies.ts";
import { findHandedOver } from "./approvals.queries.ts";
import { isEdited, toOne } from "./desk/editor.ts";
import { checkInPart } from "./editable-for.ts";
import { approvalPaths } from "./editing.paths.shared.ts";
import { mayPublishOne } from "./publishes.ts";
import { giveBack, needsApproval } from "./submissions.service.ts";
import { whereApproved } from "./where-edited.shared.ts";

async function load(c: WorkspaceContext) {
  const { db, locale, actor, now } = c.var;
  const account = isSomebody(actor) ? actor.id : "";
  const t = phrases(locale, "editing");
  return db.read(async (tx) => {
    const [all, isWanted] = await Promise.all([findHandedOver(tx, actor, now), needsApproval(tx)]);
    const shown = [];
    for (const one of all) {
      const { entity, id, title, place, isProposal, by, at, note, returnedBy, returnedAt, returnNote } = one;
      const isOwn = one.byId === account;
      const mayPublish = await mayPublishOne(tx, actor, entity, id);
      shown.push({
        ...{ entity, id, title, isProposal, by, note, isOwn, mayPublish, at: at.toISOString() },
        kind: t(`one.${entity as "act"}`),
        href: whereApproved(entity, place, isProposal)?.[locale] ?? null,
        returned: returnedAt && { by: returnedBy!, note: returnNote!, at: returnedAt.toISOString() },
        /** One's own is taken back; a proposal where it is seen. */
        giveBack:
          (mayPublish || isOwn) && !returnedAt && !isProposal
            ? fillPath(approvalPaths.giveBack, { entity, id })[locale]
            : null,
      });
    }
    return {
      isWanted,
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
    page(approvalPaths.list, maySeeSomeDrafts, listPage),
    form(approvalPaths.giveBack, toOne(mayEdit), {
      name: "return",
      schema: v.object({ note: typedWord }),
      at: approvalPaths.list,
      async save(c, { note }) {
        const { entity = "", id = "" } = c.req.param();
        const done = await c.var.db.write(async (tx) => {
          if (isEdited(entity)) await checkInPart(tx, c.var.actor, entity, id);
          return giveBack(tx, doing(c), { entity }, id, note);
        });
        return `${approvalPaths.list[c.var.locale]}?done=${done}`;
      },
      again: listPage,
    }),
  ],
  navigation: [
    {
      ...{ path: approvalPaths.list, policy: maySeeSomeDrafts, group: "work" as const, order: 5 },
      label: (locale) => phrases(locale, "editing")("approvals"),
    },
  ],
});
