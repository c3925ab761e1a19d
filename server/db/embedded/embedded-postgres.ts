import { existsSync, mkdirSync, realpathSync } from "node:fs";
import { join } from "node:path";
import { bootstrapDatabase } from "../bootstrap.ts";
import { findBinaries } from "./binaries.ts";
import {
  type ClusterFile,
  newCluster,
  newClusterId,
  type Paths,
  pathsOf,
  readClusterFile,
  writeClusterFile,
} from "./cluster-file.ts";
import { AlreadyRunning, EmbeddedDatabaseError, explained } from "./errors.ts";
import type { FileLock } from "./file-lock.ts";
import { initialise, isInitialised, removeAbandoned } from "./initdb.ts";
import { type Occupancy, occupancy } from "./occupancy.ts";
import { choosePlace, placesMadeFor } from "./place.ts";
import { answers, clearTakenPid, findPostmaster, type Postmaster, stopServer } from "./postmaster.ts";
import { processIdentity } from "./processes.ts";
import { startServer } from "./start-server.ts";
import { systemUser, userOf } from "./system-user.ts";

export { DataDirInUse, EmbeddedDatabaseError } from "./errors.ts";

export interface EmbeddedDatabase {
  /** `portal_owner`: for migrations. */
  ownerUrl: string;
  /** `portal_web`: the application's login. */
  appUrl: string;
  /** Only for making databases and roles. */
  superuserUrl: string;
  /** This process started or adopted the server and stops it. */
  ownsServer: boolean;
  /**
   * Releases the database, once however often it is called. An owner stops the server with a fast shutdown. Who joined
   * leaves it to the owner or to others who joined; the last one out of a server without an owner stops it.
   */
  stop(): Promise<void>;
}

export interface OpenOptions {
  /** DATA_DIR, absolute; the cluster lives under it. */
  dataDir: string;
  /** `own`: for `npm start`, one process at a time. `join`: use the running server, or start it for as long as needed. */
  purpose: "own" | "join";
  progress?: (step: { key: "initdb" | "starting" | "adopting"; done: boolean; ms?: number }) => void;
  /** Default true. `false`: a power cut may destroy everything; for tests. */
  durable?: boolean;
  /** More settings of postgresql.conf. */
  settings?: Record<string, string>;
}

const database = "e_keshilli";

interface Cluster {
  file: ClusterFile;
  paths: Paths;
}

async function step<T>(key: "initdb" | "starting" | "adopting", { progress }: OpenOptions, work: () => Promise<T>) {
  const began = performance.now();
  progress?.({ key, done: false });
  const result = await work();
  progress?.({ key, done: true, ms: Math.round(performance.now() - began) });
  return result;
}

const url = (user: string, password: string, port: number, name: string) =>
  `postgres://${user}:${password}@127.0.0.1:${port}/${name}`;

const superuserUrl = ({ passwords }: ClusterFile, port: number) =>
  url("postgres", passwords.superuser, port, "postgres");

/** What `cluster.json` says; `null` before the first start. Data without it are not ours to replace. */
function knownCluster(dataDir: string): Cluster | null {
  const file = readClusterFile(dataDir);
  if (file) return { file, paths: pathsOf(dataDir, file) };
  const left = join(dataDir, "postgres", "data");
  if (!existsSync(left)) return null;
  throw new EmbeddedDatabaseError(`${dataDir}/cluster.json is missing beside ${left}: restore it, or delete both.`);
}

/** The server that already runs and answers. One that runs but does not answer is ended. */
async function adopt({ file, paths }: Cluster, options: OpenOptions): Promise<Postmaster | null> {
  const found = await findPostmaster(paths);
  if (found && (await step("adopting", options, () => answers(superuserUrl(file, found.port), paths)))) return found;
  await stopServer(paths, 3_000);
  clearTakenPid(paths);
  return null;
}

async function start(dataDir: string, known: Cluster | null, options: OpenOptions): Promise<[Cluster, Postmaster]> {
  const { durable = true, settings = {} } = options;
  const exists = known !== null && existsSync(known.paths.data);
  const user = exists ? await userOf(known.paths.data) : await systemUser();
  const binaries = await findBinaries(user, dataDir);
  let cluster = known;
  if (!cluster || !isInitialised(cluster.paths, binaries.major)) {
    cluster = await step("initdb", options, async () => {
      const id = known?.file.id ?? newClusterId();
      const file = { ...(known?.file ?? newCluster(id, "")), path: await choosePlace(dataDir, id, user) };
      const paths = pathsOf(dataDir, file);
      writeClusterFile(dataDir, file);
      // DATA_DIR may have been deleted under a running server, which nobody would find or stop any more.
      for (const left of [file.path, ...placesMadeFor(dataDir)]) {
        await stopServer(pathsOf(dataDir, { path: left }), 3_000);
      }
      await initialise(binaries, paths, user, { password: file.passwords.superuser, durable });
      return { file, paths };
    });
  }
  const { file, paths } = cluster;
  removeAbandoned(paths.home);
  const postmaster = await step("starting", options, () =>
    startServer(binaries, paths, user, { port: file.port, durable, extra: settings }),
  );
  return [cluster, postmaster];
}

interface Running extends Cluster {
  postmaster: Postmaster;
  started: boolean;
}

async function adoptOrStart(dataDir: string, options: OpenOptions, tries = 3): Promise<Running> {
  const known = knownCluster(dataDir);
  const adopted = known && existsSync(known.paths.data) ? await adopt(known, options) : null;
  if (adopted) return { ...known!, postmaster: adopted, started: false };
  try {
    const [cluster, postmaster] = await start(dataDir, known, options);
    return { ...cluster, postmaster, started: true };
  } catch (error) {
    if (error instanceof AlreadyRunning && tries > 1) return adoptOrStart(dataDir, options, tries - 1);
    throw error;
  }
}

/** Sees to it that the server runs and the roles are there. Inside `oneAtATime`. */
async function ensureRunning(dataDir: string, options: OpenOptions): Promise<Running> {
  const running = await adoptOrStart(dataDir, options);
  const { file, paths, postmaster, started } = running;
  if (file.port !== postmaster.port) writeClusterFile(dataDir, { ...file, port: postmaster.port });
  const { owner, app } = file.passwords;
  try {
    await bootstrapDatabase(superuserUrl(file, postmaster.port), { database, ownerPassword: owner, appPassword: app });
  } catch (error) {
    if (started) await stopServer(paths);
    throw error;
  }
  return running;
}

/** An owner stops what it started or adopted, and nothing of a DATA_DIR that was made anew in the meantime. */
async function stopOwned({ paths, postmaster }: Running, lease: FileLock) {
  const isOurs = (await processIdentity(postmaster.pid)) === postmaster.identity;
  if (isOurs || lease.isCurrent()) await stopServer(paths);
}

async function leave(running: Running, own: boolean, hold: FileLock, places: Occupancy) {
  if (own) {
    await stopOwned(running, hold);
    return hold.release();
  }
  hold.release();
  if (!places.hasOwner() && !places.hasUsers()) await stopServer(running.paths);
}

/**
 * Opens the PostgreSQL that comes with the portal: made on the first use, started, adopted if it already runs (because
 * its owner was killed, or a command started it), or joined.
 *
 * The server is no child that dies with us: it survives a killed Node, and the next `open` takes it over. Whoever opens
 * must `stop()`.
 * @throws {DataDirInUse} when another live process owns the directory and `purpose` is `own`.
 * @throws {EmbeddedDatabaseError} with one sentence when it cannot be opened.
 */
export async function openEmbeddedDatabase(options: OpenOptions): Promise<EmbeddedDatabase> {
  const own = options.purpose === "own";
  try {
    mkdirSync(options.dataDir, { recursive: true });
    const dataDir = realpathSync(options.dataDir);
    const places = occupancy(dataDir);
    const [running, hold] = await places.oneAtATime(async (): Promise<[Running, FileLock]> => {
      const taken = own ? places.own() : places.join();
      try {
        return [await ensureRunning(dataDir, options), taken];
      } catch (error) {
        taken.release();
        throw error;
      }
    });
    const { passwords } = running.file;
    const { port } = running.postmaster;
    let stopping: Promise<void> | null = null;
    return {
      ownerUrl: url("portal_owner", passwords.owner, port, database),
      appUrl: url("portal_web", passwords.app, port, database),
      superuserUrl: superuserUrl(running.file, port),
      ownsServer: own || running.started,
      stop: () => {
        stopping ??= places.oneAtATime(() => leave(running, own, hold, places));
        return stopping;
      },
    };
  } catch (error) {
    throw explained(error, options.dataDir);
  }
}
