import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { freshDatabase, type TestDatabase } from "../../tests/support/database.ts";
import { urlOf } from "../../tests/support/postgres.ts";
import { checkApplicationRole } from "./check-role.ts";

let database: TestDatabase;
let superuser: pg.Client;
const suffix = Math.random().toString(36).slice(2, 8);
const made: string[] = [];

beforeAll(async () => {
  database = await freshDatabase();
  superuser = new pg.Client({ connectionString: database.superuserUrl });
  await superuser.connect();
});
afterAll(async () => {
  for (const role of made.toReversed()) await superuser.query(`drop owned by ${role}; drop role ${role}`);
  await superuser.end();
  await database.drop();
});

/** A login that may do all that the application needs, and what a careless administrator added. */
async function login(name: string, ...careless: string[]): Promise<[url: string, role: string]> {
  const role = `check_${name}_${suffix}`;
  await superuser.query(`create role ${role} login password 'p'; grant portal_app to ${role} with inherit true;
    grant portal_operator, portal_jobs to ${role} with inherit false, set true`);
  made.push(role);
  for (const statement of careless) {
    const name = new URL(database.appUrl).pathname.slice(1);
    await superuser.query(statement.replaceAll("$role", role).replaceAll("$database", name));
  }
  const url = new URL(database.appUrl);
  url.username = role;
  url.password = "p";
  return [url.href, role];
}

const refusal = async ([url]: [string, string]) =>
  checkApplicationRole(url).then(
    () => "passed",
    (error: Error) => error.message,
  );

describe("The start", () => {
  test("takes the portal's own login, and another like it", async () => {
    await checkApplicationRole(database.appUrl);
    expect(await refusal(await login("plain"))).toBe("passed");
  });

  test("refuses the owner of the database and names the variable", async () => {
    expect(await refusal([database.ownerUrl, "portal_owner"])).toBe(
      "DATABASE_URL must not use the role portal_owner: it owns the database.",
    );
  });

  test("refuses a superuser", async () => {
    expect(await refusal([database.superuserUrl, "postgres"])).toMatch(/^DATABASE_URL .* is a superuser\.$/);
  });

  test.each([
    ["who bypasses row-level security", "bypass", ["alter role $role bypassrls"], /it may bypass row-level security/],
    ["who makes roles", "maker", ["alter role $role createrole"], /it may make roles/],
    [
      "who owns a council's table",
      "tables",
      ["create table notes (tenant_id uuid)", "alter table notes owner to $role"],
      /it owns public\.notes/,
    ],
    [
      "who may become the owner of the database",
      "member",
      ["grant portal_owner to $role with inherit false, set true"],
      /it may become portal_owner, which owns the database/,
    ],
    [
      "who inherits from a role that bypasses row-level security",
      "inherits",
      ["create role $role_backup bypassrls", "grant $role_backup to $role"],
      /it may become check_inherits_\w+_backup, which may bypass row-level security/,
    ],
    [
      "who runs programs on the database server",
      "programs",
      ["grant pg_execute_server_program to $role"],
      /it may become pg_execute_server_program, which reaches the files of the database server/,
    ],
    [
      "who is no member of the application",
      "stranger",
      ["revoke portal_app from $role", "grant connect on database $database to $role"],
      /no member of portal_app/,
    ],
    ["who cannot do the jobs", "idle", ["revoke portal_jobs from $role"], /no member of portal_jobs/],
  ] as [string, string, string[], RegExp][])("refuses a login %s", async (_, name, careless, sentence) => {
    const made = await login(name, ...careless);
    expect(await refusal(made)).toMatch(sentence);
    expect(await refusal(made)).toContain(`DATABASE_URL must not use the role ${made[1]}: `);
  });

  test("looks at tables of the database it is given, not of others", async () => {
    const [url] = await login("elsewhere");
    const other = await freshDatabase();
    const client = new pg.Client({ connectionString: other.superuserUrl });
    await client.connect();
    await client.query(`create table mine (); alter table mine owner to ${made.at(-1)}`);
    expect(await refusal([url, ""])).toBe("passed");
    expect(await refusal([urlOf(url, new URL(other.appUrl).pathname.slice(1)), ""])).toMatch(/it owns public\.mine/);
    await client.end();
    await other.drop();
  });
});
