import * as v from "valibot";
import { phrases } from "../../http/phrases.ts";
import { page, type WorkspaceFeatureOf } from "../../workspace/feature.ts";
import { requiredText } from "../../workspace/form-fields.schema.ts";
import { form } from "../../workspace/form-route.ts";
import { fillPath } from "../../workspace/home.shared.ts";
import { doing, type Shown, type WorkspaceContext } from "../../workspace/scope.ts";
import { mayPublish, maySeeDrafts } from "../accounts/policies.ts";
import { deskPaths } from "../meetings/desk/desk-paths.shared.ts";
import { findHandedOver, type HandedOver } from "./approvals.queries.ts";
import { approvalPaths } from "./editing.paths.shared.ts";
import { needsApproval, returnSubmission } from "./submissions.service.ts";
import { whereEdited } from "./where-edited.shared.ts";

const sees = (actor: Parameters<typeof maySeeDrafts>[0]) => maySeeDrafts(actor);
const publishes = (actor: Parameters<typeof mayPublish>[0]) => mayPublish(actor);

function accountOf({ var: { actor } }: WorkspaceContext) {
  if (actor.kind !== "account") throw new TypeError("Only accounts approve.");
  return actor;
}

async function load(c: WorkspaceContext) {
  const { db, locale, actor } = c.var;
  const { id: account } = accountOf(c);
  const t = phrases(locale, "editing");
  /** Where it is looked at and published; a meeting is announced by its notice. */
  const placeOf = ({ entity, id }: HandedOver) =>
    entity === "meeting" ? fillPath(deskPaths.notice, { id }) : whereEdited(entity, id);
  return db.read(async (tx) => {
    const [all, isWanted] = await Promise.all([findHandedOver(tx), needsApproval(tx)]);
    const shown = all.map((one) => {
      const { entity, id, title, by, at, note, returnedBy, returnedAt, returnNote } = one;
      const isOwn = one.byId === account;
      return {
        ...{ entity, id, title, by, note, isOwn, at: at.toISOString() },
        kind: t(`one.${entity as "act"}`),
        href: placeOf(one)?.[locale] ?? null,
        returned: returnedAt && { by: returnedBy!, note: returnNote!, at: returnedAt.toISOString() },
        giveBack:
          publishes(actor) && !isOwn && !returnedAt ? fillPath(approvalPaths.giveBack, { entity, id })[locale] : null,
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
    form(approvalPaths.giveBack, publishes, {
      name: "return",
      schema: v.object({ note: v.pipe(requiredText, v.maxLength(1_000, "text.too_long")) }),
      at: approvalPaths.list,
      async save(c, { note }) {
        const { entity = "", id = "" } = c.req.param();
        await c.var.db.write((tx) => returnSubmission(tx, doing(c), { entity }, id, accountOf(c), note));
        return `${approvalPaths.list[c.var.locale]}?done=returned`;
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
