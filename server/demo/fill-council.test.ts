import { join } from "node:path";
import { Readable } from "node:stream";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createWorld, type TestWorld } from "../../tests/support/world.ts";
import { openOperatorDb } from "../db/operator-db.ts";
import { tenantDb } from "../db/tenant-db.ts";
import { addDocument } from "../features/documents/documents.service.ts";
import { addCouncil } from "../features/tenants/tenants.service.ts";
import { storeFile } from "../storage/receive-file.ts";
import { type DemoSlug, demoSlugs } from "./demo-content.ts";
import { fillWork } from "./fill-council.ts";
import { resolveDemo } from "./resolve.ts";

/** `DEMO_DAYS=2026-01-01,2028-02-29` tries others; each takes its time. */
const days = process.env.DEMO_DAYS?.split(",") ?? ["2026-11-25"];
let world: TestWorld;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world?.end());

class RolledBack extends Error {}

/** Adds a council of the demo and fills in its people and work; in place of its papers stands one small file. */
async function fillOnce(slug: DemoSlug, day: string): Promise<number> {
  const council = resolveDemo(slug, day);
  const { names, county, state, settings } = council;
  const { services, database } = world;
  const operator = openOperatorDb(database.appUrl);
  const { id } = await addCouncil(
    { operator, pool: services.pool, baseDomain: services.config.baseDomain, now: world.clock.now() },
    { slug, names, county, instatCode: null, state, isExample: true, settings },
  );
  await operator.destroy();
  const shelf = { spoolDir: join(services.config.dataDir, "spool"), maximumBytes: 1000, fileName: "prove.txt" };
  const file = await storeFile(services.storage, id, Readable.from([Buffer.from("Provë\r\n")]), shelf);
  const title = { title: { sq: "Provë" }, language: "sq" as const, fileName: "prove" };
  let acts = 0;
  const filled = tenantDb(services.pool, id).bulk(async (tx) => {
    await fillWork(tx, council, async (by, papers) => {
      const made = [];
      for (const { role } of papers) made.push({ role, documentId: await addDocument(tx, by, file, title) });
      return made;
    });
    acts = (await tx.selectFrom("acts").select("id").where("state", "=", "published").execute()).length;
    throw new RolledBack();
  });
  await expect(filled).rejects.toBeInstanceOf(RolledBack);
  return acts;
}

describe.each(days)("On %s", (day) => {
  it.each(demoSlugs)(
    "the services take in all of %s",
    async (slug) => {
      expect(await fillOnce(slug, day)).toBe(resolveDemo(slug, day).work.acts.length);
    },
    120_000,
  );
});
