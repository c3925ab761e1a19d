import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import {
  createDatabaseFromTemplate,
  dropDatabase,
  startTestCluster,
  type TestCluster,
  urlOf,
} from "../../tests/support/postgres.ts";
import { bootstrapDatabase } from "./bootstrap.ts";

let cluster: TestCluster;
beforeAll(async () => {
  cluster = await startTestCluster();
});
afterAll(() => cluster.stop());

async function ask(connectionString: string, sql: string, options?: string) {
  const client = new pg.Client({ connectionString, ...(options && { options }) });
  client.on("error", () => undefined);
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

const passwords = { ownerPassword: "owner's \\secret", appPassword: "app's \\secret" };

/** Roles, memberships, and who may enter a database, as they stand in the server. */
async function picture(superuserUrl: string, database: string) {
  const roles = await ask(
    superuserUrl,
    `select rolname, rolcanlogin, rolsuper, rolcreatedb, rolcreaterole, rolreplication, rolbypassrls, rolinherit,
       (select count(*)::int from pg_authid a where a.oid = r.oid and a.rolpassword is not null) as passwords
     from pg_roles r where rolname like 'portal\\_%' order by rolname`,
  );
  const members = await ask(
    superuserUrl,
    `select distinct roleid::regrole::text as role, inherit_option, set_option, admin_option
     from pg_auth_members where member = 'portal_web'::regrole order by role`,
  );
  const [entry] = await ask(
    superuserUrl,
    `select datdba::regrole::text as owner, datlocprovider::text, datlocale, datcollate, datctype, encoding,
       array(select a::text from unnest(datacl) a order by 1) as rights
     from pg_database where datname = '${database}'`,
  );
  return { roles, members, entry };
}

it("gives no role a right that could pass row-level security", async () => {
  const { roles, members, entry } = await picture(cluster.superuserUrl, "e_keshilli");
  expect(roles.map(({ rolname, rolcanlogin }) => [rolname, rolcanlogin])).toEqual([
    ["portal_app", false],
    ["portal_jobs", false],
    ["portal_operator", false],
    ["portal_owner", true],
    ["portal_web", true],
  ]);
  for (const role of roles) {
    const { rolsuper, rolcreatedb, rolcreaterole, rolreplication, rolbypassrls } = role;
    expect([rolsuper, rolcreatedb, rolcreaterole, rolreplication, rolbypassrls]).not.toContain(true);
  }
  expect(members).toEqual([
    { role: "portal_app", inherit_option: true, set_option: true, admin_option: false },
    { role: "portal_jobs", inherit_option: false, set_option: true, admin_option: false },
    { role: "portal_operator", inherit_option: false, set_option: true, admin_option: false },
  ]);
  expect(entry!.owner).toBe("portal_owner");
});

it("can be repeated, also by several at once, and repairs a role that was given too much", async () => {
  const before = await picture(cluster.superuserUrl, "e_keshilli");
  await ask(cluster.superuserUrl, "alter role portal_web superuser bypassrls");
  await ask(cluster.superuserUrl, "grant all on database e_keshilli to public");
  const databases = ["e_keshilli", "e_keshilli", "second", "third"];
  await Promise.all(databases.map((database) => bootstrapDatabase(cluster.superuserUrl, { database, ...passwords })));
  expect(await picture(cluster.superuserUrl, "e_keshilli")).toEqual(before);
  const third = new URL(urlOf(cluster.ownerUrl, "third"));
  third.password = encodeURIComponent(passwords.ownerPassword);
  expect(await ask(third.href, "select current_user::text as who")).toEqual([{ who: "portal_owner" }]);
});

const as = (url: string, password: string) => {
  const login = new URL(url);
  login.password = encodeURIComponent(password);
  return login.href;
};

it("lets the owner make tables and the trusted extensions, and the application neither", async () => {
  await bootstrapDatabase(cluster.superuserUrl, { database: "rights", ...passwords });
  const owner = as(urlOf(cluster.ownerUrl, "rights"), passwords.ownerPassword);
  const app = as(urlOf(cluster.appUrl, "rights"), passwords.appPassword);
  await ask(owner, "create extension unaccent; create extension pg_trgm; create table acts (title text)");
  expect(await ask(owner, "select unaccent('Këshilli') as plain, similarity('akt', 'akte') > 0.4 as near")).toEqual([
    { plain: "Keshilli", near: true },
  ]);
  for (const sql of ["create table mine ()", "create temporary table mine ()", "select from acts", "drop table acts"]) {
    await expect(ask(app, sql)).rejects.toMatchObject({ code: "42501" });
  }
  for (const role of ["portal_owner", "postgres"]) {
    await expect(ask(app, `set role ${role}`)).rejects.toMatchObject({ code: "42501" });
    await expect(ask(app, "select 1", `-c role=${role}`)).rejects.toThrow(/permission denied/);
  }
});

it("keeps the operator's and the jobs' rights from ordinary connections, and gives them to pools that ask", async () => {
  await bootstrapDatabase(cluster.superuserUrl, { database: "pools", ...passwords });
  const owner = as(urlOf(cluster.ownerUrl, "pools"), passwords.ownerPassword);
  const app = as(urlOf(cluster.appUrl, "pools"), passwords.appPassword);
  await ask(
    owner,
    `create table councils (name text); insert into councils values ('Korçë'), ('Berat');
     alter table councils enable row level security; alter table councils force row level security;
     create policy one on councils to portal_app using (name = 'Korçë');
     create policy every on councils to portal_jobs using (true);
     grant select on councils to portal_app, portal_jobs;
     create table registry (); grant select on registry to portal_operator`,
  );
  const count = "select count(*)::int as n from councils";
  expect(await ask(app, count)).toEqual([{ n: 1 }]);
  expect(await ask(app, count, "-c role=portal_jobs")).toEqual([{ n: 2 }]);
  await expect(ask(app, "select from registry")).rejects.toMatchObject({ code: "42501" });
  await expect(ask(app, "select from registry", "-c role=portal_jobs")).rejects.toMatchObject({ code: "42501" });
  expect(await ask(app, "select from registry", "-c role=portal_operator")).toEqual([]);

  const pool = new pg.Pool({ connectionString: app, options: "-c role=portal_jobs", max: 1 });
  const who = async () => (await pool.query("select current_user::text as who, session_user::text as login")).rows[0];
  expect(await who()).toEqual({ who: "portal_jobs", login: "portal_web" });
  await pool.query("reset role");
  expect(await who()).toEqual({ who: "portal_jobs", login: "portal_web" });
  await pool.query("discard all");
  expect(await who()).toEqual({ who: "portal_jobs", login: "portal_web" });
  await pool.end();
});

it("makes test databases with the same rights as the original", async () => {
  await bootstrapDatabase(cluster.superuserUrl, { database: "original", ...passwords });
  await Promise.all(
    ["copy1", "copy2"].map((name) => createDatabaseFromTemplate(cluster.superuserUrl, name, "original")),
  );
  const original = await picture(cluster.superuserUrl, "original");
  expect(await picture(cluster.superuserUrl, "copy2")).toEqual(original);
  await dropDatabase(cluster.superuserUrl, "copy1");
  await dropDatabase(cluster.superuserUrl, "copy1");
  await expect(ask(urlOf(cluster.superuserUrl, "copy1"), "select 1")).rejects.toMatchObject({ code: "3D000" });
});

const run = promisify(execFile);
const hasPsql = await run("psql", ["--version"]).then(
  () => true,
  () => false,
);

it.runIf(hasPsql)("agrees with the script for a database administrator, superuser or not", async () => {
  await bootstrapDatabase(cluster.superuserUrl, { database: "by_portal", ...passwords });
  const wanted = await picture(cluster.superuserUrl, "by_portal");
  const script = fileURLToPath(new URL("../../infra/database/bootstrap.sql", import.meta.url));
  const bySql = async (url: string, database: string) => {
    const env = { PATH: "/usr/bin:/bin:/usr/local/bin", PORTAL_OWNER_PASSWORD: "o'1", PORTAL_APP_PASSWORD: "a'1" };
    await run("psql", ["-X", "-d", url, "-v", `database=${database}`, "-f", script], { env });
  };
  const fresh = await startTestCluster();
  try {
    await ask(fresh.superuserUrl, "drop database e_keshilli");
    await ask(fresh.superuserUrl, "drop role portal_app, portal_operator, portal_jobs, portal_owner, portal_web");
    await ask(fresh.superuserUrl, "create role dba login createrole createdb password 'dba'");
    const dba = as(fresh.superuserUrl, "dba").replace("postgres:dba", "dba:dba");
    await bySql(dba, "by_dba");
    await bySql(dba, "by_dba");
    await bySql(fresh.superuserUrl, "by_superuser");
    expect(await picture(fresh.superuserUrl, "by_superuser")).toEqual(wanted);
    expect(await picture(fresh.superuserUrl, "by_dba")).toEqual(wanted);
    const app = as(urlOf(fresh.appUrl, "by_dba"), "a'1");
    expect(await ask(app, "select current_user::text as who")).toEqual([{ who: "portal_web" }]);
  } finally {
    await fresh.stop();
  }
});
