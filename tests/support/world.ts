import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pino from "pino";
import { fixedClock } from "../../server/clock.ts";
import { type Composition, compose } from "../../server/compose.ts";
import { loadConfig } from "../../server/config.ts";
import { json } from "../../server/db/columns.ts";
import { openPool } from "../../server/db/pool.ts";
import { registryDb } from "../../server/db/registry-db.ts";
import { type TenantId, tenantDb } from "../../server/db/tenant-db.ts";
import { freshDatabase, type TestDatabase } from "./database.ts";

/** The instant at which every test world stands, unless a test moves its clock. */
export const testNow = "2026-03-05T10:00:00+01:00";

export interface TestCouncil {
  slug: string;
  id: TenantId;
  host: string;
  db: ReturnType<typeof tenantDb>;
  /** Asks this council's site, as anybody could. */
  get(path: string, headers?: Record<string, string>): Promise<Response>;
  /** The JSON of an address. */
  json<T = Record<string, unknown>>(path: string): Promise<T>;
}

export interface TestWorld extends Composition {
  database: TestDatabase;
  clock: ReturnType<typeof fixedClock>;
  /** Two councils that know nothing of each other. */
  lisi: TestCouncil;
  krasta: TestCouncil;
  ask(host: string, path: string, init?: RequestInit): Promise<Response>;
  /** Hears what was published since, as a process does by itself within a second. */
  catchUp(): Promise<void>;
  end(): Promise<void>;
}

export const environment = { SECRET_KEY: "for-tests-only-for-tests-only-for-tests", LOG_LEVEL: "silent", DEMO: "0" };

/** The whole application on a database of its own, with two small councils and files in a temporary folder. */
export async function createWorld(
  variables: Record<string, string> = {},
  /** Leads the application to its database by another way, such as a line that can be cut. */
  through: (url: string) => Promise<string> = async (url) => url,
): Promise<TestWorld> {
  const dataDir = await mkdtemp(join(tmpdir(), "e-keshilli-world-"));
  const database = await freshDatabase();
  const config = loadConfig({ ...environment, DATA_DIR: dataDir, DATABASE_URL: database.appUrl, ...variables });
  const clock = fixedClock(testNow);
  const composition = await compose({
    config,
    databaseUrl: await through(database.appUrl),
    logger: pino({ level: "silent" }),
    clock,
    connections: 6,
    publicPort: null,
  });
  const { app, services, versions } = composition;
  const ids = await addCouncils(database.appUrl, ["lisi", "krasta"]);
  await services.registry.reload();

  const ask = async (host: string, path: string, init?: RequestInit) =>
    app.request(`http://${host}${path}`, { ...init, headers: { host, ...(init?.headers as Record<string, string>) } });
  const council = (slug: string): TestCouncil => {
    const host = `${slug}.localhost`;
    const id = ids.get(slug)!;
    const get = (path: string, headers?: Record<string, string>) => ask(host, path, { headers });
    return {
      slug,
      id,
      host,
      db: tenantDb(services.pool, id),
      get,
      json: async <T>(path: string) => (await (await get(path)).json()) as T,
    };
  };
  const lisi = council("lisi");
  const krasta = council("krasta");
  return {
    ...composition,
    database,
    clock,
    lisi,
    krasta,
    ask,
    async catchUp() {
      for (const { id, db } of [lisi, krasta]) {
        const rows = await db.read((tx) => tx.selectFrom("content_versions").select(["area", "version"]).execute());
        for (const { area, version } of rows) versions.set(id, area, version);
      }
    },
    async end() {
      await composition.close();
      await database.drop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

export async function addCouncils(appUrl: string, slugs: string[]): Promise<Map<string, TenantId>> {
  const pool = openPool(appUrl, { max: 1, role: "portal_operator" });
  const operator = registryDb(pool);
  const ids = new Map<string, TenantId>();
  for (const slug of slugs) {
    const place = slug[0]!.toUpperCase() + slug.slice(1);
    const names = {
      place: { sq: place, en: place },
      municipality: { sq: `Bashkia ${place}`, en: `Municipality of ${place}` },
      council: { sq: `Këshilli Bashkiak ${place}`, en: `Municipal Council of ${place}` },
    };
    const { id } = await operator
      .insertInto("tenants")
      .values({
        slug,
        names: json(names),
        county: "Qarku i provës",
        instat_code: null,
        state: "live",
        is_example: false,
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    await operator
      .insertInto("tenant_hosts")
      .values({ host: `${slug}.localhost`, tenant_id: id, kind: "primary", verified_at: new Date(), challenge: null })
      .execute();
    ids.set(slug, id);
  }
  await pool.end();
  const app = openPool(appUrl, { max: 1 });
  for (const id of ids.values()) {
    await tenantDb(app, id).write((tx) =>
      tx
        .insertInto("tenant_settings")
        .values({
          theme: json({ brand: "#005c42", emblem: "default" }),
          modules: "{}",
          contacts: "{}",
          numbering: "{}",
        })
        .execute(),
    );
  }
  await app.end();
  return ids;
}
