import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createWorld, type TestWorld } from "../../tests/support/world.ts";
import type { TenantTx } from "./tenant-db.ts";

let world: TestWorld;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.end());

const whose = (tx: TenantTx) => sql<{ id: string }>`select current_setting('app.tenant_id') as id`.execute(tx);
describe("A handle whose transaction has ended", () => {
  it.each(["read", "write", "snapshot"] as const)("asks nothing any more: %s", async (kind) => {
    const db = world.lisi.db;
    let kept: TenantTx | undefined;
    await db[kind](async (tx) => {
      kept = tx;
      await whose(tx);
    });
    await expect(whose(kept!)).rejects.toThrow(/over|already/);
  });

  it.each(["read", "write", "snapshot"] as const)(
    "also where one of several questions failed and the others still wait, beside another council: %s",
    async (kind) => {
      const [lisi, krasta] = [world.lisi.db, world.krasta.db];
      const seen: string[] = [];
      const slow = async (tx: TenantTx) => {
        for (let asked = 0; asked < 20; asked += 1) {
          seen.push((await whose(tx)).rows[0]!.id);
          await new Promise((later) => setTimeout(later, 1));
        }
      };
      const failing = () =>
        lisi[kind]((tx) => Promise.all([slow(tx), sql`select 1 / 0`.execute(tx), slow(tx)])).catch(() => {});
      const others = () => krasta.read(async (tx) => [await whose(tx), await whose(tx)]);
      await Promise.all(Array.from({ length: 30 }, (_, at) => (at % 2 ? failing() : others())));
      await new Promise((later) => setTimeout(later, 100));
      expect(new Set(seen)).toEqual(new Set([world.lisi.id]));
    },
  );
});
