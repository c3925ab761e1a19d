import { execFile } from "node:child_process";
import { mkdtemp, readdir, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { freshDatabase, type TestDatabase } from "../../tests/support/database.ts";
import { removeDataDir, throwawayDataDir } from "../../tests/support/postgres.ts";
import { environment } from "../../tests/support/world.ts";
import { loadConfig } from "../config.ts";
import { openDatabase } from "../db/open-database.ts";
import { openOperatorsDb } from "../db/operator-db.ts";
import { openPool } from "../db/pool.ts";
import { registryDb } from "../db/registry-db.ts";
import { acceptInvitation } from "../features/accounts/invitations.service.ts";
import { TenantRegistry } from "../features/tenants/registry.ts";

const script = (name: string) => join(import.meta.dirname, `${name}.ts`);
let database: TestDatabase;
let folder: string;
let variables: Record<string, string>;

beforeAll(async () => {
  database = await freshDatabase();
  folder = await mkdtemp(join(tmpdir(), "e-keshilli-cli-"));
  variables = { ...environment, DATABASE_URL: database.appUrl, DATA_DIR: folder, BASE_DOMAIN: "portali.al" };
});
afterAll(async () => {
  await database.drop();
  await rm(folder, { recursive: true });
});

/** Runs a command as an operator does, in a process of its own. Its output, its complaint and its exit code. */
async function command(name: string, args: string[], variablesOfIt = variables) {
  const result = promisify(execFile)(process.execPath, [script(name), ...args], { env: variablesOfIt, cwd: folder });
  const { stdout, stderr, code } = await result.then(
    (done) => ({ ...done, code: 0 }),
    (failure) => failure as { stdout: string; stderr: string; code: number },
  );
  return { said: stdout.trim(), complaint: stderr.trim(), code };
}
const tenant = (...args: string[]) => command("tenant", args);

describe("An operator", () => {
  it("adds a council out of the 61 with one command and is told its address", async () => {
    expect(await tenant("add", "korce")).toEqual({
      said: "Këshilli Bashkiak Korçë has been added.\nhttp://korce.portali.al:3000",
      complaint: "",
      code: 0,
    });
    expect((await tenant("add", "korce")).said).toMatch(/^Këshilli Bashkiak Korçë was there already/);
    await tenant("add", "berat");
    expect((await tenant("list")).said.split("\n")).toEqual([
      "berat  onboarding  http://berat.portali.al:3000",
      "korce  onboarding  http://korce.portali.al:3000",
    ]);
  });

  it("closes one council's site and opens it again", async () => {
    expect((await tenant("suspend", "korce")).said).toBe("The site of korce is closed for now; visitors are told so.");
    expect((await tenant("list")).said).toMatch(/berat {2}onboarding .*\nkorce {2}suspended /);
    expect((await tenant("resume", "korce")).said).toBe("The site of korce is live.");
    expect((await tenant("resume", "korce")).said).toBe("The site of korce was live.");
  });

  it("invites whoever is to keep a council's site, and is told what cannot be done", { timeout: 60_000 }, async () => {
    const invited = await tenant("invite", "korce", "Sekretaria@Korce.example", "--name", "Drita Çela");
    expect(invited.said).toContain(
      "No mail server is set up (SMTP_URL), so nothing is sent: hand the link over yourself.",
    );
    expect(invited.said).toMatch(/http:\/\/korce\.portali\.al:3000\/admin\/ftesa\/[\w-]{43}$/);
    const complaint = async (...args: string[]) => (await tenant("invite", "korce", ...args)).complaint;
    expect(await complaint("pa adresë")).toBe("pa adresë is no e-mail.");
    expect(await complaint("a@b.example", "--name", "a\nb")).toBe("The name is one line of up to 120 characters.");
    expect(await complaint("a@b.example", "--role", "moderator")).toMatch(/^A role is one of secretary, editor,/);
  });

  it("takes a council's data away in one archive that appears only when it is whole", async () => {
    const { said, code } = await tenant("export", "korce", "korce.zip");
    expect({ code, said }).toEqual({ code: 0, said: expect.stringMatching(/^\d+ records? of \d+ tables and 0 files/) });
    await promisify(execFile)("unzip", ["-t", join(folder, "korce.zip")]);
    expect((await stat(join(folder, "korce.zip"))).mode & 0o077).toBe(0);
    expect((await tenant("export", "korce", "korce.zip")).complaint).toMatch(/is there already/);
    expect((await tenant("export", "askund", "askund.zip")).complaint).toMatch(/^There is no council askund/);
    expect((await readdir(folder)).filter((name) => /zip/.test(name))).toEqual(["korce.zip"]);
  });

  it("is told how to prove a domain, and that it is not proven yet", async () => {
    expect((await tenant("host", "add", "korce", "keshilli-korce.invalid")).said).toMatch(
      /_e-keshilli\.keshilli-korce\.invalid {2}TXT {2}"e-keshilli=[0-9a-f]{40}"/,
    );
    expect((await tenant("host", "remove", "korce", "keshilli-korce.invalid")).code).toBe(0);
    expect((await tenant("host", "verify", "korce", "keshilli-korce.invalid")).complaint).toMatch(
      /is not noted for korce/,
    );
  });

  it("is told in a sentence what is wrong with a command", async () => {
    const refusals: [string[], RegExp][] = [
      [["add", "korca"], /^No municipality has the slug korca\. Did you mean korce\?$/],
      [["add", "www"], /^www\.portali\.al is reserved for the portal\.$/],
      [["suspend", "askund"], /^There is no council askund/],
      [["suspend"], /^npm run tenant -- <command>/],
      [["list", "--primary"], /^npm run tenant -- <command>/],
      [["add", "korce", "--fast"], /^Unknown option '--fast'/],
    ];
    const answers = await Promise.all(refusals.map(([args]) => tenant(...args)));
    for (const [at, [, sentence]] of refusals.entries()) {
      expect(answers[at]).toEqual({ said: "", complaint: expect.stringMatching(sentence), code: 1 });
    }
  });

  it("is told which variable is wrong", async () => {
    const wrong = { ...variables, DATABASE_URL: database.ownerUrl };
    expect((await command("tenant", ["list"], wrong)).complaint).toMatch(
      /^DATABASE_URL must not use the role portal_owner/,
    );
    expect((await command("migrate", [], wrong)).code).toBe(1);
  });
});

it("Commands work beside the server that runs on the embedded database, and it hears of them", async () => {
  const dataDir = throwawayDataDir();
  try {
    const own = { ...environment, DATA_DIR: dataDir, BASE_DOMAIN: "localhost" };
    const server = await openDatabase(loadConfig(own), { purpose: "own" });
    const pool = openPool(server.appUrl, { max: 1 });
    const registry = new TenantRegistry(registryDb(pool), "localhost");
    expect((await command("migrate", [], own)).said).toBe("The database was at the newest step already.");
    expect((await command("tenant", ["add", "sarande"], own)).said).toMatch(/http:\/\/sarande\.localhost:3000$/);
    await registry.reload();
    expect(registry.siteOf("sarande.localhost")).toMatchObject({ kind: "council" });
    await pool.end();
    await server.close();
    // Without a server the command starts the database and stops it again.
    expect((await command("tenant", ["list"], own)).said).toBe("sarande  onboarding  http://sarande.localhost:3000");
  } finally {
    await removeDataDir(dataDir);
  }
});

describe("Whoever runs the portal", () => {
  const operator = (...args: string[]) => command("operator", args);

  // Each command is a process of its own.
  it("invites an operator by a link that is printed, sees who there is, and closes the account", {
    timeout: 90_000,
  }, async () => {
    expect((await operator("list")).said).toMatch(/^There is no operator yet/);
    const { said, code } = await operator("invite", "--email", "Besa@Portali.example", "--name", "Besa Operatore");
    expect(code).toBe(0);
    expect(said).toMatch(/http:\/\/operator\.portali\.al:3000\/konsola\/ftesa\/[\w-]{43}$/);
    expect((await operator("list")).said).toMatch(/^besa@portali\.example {2}invited {2}until \d{4}-\d\d-\d\d$/);
    const handle = openOperatorsDb(database.appUrl);
    const accepted = { name: "Besa Operatore", password: "nëntë ura mbi lumë" };
    await acceptInvitation(handle, new Date(), said.slice(-43), accepted, "sq");
    await handle.close();
    expect((await operator("list")).said).toBe("besa@portali.example  active   signed in: never  Besa Operatore");
    expect((await operator("invite", "besa@portali.example")).complaint).toMatch(/account with this e-mail already/);
    expect((await operator("reset", "besa@portali.example", "--second-factor")).said).toMatch(
      /second factor has been removed[\s\S]*\/konsola\/fjalekalimi\/[\w-]{43}$/,
    );
    expect((await operator("close", "besa@portali.example")).said).toMatch(/^Besa Operatore cannot sign in any more/);
    expect((await operator("list")).said).toMatch(/ closed /);
    expect((await operator("open", "besa@portali.example")).said).toBe("Besa Operatore can sign in again.");
  });

  it("is told in a sentence what cannot be done", { timeout: 60_000 }, async () => {
    expect((await operator("close", "askush@portali.example")).complaint).toBe("There is no such account.");
    expect((await operator("invite", "pa adresë")).complaint).toBe("pa adresë is no e-mail.");
    for (const args of [["invite"], ["list", "x"], ["close", "a@b.example", "--name", "x"]])
      expect((await operator(...args)).complaint, args.join(" ")).toMatch(/^npm run operator -- <command>/);
  });
});
