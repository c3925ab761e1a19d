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

/**
 * PostgreSQL refuses to run as root: then it runs as `postgres`, made if missing, or as `nobody`.
 * @throws {EmbeddedDatabaseError} when root has nobody else to run as.
 */
export async function systemUser(): Promise<SystemUser> {
  if (!isRoot()) return null;
  const user = (await find("postgres")) ?? (await find("_postgres")) ?? (await create()) ?? (await find("nobody"));
  if (!user || user.uid === 0) {
    throw new EmbeddedDatabaseError("PostgreSQL does not run as root and there is no other user: set DATABASE_URL.");
  }
  return user;
}

/** Root continues a cluster as the user whose files they are. */
export function userOf(directory: string): SystemUser {
  if (!isRoot()) return null;
  const { uid, gid } = statSync(directory);
  return { uid, gid };
}

/** Whether the user can reach a directory and read or write in it, asked as that user. */
export const reaches = (user: SystemUser, directory: string, right: "read" | "write"): Promise<boolean> =>
  run("/bin/sh", ["-c", `cd "$1" && [ -${right[0]} . ]`, "sh", directory], as(user)).then(
    () => true,
    () => false,
  );
