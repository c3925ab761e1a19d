import { getRequestListener } from "@hono/node-server";
import { sessionCookieName } from "../../server/auth/cookie.ts";
import { startSession } from "../../server/auth/sessions.ts";
import { tenantDb } from "../../server/db/tenant-db.ts";
import { editables } from "../../server/features/editing/editables.ts";
import { type EditedEntity, editedEntities, editingPaths } from "../../server/features/editing/editing.paths.shared.ts";
import { listThings } from "../../server/features/editing/listing.ts";
import { deskPaths } from "../../server/features/meetings/desk/desk-paths.shared.ts";
import { workspaceFeatures } from "../../server/workspace/features.ts";
import { fillPath } from "../../server/workspace/home.shared.ts";
import { keepTheHouse } from "./actions/council.ts";
import { Desk } from "./actions/desk.ts";
import { meetingFromCallToMinutes } from "./actions/meetings.ts";
import { correctEachKind, decisionToThePrefect, newsFromDraftToBin, type Standing } from "./actions/things.ts";
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

const own = { host: askedHost, cookie, accept: "text/html", "sec-fetch-site": "same-origin" };
const ask = async (path: string, init: { method?: string; body?: BodyInit; headers?: Record<string, string> } = {}) =>
  app.request(`http://${askedHost}${path}`, { ...init, headers: { ...own, ...init.headers } });

const [warmingUp, measured] = [10, 40];

/** What of a meeting has a page of its own at the desk. */
const meetingPages = ["meeting", "particulars", "notice", "papers", "attendance", "minutes", "course"] as const;

/** The first thing of each kind that the council has. */
async function standingThings(): Promise<Standing> {
  const standing: Partial<Record<EditedEntity, string>> = {};
  for (const entity of editedEntities) {
    const editable = editables.find((one) => one.entity === entity)!;
    const { items } = await db.read((tx) => listThings(tx, editable, { q: null, state: null, page: 1 }, clock.now()));
    if (items[0]) standing[entity] = items[0].id;
  }
  return standing;
}

/** Every page that needs no id, the form of the first thing of each kind, and the pages of the last meeting. */
async function pagePaths(): Promise<string[]> {
  const routes = workspaceFeatures.flatMap(
    (feature) => feature(services, { preview: null as never, places: () => [] }).routes,
  );
  const plain = routes.filter(({ method, path }) => method === "GET" && !path.sq.includes(":"));
  const standing = Object.entries(await standingThings()) as [EditedEntity, string][];
  const forms = [
    `${editingPaths("publication").fresh.sq}?element=V.1.1`,
    ...standing.map(([entity, id]) => fillPath(editingPaths(entity).one, { id }).sq),
  ];
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

/** Everything that a secretary does, over and over, each turn with other texts. */
async function work(turns: number): Promise<Map<string, number[]>> {
  const desk = new Desk(ask);
  const standing = await standingThings();
  const council = await db.read((tx) =>
    tx.selectFrom("bodies").select("id").where("kind", "=", "council").limit(1).executeTakeFirstOrThrow(),
  );
  for (let turn = 0; turn < turns; turn++) {
    await newsFromDraftToBin(desk, turn);
    await correctEachKind(desk, standing, turn);
    await decisionToThePrefect(desk, council.id, turn);
    await meetingFromCallToMinutes(desk, turn);
    await keepTheHouse(desk, turn);
  }
  return desk.spent;
}

export interface WorkspaceReport {
  /** Statements of all pages whose plan reads all of a large table. */
  scans: Pick<Plan, "text" | "scanned">[];
  cookie: string;
  paths: string[];
  /** What was done, and the milliseconds of each time, the first ones left out. */
  actions: [what: string, milliseconds: number[]][];
}

serve(
  withFixedWork(getRequestListener(app.fetch, { overrideGlobalObjects: false })),
  async (): Promise<WorkspaceReport> => {
    const watched = new WatchedStatements(services.pool);
    const paths = await pagePaths();
    const plans = await watched.plansOf(tenant.id, watched.take(), await largeTables(database.ownerUrl!));
    const scans = plans.filter(({ scanned }) => scanned.length > 0).map(({ text, scanned }) => ({ text, scanned }));
    const actions = [...(await work(warmingUp + measured))].map(([what, spent]): [string, number[]] => {
      const each = spent.length / (warmingUp + measured);
      return [what, spent.slice(each * warmingUp)];
    });
    return { cookie, paths, scans, actions };
  },
);
