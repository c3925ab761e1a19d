import { Kysely, PostgresDialect } from "kysely";
import { type MigrationResultSet, Migrator, NO_MIGRATIONS } from "kysely/migration";
import pg from "pg";
import { migrations } from "../../migrations/index.ts";
import { installJobsSchema, jobsStep, lacksJobsSchema } from "./jobs-schema.ts";

async function withMigrator<T>(ownerUrl: string, work: (migrator: Migrator) => Promise<T>): Promise<T> {
  const pool = new pg.Pool({ connectionString: ownerUrl, max: 2 });
  // A lost connection fails the step that is under way; without a listener it would end the process as well.
  pool.on("error", () => undefined);
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
  try {
    return await work(new Migrator({ db, provider: { getMigrations: async () => migrations } }));
  } finally {
    await db.destroy();
  }
}

function applied({ error, results }: MigrationResultSet): string[] {
  if (error) throw error;
  return (results ?? []).filter((step) => step.status === "Success").map((step) => step.migrationName);
}

/**
 * Brings the database to the newest step, and the job library's tables with it, as its owner. Returns the names of the
 * steps that were applied.
 */
export async function migrateToLatest(ownerUrl: string): Promise<string[]> {
  const steps = await withMigrator(ownerUrl, async (migrator) => applied(await migrator.migrateToLatest()));
  return (await installJobsSchema(ownerUrl)) ? [...steps, jobsStep] : steps;
}

/** Goes to one named step, up or down; `null` is the empty database. For tests and the operator's rollback. */
export const migrateTo = (ownerUrl: string, step: string | null) =>
  withMigrator(ownerUrl, async (migrator) => applied(await migrator.migrateTo(step ?? NO_MIGRATIONS)));

/** Steps that the code has and the database has not, seen with any of the portal's logins. */
export async function pendingMigrations(url: string): Promise<string[]> {
  const steps = await withMigrator(url, (migrator) => migrator.getMigrations());
  const pending = steps.filter((step) => !step.executedAt).map((step) => step.name);
  return (await lacksJobsSchema(url)) ? [...pending, jobsStep] : pending;
}
