import { execFile } from "node:child_process";
import { statSync } from "node:fs";
import { promisify } from "node:util";
import { EmbeddedDatabaseError } from "./errors.ts";

const run = promisify(execFile);

/** Whom PostgreSQL runs as. `null`: whoever runs this process. */
export type SystemUser = { uid: number; gid: number } | null;

/** Nothing of our own environment (secrets, PGDATA, a foreign locale) reaches PostgreSQL. */
export const bareEnvironment = { PATH: "/usr/bin:/bin:/usr/sbin:/sbin", LC_ALL: "C", TZ: "UTC" };

export const isRoot = () => process.geteuid?.() === 0;

/** Options for `spawn` and `execFile`; the directory is entered before the user changes. */
export const as = (user: SystemUser) => ({ ...user, env: bareEnvironment, cwd: "/" });

async function find(name: string): Promise<SystemUser> {
  try {
    const [uid, gid] = await Promise.all(["-u", "-g"].map((flag) => run("id", [flag, name])));
    // macOS says 4294967294 for nobody, spawn wants -2.
    return { uid: Number(uid!.stdout) | 0, gid: Number(gid!.stdout) | 0 };
  } catch {
    return null;
  }
}

const creations: [command: string, args: string[]][] = [
  ["useradd", ["--system", "--user-group", "--no-create-home", "--shell", "/usr/sbin/nologin", "postgres"]],
  ["adduser", ["-S", "-D", "-H", "-s", "/sbin/nologin", "postgres"]],
];

async function create(): Promise<SystemUser> {
  for (const [command, args] of creations) {
    await run(command, args, { env: bareEnvironment }).catch(() => undefined);
    const made = await find("postgres");
    if (made) return made;
  }
  return null;
}

/** Some containers give root no right to become somebody else: `spawn` throws then. */
async function possible(user: SystemUser): Promise<SystemUser> {
  try {
    if (user && user.uid !== 0) await run("/bin/sh", ["-c", ":"], as(user));
    if (user?.uid !== 0) return user;
  } catch {
    // Said below.
  }
  throw new EmbeddedDatabaseError(
    "PostgreSQL does not run as root and root cannot become another user here: start as an ordinary user or set DATABASE_URL.",
  );
}

/**
 * PostgreSQL refuses to run as root: then it runs as `postgres`, made if missing, or as `nobody`.
 * @throws {EmbeddedDatabaseError} when root has nobody else to run as.
 */
export async function systemUser(): Promise<SystemUser> {
  if (!isRoot()) return null;
  const user = (await find("postgres")) ?? (await find("_postgres")) ?? (await create()) ?? (await find("nobody"));
  return possible(user ?? { uid: 0, gid: 0 });
}

/** Root continues a cluster as the user whose files they are. @throws {EmbeddedDatabaseError} as `systemUser`. */
export async function userOf(directory: string): Promise<SystemUser> {
  if (!isRoot()) return null;
  const { uid, gid } = statSync(directory);
  return possible({ uid, gid });
}

/** Whether the user can reach a directory and read or write in it, asked as that user. */
export const reaches = (user: SystemUser, directory: string, right: "read" | "write"): Promise<boolean> =>
  run("/bin/sh", ["-c", `cd "$1" && [ -${right[0]} . ]`, "sh", directory], as(user)).then(
    () => true,
    () => false,
  );
