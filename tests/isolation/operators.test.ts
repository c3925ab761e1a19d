import { afterAll, beforeAll, expect, it } from "vitest";
import { signedInOperator } from "../support/operators.ts";
import { createWorld, type TestWorld } from "../support/world.ts";

let world: TestWorld;
beforeAll(async () => {
  world = await createWorld();
  await signedInOperator(world);
});
afterAll(() => world.end());

const tables = [
  "accounts",
  "account_sessions",
  "account_links",
  "account_recovery_codes",
  "account_devices",
  "audit_log",
];

it("A council's handle reaches no operator's account, by whatever name", async () => {
  const { pool } = world.services;
  for (const table of tables) {
    await expect(pool.query(`select * from operators.${table}`), table).rejects.toThrow(/permission denied/);
    await expect(pool.query(`delete from operators.${table}`), table).rejects.toThrow(/permission denied/);
  }
  const accounts = await world.lisi.db.read((tx) => tx.selectFrom("accounts").selectAll().execute());
  expect(accounts).toEqual([]);
});

it("The operators' handle reaches their own accounts and nothing of a council", async () => {
  const { operators } = world.services;
  const [account] = await operators.read((tx) => tx.selectFrom("accounts").select("email").execute());
  expect(account).toEqual({ email: "operatori@portali.example" });
  for (const table of ["publications", "tenant_settings", "account_roles", "operator_visits"] as const)
    await expect(
      operators.read((tx) => tx.selectFrom(table).selectAll().execute()),
      table,
    ).rejects.toThrow(/does not exist/);
});

it("What operators did is written down for good", async () => {
  const { operators } = world.services;
  const actions = await operators.read((tx) => tx.selectFrom("audit_log").select("action").orderBy("id").execute());
  expect(actions.map(({ action }) => action)).toEqual([
    "account.invited",
    "account.created",
    "account.second_factor_set",
    "account.recovery_codes_renewed",
    "account.signed_in",
  ]);
  for (const work of [
    operators.write((tx) => tx.deleteFrom("audit_log").execute()),
    operators.write((tx) => tx.updateTable("audit_log").set({ action: "nothing" }).execute()),
  ])
    await expect(work).rejects.toThrow(/permission denied/);
});
