import pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { json } from "../../server/db/columns.ts";
import { openPool } from "../../server/db/pool.ts";
import { tenantDb } from "../../server/db/tenant-db.ts";
import { createWorld, type TestWorld } from "../support/world.ts";

/** Enough of both kinds to mean something, and an end in any case. */
const enough = { right: 1_000, failed: 30 };
const most = 60_000;
const connections = 4;

let world: TestWorld;
beforeAll(async () => {
  world = await createWorld();
  for (const { db, slug } of [world.lisi, world.krasta])
    await db.write((tx) =>
      tx
        .insertInto("documents")
        .values({ title: json({ sq: slug }), public_from: null })
        .execute(),
    );
});
afterAll(() => world.end());

it("reads under cancelled backends are right or fail; they are never wrong and never silently empty", async () => {
  const pool = openPool(world.database.appUrl, { max: connections, applicationName: "read under fire" });
  const attacker = new pg.Client({ connectionString: world.database.superuserUrl });
  await attacker.connect();
  let firing = true;
  let shots = 0;
  const fire = (async () => {
    while (firing) {
      const { rowCount } = await attacker.query(
        "select pg_cancel_backend(pid) from pg_stat_activity where application_name = 'read under fire' and state = 'active'",
      );
      shots += rowCount ?? 0;
    }
  })();

  const counts = { right: 0, failed: 0, wrong: 0 };
  const councils = [world.lisi, world.krasta];
  let started = 0;
  const reader = async () => {
    while (started < most && (counts.right < enough.right || counts.failed < enough.failed)) {
      const { id, slug } = councils[started++ % 2]!;
      const { read, snapshot } = tenantDb(pool, id);
      const ask = started % 4 < 2 ? read : snapshot;
      try {
        const rows = await ask((tx) => tx.selectFrom("documents").select("title").execute());
        const isRight = rows.length === 1 && rows[0]!.title.sq === slug;
        counts[isRight ? "right" : "wrong"]++;
      } catch {
        counts.failed++;
      }
    }
  };
  await Promise.all(Array.from({ length: connections * 2 }, reader));
  firing = false;
  await fire;
  await attacker.end();
  await pool.end();

  expect(counts.wrong).toBe(0);
  expect(shots, "backends were really hit").toBeGreaterThanOrEqual(enough.failed);
  expect(counts.failed, "and reads really failed of it").toBeGreaterThanOrEqual(enough.failed);
  expect(counts.right).toBeGreaterThanOrEqual(enough.right);
}, 60_000);
