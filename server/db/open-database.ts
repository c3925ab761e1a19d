import { type Config, ConfigError } from "../config.ts";
import { databaseIsAway } from "../http/database-away.ts";
import type { Progress } from "../start/progress.ts";
import { checkApplicationRole } from "./check-role.ts";
import { type OpenOptions, openEmbeddedDatabase } from "./embedded/embedded-postgres.ts";
import { migrateToLatest, pendingMigrations } from "./migrate.ts";

export interface OpenedDatabase {
  /** The application's login. */
  appUrl: string;
  /** The owner's login; `null` where the environment gives none, as a web process in production has it. */
  ownerUrl: string | null;
  /** Names of the steps that were applied. */
  migrated: string[];
  /** Releases an embedded database. End every pool before. */
  close(): Promise<void>;
}

export interface OpenDatabaseOptions {
  /** `own` for the server, `join` for commands that work beside it. */
  purpose: OpenOptions["purpose"];
  /** Default true: brings the database to the newest step. `false` takes it as it is. */
  migrate?: boolean;
  /** Told of what takes long. */
  progress?: Progress;
}

type Addresses = Pick<OpenedDatabase, "appUrl" | "ownerUrl" | "close">;

const stepNames = {
  initdb: "Making the database",
  starting: "Starting the database",
  adopting: "Taking over the database that still runs",
};

async function openEmbedded(dataDir: string, { purpose, progress }: OpenDatabaseOptions): Promise<Addresses> {
  const underWay = new Map<string, () => void>();
  const told: OpenOptions["progress"] = ({ key, done }) => {
    if (done) underWay.get(key)?.();
    else progress?.step(stepNames[key], () => new Promise<void>((resolve) => underWay.set(key, resolve)));
  };
  try {
    const { appUrl, ownerUrl, stop } = await openEmbeddedDatabase({ dataDir, purpose, progress: told });
    return { appUrl, ownerUrl, close: stop };
  } finally {
    for (const end of underWay.values()) end();
  }
}

async function addresses(config: Config, options: OpenDatabaseOptions): Promise<Addresses> {
  const { databaseUrl, databaseAdminUrl, dataDir } = config;
  if (!databaseUrl) return openEmbedded(dataDir, options);
  return { appUrl: databaseUrl, ownerUrl: databaseAdminUrl, close: async () => {} };
}

const refusals: Record<string, string> = {
  "28000": "names a role that the database server refuses",
  "42501": "names a role that may not enter its database",
  "28P01": "has a password that the database server refuses",
  "3D000": "names a database that does not exist",
};

/** What the variable's database answered to the first connection, in a sentence without the address's password. */
async function reach<T>(variable: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const refusal = refusals[(error as { code?: string }).code ?? ""];
    if (refusal) throw new ConfigError(`${variable} ${refusal}.`, { cause: error });
    if (!databaseIsAway(error)) throw error;
    throw new ConfigError(`${variable} leads to a database that cannot be reached.`, { cause: error });
  }
}

async function migrate({ appUrl, ownerUrl }: Addresses): Promise<string[]> {
  if (ownerUrl) return reach("DATABASE_ADMIN_URL", () => migrateToLatest(ownerUrl));
  const pending = await pendingMigrations(appUrl);
  if (pending.length === 0) return [];
  throw new ConfigError(
    `DATABASE_ADMIN_URL is missing: the database lacks ${pending.join(", ")}, which only its owner can add.`,
  );
}

/**
 * Opens the database of DATABASE_URL, or the embedded one, for the server or a command: the login is checked before
 * and after the migrations, because a login that makes tables owns them.
 *
 *     const database = await openDatabase(config, { purpose: "join" });
 *     const pool = openPool(database.appUrl, { max: 2 });
 *
 * @throws {ConfigError} or {EmbeddedDatabaseError} with one sentence.
 */
export async function openDatabase(config: Config, options: OpenDatabaseOptions): Promise<OpenedDatabase> {
  const opened = await addresses(config, options);
  const { progress, migrate: wanted = true } = options;
  const check = () => reach("DATABASE_URL", () => checkApplicationRole(opened.appUrl));
  const bring = () => migrate(opened);
  try {
    await check();
    const migrated = wanted ? await (progress?.step("Migrating the database", bring) ?? bring()) : [];
    if (migrated.length > 0) await check();
    return { ...opened, migrated };
  } catch (error) {
    await opened.close();
    throw error;
  }
}
