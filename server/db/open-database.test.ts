import { describe, expect, it } from "vitest";
import { migrations } from "../../migrations/index.ts";
import { databaseForTest } from "../../tests/support/database.ts";
import { removeDataDir, throwawayDataDir } from "../../tests/support/postgres.ts";
import { environment } from "../../tests/support/world.ts";
import { ConfigError, loadConfig } from "../config.ts";
import { jobsStep } from "./jobs-schema.ts";
import { openDatabase } from "./open-database.ts";
import { openPool } from "./pool.ts";

const steps = [...Object.keys(migrations), jobsStep];
const configOf = (variables: Record<string, string>) => loadConfig({ ...environment, ...variables });
const refusal = (variables: Record<string, string>, migrate?: boolean) =>
  openDatabase(configOf(variables), { purpose: "join", migrate }).then(
    () => "opened",
    (error: Error) => {
      expect(error).toBeInstanceOf(ConfigError);
      return error.message;
    },
  );

describe("A database of one's own", () => {
  it("is brought to the newest step by its owner, once", async () => {
    const { appUrl, ownerUrl } = await databaseForTest("template0");
    const config = configOf({ DATABASE_URL: appUrl, DATABASE_ADMIN_URL: ownerUrl });
    const first = await openDatabase(config, { purpose: "own" });
    const second = await openDatabase(config, { purpose: "own" });
    expect(first).toMatchObject({ appUrl, ownerUrl, migrated: steps });
    expect(second.migrated).toEqual([]);
  });

  it("is used without its owner's password once it is up to date, as web processes do", async () => {
    const { appUrl } = await databaseForTest();
    expect(await openDatabase(configOf({ DATABASE_URL: appUrl }), { purpose: "own" })).toMatchObject({
      ownerUrl: null,
      migrated: [],
    });
  });

  it("is not opened while steps are missing that only the owner can add", async () => {
    const { appUrl } = await databaseForTest("template0");
    expect(await refusal({ DATABASE_URL: appUrl })).toMatch(
      /^DATABASE_ADMIN_URL is missing: the database lacks 0001-councils, .* which only its owner can add\.$/,
    );
    expect(await refusal({ DATABASE_URL: appUrl }, false)).toBe("opened");
  });

  it("is not opened while the job library's tables are older than the code", async () => {
    const { appUrl, ownerUrl } = await databaseForTest();
    const pool = openPool(ownerUrl, { max: 1 });
    await pool.query("update pgboss.version set version = version - 1");
    expect(await refusal({ DATABASE_URL: appUrl })).toMatch(
      /^DATABASE_ADMIN_URL is missing: the database lacks jobs-\d+, /,
    );
    await pool.query("drop schema pgboss cascade");
    await pool.end();
    const opened = await openDatabase(configOf({ DATABASE_URL: appUrl, DATABASE_ADMIN_URL: ownerUrl }), {
      purpose: "own",
    });
    expect(opened.migrated).toEqual([jobsStep]);
  });

  it("is not opened with the owner's login in the place of the application's", async () => {
    const { ownerUrl } = await databaseForTest("template0");
    expect(await refusal({ DATABASE_URL: ownerUrl, DATABASE_ADMIN_URL: ownerUrl })).toBe(
      "DATABASE_URL must not use the role portal_owner: it owns the database.",
    );
    const pool = openPool(ownerUrl, { max: 1 });
    expect((await pool.query("select from pg_tables where schemaname = 'public'")).rowCount).toBe(0);
    await pool.end();
  });

  it("that cannot be reached is said in a sentence without the password", async () => {
    const { appUrl } = await databaseForTest();
    const changed = (change: (url: URL) => void) => {
      const url = new URL(appUrl);
      change(url);
      return { DATABASE_URL: url.href };
    };
    expect(await refusal(changed((url) => Object.assign(url, { password: "wrong-password" })))).toBe(
      "DATABASE_URL has a password that the database server refuses.",
    );
    expect(await refusal(changed((url) => Object.assign(url, { port: "1" })))).toBe(
      "DATABASE_URL leads to a database that cannot be reached.",
    );
    expect(await refusal(changed((url) => Object.assign(url, { pathname: "/absent" })))).toBe(
      "DATABASE_URL names a database that does not exist.",
    );
  });
});

describe("Without DATABASE_URL", () => {
  it("the embedded database is opened, and a command joins it beside the server", async () => {
    const dataDir = throwawayDataDir();
    try {
      const config = configOf({ DATA_DIR: dataDir });
      const server = await openDatabase(config, { purpose: "own" });
      const command = await openDatabase(config, { purpose: "join" });
      expect(server.migrated).toEqual(steps);
      expect(command).toMatchObject({ appUrl: server.appUrl, migrated: [] });
      await command.close();
      const pool = openPool(server.appUrl, { max: 1 });
      expect((await pool.query("select current_user as role")).rows).toEqual([{ role: "portal_web" }]);
      await pool.end();
      await server.close();
      await expect(openPool(server.appUrl, { max: 1 }).query("select 1")).rejects.toThrow();
    } finally {
      await removeDataDir(dataDir);
    }
  });
});
