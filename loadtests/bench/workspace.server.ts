import { getRequestListener } from "@hono/node-server";
import { sessionCookieName } from "../../server/auth/cookie.ts";
import { startSession } from "../../server/auth/sessions.ts";
import { tenantDb } from "../../server/db/tenant-db.ts";
import { editables } from "../../server/features/editing/editables.ts";
import { editedEntities, editingPaths } from "../../server/features/editing/editing.paths.shared.ts";
import { listThings } from "../../server/features/editing/listing.ts";
import { deskPaths } from "../../server/features/meetings/desk/desk-paths.shared.ts";
import { workspaceFeatures } from "../../server/workspace/features.ts";
import { fillPath } from "../../server/workspace/home.shared.ts";
import { withFixedWork } from "./base/fixed-work.ts";
import { largeTables } from "./base/large-tables.ts";
import { serve } from "./base/serve.ts";
import { type Plan, WatchedStatements } from "./base/watched-statements.ts";
import { askedHost, fullCouncils } from "./full-councils.ts";

/**
 * Example councils full of work, and the secretary of one of them.
 * Arguments: a directory, how many councils, how many years.
 */
const [directory, councils, years] = process.argv.slice(2) as [string, string, string];
const { app, services, database, clock, tenant } = await fullCouncils(directory, Number(councils), Number(years));
const db = tenantDb(services.pool, tenant.id);

const accountId = await db.write(async (tx) => {
  const now = clock.now();
  const { id } = await tx
    .insertInto("accounts")
    .values({
      ...{ email: "sekretari@shembull.example", name: "Arta", password: null, totp_secret: null },
      ...{ totp_confirmed_at: null, totp_last_step: null, created_at: now, updated_at: now, last_signed_in_at: now },
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  await tx.insertInto("account_roles").values({ account_id: id, role: "secretary", granted_at: now }).execute();
  return id;
});
const session = await startSession({ db, clock }, { accountId, userAgent: "bench", verified: true });
const cookie = `${sessionCookieName("http")}=${session}`;

const ask = async (path: string, init: RequestInit = {}) =>
  app.request(`http://${askedHost}${path}`, {
    ...init,
    headers: { host: askedHost, cookie, accept: "text/html", "sec-fetch-site": "same-origin" },
  });

/** What of a meeting has a page of its own at the desk. */
const meetingPages = ["meeting", "particulars", "notice", "papers", "attendance", "minutes", "course"] as const;

/** Every page that needs no id, the form of the first thing of each kind, and the pages of the last meeting. */
async function pagePaths(): Promise<string[]> {
  const routes = workspaceFeatures.flatMap(
    (feature) => feature(services, { preview: null as never, places: () => [] }).routes,
  );
  const plain = routes.filter(({ method, path }) => method === "GET" && !path.sq.includes(":"));
  const forms: string[] = [`${editingPaths("publication").fresh.sq}?element=V.1.1`];
  for (const entity of editedEntities) {
    const editable = editables.find((one) => one.entity === entity)!;
    const { items } = await db.read((tx) => listThings(tx, editable, { q: null, state: null, page: 1 }, clock.now()));
    if (items[0]) forms.push(fillPath(editingPaths(entity).one, { id: items[0].id }).sq);
  }
  const meeting = await db.read((tx) =>
    tx.selectFrom("meetings").select("id").orderBy("starts_at", "desc").limit(1).executeTakeFirstOrThrow(),
  );
  const pages = meetingPages.map((page) => fillPath(deskPaths[page], { id: meeting.id }).sq);
  const asked = [...plain.map(({ path }) => path.sq), ...forms, ...pages];
  const answers = await Promise.all(asked.map((path) => ask(path)));
  // Some send a signed-in secretary on; files are made, and not answered at once.
  return asked.filter(
    (_, at) => answers[at]!.status === 200 && answers[at]!.headers.get("content-type")?.startsWith("text/html"),
  );
}

let written = 0;
/** A news item from its form to the public, as milliseconds of each step. */
async function writeNews() {
  const send = async (path: string, fields: Record<string, string>) => {
    const started = performance.now();
    const answer = await ask(path, { method: "POST", body: new URLSearchParams(fields) });
    const spent = performance.now() - started;
    if (answer.status !== 303)
      throw new Error(`${path} answered ${answer.status}: ${(await answer.text()).slice(0, 500)}`);
    return { spent, location: answer.headers.get("location")! };
  };
  written += 1;
  const title = `Lajmi ${written}`;
  const created = await send("/admin/publikimet/i-ri?element=V.1.1", {
    ...{ element: "V.1.1", "title.sq": title, "title.en": title, date: "2026-11-25", "fields.topic": "budget" },
    "body.sq": `<p>${"Këshilli miratoi buxhetin. ".repeat(80)}</p>`,
  });
  const [id] = /[0-9a-f-]{36}/.exec(created.location)!;
  const published = await send(`/admin/redaktimi/publication/${id}/botimi`, {});
  return { created: created.spent, published: published.spent };
}

export interface WorkspaceReport {
  /** Statements of all pages whose plan reads all of a large table. */
  scans: Pick<Plan, "text" | "scanned">[];
  cookie: string;
  paths: string[];
  writing: { created: number; published: number }[];
}

serve(
  withFixedWork(getRequestListener(app.fetch, { overrideGlobalObjects: false })),
  async (): Promise<WorkspaceReport> => {
    const watched = new WatchedStatements(services.pool);
    const paths = await pagePaths();
    const plans = await watched.plansOf(tenant.id, watched.take(), await largeTables(database.ownerUrl!));
    const scans = plans.filter(({ scanned }) => scanned.length > 0).map(({ text, scanned }) => ({ text, scanned }));
    const writing: WorkspaceReport["writing"] = [];
    for (let times = 0; times < 60; times++) writing.push(await writeNews());
    return { cookie, paths, scans, writing: writing.slice(20) };
  },
);
