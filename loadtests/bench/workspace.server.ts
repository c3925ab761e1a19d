import { getRequestListener } from "@hono/node-server";
import { tenantDb } from "../../server/db/tenant-db.ts";
import { allWork } from "./actions/all-work.ts";
import { type Ask, Desk } from "./actions/desk.ts";
import { leftApart } from "./actions/left-apart.ts";
import { Measured, type Spent } from "./actions/measured.ts";
import { openOffice } from "./actions/open-office.ts";
import { pageAddresses } from "./actions/page-addresses.ts";
import { thingsOf } from "./actions/things-of.ts";
import { WorkspaceRoutes } from "./actions/workspace-routes.ts";
import { answerNames } from "./base/answer-names.ts";
import { withFixedWork } from "./base/fixed-work.ts";
import { largeTables } from "./base/large-tables.ts";
import { serve } from "./base/serve.ts";
import { type Plan, WatchedStatements } from "./base/watched-statements.ts";
import { askedHost, fullCouncils } from "./full-councils.ts";

/**
 * Example councils full of work, and the people of one of them.
 * Arguments: a directory, how many councils, how many years, how many turns to warm up and to measure.
 */
const [directory, ...numbers] = process.argv.slice(2) as [string, ...string[]];
const [councils, years, warmingUp, measured] = numbers.map(Number) as [number, number, number, number];
answerNames();
const { app, services, database, clock, tenant } = await fullCouncils(directory, councils, years);
const db = tenantDb(services.pool, tenant.id);
const routes = new WorkspaceRoutes(app);
const done = new Measured(routes);

/** @returns somebody's way of asking, by their cookie */
const asking =
  (cookie: string): Ask =>
  async (path, init) =>
    app.request(`http://${askedHost}${path}`, {
      ...init,
      headers: { host: askedHost, cookie, accept: "text/html", "sec-fetch-site": "same-origin", ...init.headers },
    });

export interface WorkspaceReport {
  /** Statements of all pages whose plan reads all of a large table. */
  scans: Pick<Plan, "text" | "scanned">[];
  cookie: string;
  paths: string[];
  /** What was done, and how long it took each time. */
  actions: [what: string, spent: Spent][];
}

/** What is neither a page nor done by anybody, nor left apart. */
function checkAllIsMeasured(paths: readonly string[]): void {
  const met = new Set([...done.met, ...paths.map((path) => routes.met("GET", path))]);
  const missing = routes.all.filter((route) => !met.has(route) && !(route in leftApart));
  const strange = Object.keys(leftApart).filter((route) => !routes.all.includes(route));
  if (missing.length > 0) throw new Error(`Nobody measures\n${missing.join("\n")}`);
  if (strange.length > 0) throw new Error(`There is no\n${strange.join("\n")}`);
}

serve(
  withFixedWork(getRequestListener(app.fetch, { overrideGlobalObjects: false })),
  async (): Promise<WorkspaceReport> => {
    const { office, cookie } = await openOffice({
      ...{ db, clock, host: askedHost },
      desk: (cookie) => new Desk(asking(cookie), done),
    });
    const paths = pageAddresses(routes, await thingsOf(office));
    const watched = new WatchedStatements(services.pool);
    for (const path of paths) await office.secretary.page(path);
    const plans = await watched.plansOf(tenant.id, watched.take(), await largeTables(database.ownerUrl!));
    const scans = plans.filter(({ scanned }) => scanned.length > 0).map(({ text, scanned }) => ({ text, scanned }));
    for (let turn = 1; turn <= warmingUp + measured; turn++) {
      for (const work of allWork) await work(office, turn);
      if (turn === warmingUp) done.begin();
    }
    checkAllIsMeasured(paths);
    return { cookie, paths, scans, actions: [...done.spent] };
  },
);
