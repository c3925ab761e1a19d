import { setCookie } from "hono/cookie";
import * as v from "valibot";
import { sessionCookieName, sessionCookieOptions } from "../../auth/cookie.ts";
import { page, type WorkspaceFeatureOf } from "../../workspace/feature.ts";
import { form } from "../../workspace/form-route.ts";
import { workspaceHome } from "../../workspace/home.shared.ts";
import type { Shown, WorkspaceContext } from "../../workspace/scope.ts";
import { leave } from "../accounts/entering.ts";
import { anybody } from "../accounts/policies.ts";
import { visitPaths as paths } from "./operators.paths.shared.ts";
import { enterCouncil, readHandOver } from "./visits.service.ts";

const presented = (c: WorkspaceContext) => ({ token: c.req.param("token") ?? "", host: c.var.tenant.primaryHost });

/** Where a hand-over leads. Looking at it uses nothing up: browsers and mail programs look at links by themselves. */
export const visitsWorkspace: WorkspaceFeatureOf = ({ config }) => {
  async function handOver(c: WorkspaceContext) {
    const { db, now } = c.var;
    const { name, reason, until } = await db.read((tx) => readHandOver(tx, now, presented(c), config.secretKey));
    return { name, reason, until: until.toISOString() };
  }
  const handOverPage = async (c: WorkspaceContext): Promise<Shown> => ({
    view: "operator/hand-over-page",
    data: await handOver(c),
  });
  return {
    routes: [
      page(paths.handOver, anybody, handOverPage),
      form(paths.handOver, anybody, {
        name: "hand-over",
        schema: v.object({}),
        async save(c) {
          const { db, now, locale } = c.var;
          const id = await db.write((tx) => enterCouncil(tx, now, presented(c), config.secretKey));
          await leave(c, { config });
          setCookie(c, sessionCookieName(config.publicScheme), id, sessionCookieOptions(config.publicScheme));
          return workspaceHome[locale];
        },
        again: handOverPage,
      }),
    ],
  };
};
export interface HandOverData {
  name: string;
  reason: string;
  /** An instant. */
  until: string;
}
