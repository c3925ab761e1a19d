import pg from "pg";
import { expect, it } from "vitest";
import { migrations } from "../../migrations/index.ts";
import { migrateTo, migrateToLatest } from "../../server/db/migrate.ts";
import { databaseForTest } from "../support/database.ts";

/** Everything the steps can make, as text: columns, constraints, indexes, policies, rights. */
const catalogue = `
  select 'column ' || table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable || ' ' || coalesce(column_default, '') as line
    from information_schema.columns where table_schema = 'public'
  union all select 'constraint ' || conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid)
    from pg_constraint where connamespace = 'public'::regnamespace
  union all select 'index ' || indexdef from pg_indexes where schemaname = 'public'
  union all select 'policy ' || tablename || ' ' || policyname || ' ' || cmd || ' ' || coalesce(qual, '') || ' ' || coalesce(with_check, '')
    from pg_policies where schemaname = 'public'
  union all select 'grant ' || grantee || ' ' || privilege_type || ' ' || table_name
    from information_schema.role_table_grants where table_schema = 'public'
  union all select 'function ' || proname || ' ' || md5(prosrc) from pg_proc p where pronamespace = 'public'::regnamespace
    and not exists (select from pg_depend where objid = p.oid and deptype = 'e')
  order by 1`;

async function schemaOf(url: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ line: string }>(catalogue);
    return rows.map((row) => row.line).filter((line) => !line.includes("kysely_migration"));
  } finally {
    await client.end();
  }
}

it("each step can be taken back and taken again, and leaves no trace of itself", async () => {
  const { ownerUrl } = await databaseForTest("template0");
  const steps = Object.keys(migrations);
  let before = await schemaOf(ownerUrl);
  for (const [at, step] of steps.entries()) {
    expect(await migrateTo(ownerUrl, step)).toEqual([step]);
    const after = await schemaOf(ownerUrl);
    expect(after).not.toEqual(before);
    await migrateTo(ownerUrl, steps[at - 1] ?? null);
    expect(await schemaOf(ownerUrl), `${step} taken back`).toEqual(before);
    await migrateTo(ownerUrl, step);
    expect(await schemaOf(ownerUrl), `${step} taken again`).toEqual(after);
    before = after;
  }
  // Every step three times, on a machine that has other work.
}, 120_000);

it("a database brought up step by step equals a fresh one", async () => {
  const [stepwise, fresh] = [await databaseForTest("template0"), await databaseForTest("template0")];
  for (const step of Object.keys(migrations)) await migrateTo(stepwise.ownerUrl, step);
  await migrateToLatest(fresh.ownerUrl);
  expect(await schemaOf(stepwise.ownerUrl)).toEqual(await schemaOf(fresh.ownerUrl));
});

it("the steps are named in their order", () => {
  const names = Object.keys(migrations);
  expect(names).toEqual(names.toSorted());
  const numbers = names.map((name) => /^\d{4}(?=-)/.exec(name)?.[0]);
  expect(numbers).not.toContain(undefined);
  expect(new Set(numbers).size).toBe(numbers.length);
});
