import * as v from "valibot";
import { aPage, oneOf, readQuery } from "../../http/list-query.ts";
import { phrases } from "../../http/phrases.ts";
import { page, type WorkspaceFeatureOf } from "../../workspace/feature.ts";
import { form } from "../../workspace/form-route.ts";
import { fillPath } from "../../workspace/home.shared.ts";
import { doing, type Shown, type WorkspaceContext } from "../../workspace/scope.ts";
import { mayEditAll, maySeeAllDrafts } from "../accounts/policies.ts";
import { defectNotFound } from "./upkeep.errors.ts";
import { upkeepPaths as paths } from "./upkeep.paths.shared.ts";
import { countDefects, defectsPerPage, findDefects, findLastRun } from "./upkeep.queries.ts";
import { IgnoreReason } from "./upkeep.schema.ts";
import { askForCheck, ignoreDefect, takeUpDefect } from "./upkeep.service.ts";
import { defectKinds } from "./upkeep.shared.ts";

const filters = { kind: oneOf(defectKinds), show: oneOf(["ignored"]), page: aPage };

/** A form that is refused is sent to an address without a query. */
const asked = (c: WorkspaceContext) =>
  c.req.method === "GET"
    ? readQuery(filters, new URL(c.req.url).searchParams, ["done"])
    : { kind: null, show: null, page: null };

async function defects(c: WorkspaceContext) {
  const { kind, show, page: at } = asked(c);
  const number = at ?? 1;
  const { locale } = c.var;
  return c.var.db.read(async (tx) => {
    const [counts, found, run] = await Promise.all([
      countDefects(tx),
      findDefects(tx, { kind, ignored: show === "ignored", page: number }),
      findLastRun(tx),
    ]);
    return {
      kind,
      isIgnored: show === "ignored",
      mayMend: mayEditAll(c.var.actor),
      counts,
      page: number,
      pages: Math.max(1, Math.ceil(found.total / defectsPerPage)),
      total: found.total,
      run: run && {
        finishedAt: run.finishedAt?.toISOString() ?? null,
        isUnderWay: run.askedAt !== null && (run.finishedAt === null || run.finishedAt <= run.askedAt),
        counts: run.counts,
      },
      defects: found.items.map(({ id, ignoredBy, firstSeenAt, lastSeenAt: _, ignoredAt: __, ...defect }) => ({
        ...defect,
        id,
        firstSeenAt: firstSeenAt.toISOString(),
        ignoredBy: ignoredBy?.name ?? null,
        ignoreAction: fillPath(paths.ignore, { id })[locale],
        takeUpAction: fillPath(paths.takeUp, { id })[locale],
      })),
    };
  });
}
export type Defects = Awaited<ReturnType<typeof defects>>;

const defectsPage = async (c: WorkspaceContext): Promise<Shown> => ({
  view: "upkeep/defects-page",
  data: await defects(c),
});

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
function idOf(c: WorkspaceContext): string {
  const id = c.req.param("id") ?? "";
  if (!uuid.test(id)) throw defectNotFound();
  return id;
}
const done = (c: WorkspaceContext, word: string) => `${paths.defects[c.var.locale]}?done=${word}`;

/** What is broken on the site, and what becomes of it. */
export const upkeepWorkspace: WorkspaceFeatureOf = () => ({
  routes: [
    page(paths.defects, maySeeAllDrafts, defectsPage),
    form(paths.check, mayEditAll, {
      name: "check",
      schema: v.object({}),
      save: async (c) => {
        await c.var.db.write((tx) => askForCheck(tx, doing(c)));
        return done(c, "asked");
      },
      again: defectsPage,
    }),
    form(paths.ignore, mayEditAll, {
      name: "ignore",
      schema: v.object({ reason: IgnoreReason }),
      save: async (c, { reason }) => {
        await c.var.db.write((tx) => ignoreDefect(tx, doing(c), idOf(c), reason));
        return done(c, "ignored");
      },
      again: defectsPage,
    }),
    form(paths.takeUp, mayEditAll, {
      name: "take-up",
      schema: v.object({}),
      save: async (c) => {
        await c.var.db.write((tx) => takeUpDefect(tx, doing(c), idOf(c)));
        return done(c, "taken_up");
      },
      again: defectsPage,
    }),
  ],
  navigation: [
    {
      path: paths.defects,
      policy: maySeeAllDrafts,
      group: "state",
      order: 60,
      label: (locale) => phrases(locale, "upkeep")("title"),
    },
  ],
});
