import { getRequestListener } from "@hono/node-server";
import { sessionCookieName } from "../../server/auth/cookie.ts";
import { startSession } from "../../server/auth/sessions.ts";
import { tenantDb } from "../../server/db/tenant-db.ts";
import { editables } from "../../server/features/editing/editables.ts";
import { editedEntities, editingPaths } from "../../server/features/editing/editing.paths.shared.ts";
import { listThings } from "../../server/features/editing/listing.ts";
import { workspaceFeatures } from "../../server/workspace/features.ts";
import { fillPath } from "../../server/workspace/home.shared.ts";
import { withFixedWork } from "./base/fixed-work.ts";
import { serve } from "./base/serve.ts";
import { askedHost, fullCouncils } from "./full-councils.ts";

/**
 * Example councils full of work, and the secretary of one of them.
 * Arguments: a directory, how many councils, how many years.
 */
const [directory, councils, years] = process.argv.slice(2) as [string, string, string];
const { app, services, clock, tenant } = await fullCouncils(directory, Number(councils), Number(years));
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

/** Every page that needs no id, and the form of the first thing of each kind. */
async function pagePaths(): Promise<string[]> {
  const routes = workspaceFeatures.flatMap((feature) => feature(services, { preview: null as never }).routes);
  const plain = routes.filter(({ method, path }) => method === "GET" && !path.sq.includes(":"));
  const forms: string[] = [];
  for (const entity of editedEntities) {
    const editable = editables.find((one) => one.entity === entity)!;
    const { items } = await db.read((tx) => listThings(tx, editable, { q: null, state: null, page: 1 }, clock.now()));
    if (items[0]) forms.push(fillPath(editingPaths(entity).one, { id: items[0].id }).sq);
  }
  return [...plain.map(({ path }) => path.sq), ...forms];
}

let written = 0;
/** A news item from its form to the public, as milliseconds of each step. */
async function writeNews() {
  const send = async (path: string, fields: Record<string, string>) => {
    const started = performance.now();
    const answer = await app.request(`http://${askedHost}${path}`, {
      method: "POST",
      body: new URLSearchParams(fields),
      headers: { host: askedHost, cookie, accept: "text/html", "sec-fetch-site": "same-origin" },
    });
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
  cookie: string;
  paths: string[];
  writing: { created: number; published: number }[];
}

serve(
  withFixedWork(getRequestListener(app.fetch, { overrideGlobalObjects: false })),
  async (): Promise<WorkspaceReport> => {
    const paths = await pagePaths();
    const writing: WorkspaceReport["writing"] = [];
    for (let times = 0; times < 60; times++) writing.push(await writeNews());
    return { cookie, paths, writing: writing.slice(20) };
  },
);
