import pg from "pg";
import { expect, it } from "vitest";
import { databaseForTest } from "../support/database.ts";

/** Tables that belong to no council, each with its reason. */
const shared: Record<string, string> = {
  tenants: "the registry itself; the application may only read it",
  tenant_hosts: "the registry itself; the application may only read it",
  kysely_migration: "the migrator's own",
  kysely_migration_lock: "the migrator's own",
};

async function ask<Row extends pg.QueryResultRow>(sql: string): Promise<Row[]> {
  const { ownerUrl } = await databaseForTest();
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

const inPublic = "relnamespace = 'public'::regnamespace and relkind in ('r', 'p')";

it("every table is bound to its council, also for its owner", async () => {
  const rows = await ask<{ name: string; bound: boolean; policies: string[] }>(
    `select relname as name, relrowsecurity and relforcerowsecurity as bound,
       array(select qual::text from pg_policies p where p.tablename = relname and p.policyname = 'tenant_isolation') as policies
     from pg_class where ${inPublic} order by relname`,
  );
  expect(rows.length).toBeGreaterThan(10);
  for (const { name, bound, policies } of rows.filter((row) => !(row.name in shared))) {
    expect(bound, name).toBe(true);
    expect(policies, name).toEqual([expect.stringMatching(/tenant_id = .*current_setting\('app\.tenant_id'::text\)/)]);
  }
});

it("every key begins with the council, so that none can probe another's rows", async () => {
  const rows = await ask<{ table_name: string; index_name: string; first: string }>(
    `select c.relname as table_name, i.relname as index_name, a.attname as first
     from pg_index x join pg_class c on c.oid = x.indrelid join pg_class i on i.oid = x.indexrelid
     join pg_attribute a on a.attrelid = c.oid and a.attnum = x.indkey[0]
     where c.relnamespace = 'public'::regnamespace`,
  );
  const loose = rows.filter(({ table_name, first }) => !(table_name in shared) && first !== "tenant_id");
  expect(loose).toEqual([]);
});

it("foreign keys between councils' tables are paired with the council", async () => {
  const rows = await ask<{ name: string; columns: string[]; target: string }>(
    `select conname as name, confrelid::regclass::text as target,
       array(select attname::text from unnest(conkey) k join pg_attribute on attrelid = conrelid and attnum = k) as columns
     from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace`,
  );
  const loose = rows.filter(({ target, columns }) => !(target in shared) && !columns.includes("tenant_id"));
  expect(loose).toEqual([]);
});

it("the application owns nothing and may only read the registry", async () => {
  const rows = await ask<{ table_name: string; grants: string }>(
    `select table_name, string_agg(privilege_type, ' ' order by privilege_type) as grants
     from information_schema.role_table_grants where grantee = 'portal_app' and table_name in ('tenants', 'tenant_hosts')
     group by 1 order by 1`,
  );
  expect(rows).toEqual([
    { table_name: "tenant_hosts", grants: "SELECT" },
    { table_name: "tenants", grants: "SELECT" },
  ]);
});

it("of the registry a council may write its own names, and no neighbour's", async () => {
  const rows = await ask<{ table_name: string; column_name: string }>(
    `select table_name, column_name from information_schema.role_column_grants
     where grantee = 'portal_app' and table_name in ('tenants', 'tenant_hosts') and privilege_type <> 'SELECT'`,
  );
  expect(rows).toEqual([{ table_name: "tenants", column_name: "names" }]);
  const policies = await ask<{ qual: string; roles: string }>(
    `select qual, roles::text from pg_policies where tablename = 'tenants' and cmd = 'UPDATE'`,
  );
  expect(policies).toEqual([
    { roles: "{portal_app}", qual: expect.stringMatching(/id = .*current_setting\('app\.tenant_id'::text\)/) },
  ]);
});

it("the audit can be added to and read, and nothing else", async () => {
  const rows = await ask<{ privilege_type: string }>(
    `select privilege_type from information_schema.role_table_grants
     where grantee = 'portal_app' and table_name = 'audit_log' order by 1`,
  );
  expect(rows.map((row) => row.privilege_type)).toEqual(["INSERT", "SELECT"]);
});

it("no view or function steps around the isolation", async () => {
  const views = await ask<{ name: string }>(
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace
       and (relkind = 'm' or relkind = 'v' and not coalesce(reloptions::text like '%security_invoker=true%', false))`,
  );
  const functions = await ask<{ name: string }>(
    `select proname as name from pg_proc where pronamespace = 'public'::regnamespace and prosecdef`,
  );
  expect([...views, ...functions]).toEqual([]);
});

it("the operators’ accounts are read by no council’s role, and their audit only grows", async () => {
  const rows = await ask<{ table_name: string; grantee: string; grants: string }>(
    `select table_name, grantee, string_agg(privilege_type, ' ' order by privilege_type) as grants
     from information_schema.role_table_grants where table_schema = 'operators' and grantee <> 'portal_owner'
     group by 1, 2 order by 1`,
  );
  expect(rows.length).toBeGreaterThan(5);
  expect([...new Set(rows.map(({ grantee }) => grantee))]).toEqual(["portal_operator"]);
  expect(rows.find(({ table_name }) => table_name === "audit_log")?.grants).toBe("INSERT SELECT");
  const schemas = await ask<{ role: string }>(
    `select rolname as role from pg_roles where rolname like 'portal\\_%' and rolname not in ('portal_owner', 'portal_operator')
       and has_schema_privilege(oid, 'operators', 'usage') and not pg_has_role(oid, 'portal_operator', 'member')`,
  );
  expect(schemas).toEqual([]);
});
