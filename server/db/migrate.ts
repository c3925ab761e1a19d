import { Kysely, PostgresDialect } from "kysely";
import { type MigrationResultSet, Migrator, NO_MIGRATIONS } from "kysely/migration";
import pg from "pg";
import { migrations } from "../../migrations/index.ts";

async function withMigrator<T>(ownerUrl: string, work: (migrator: Migrator) => Promise<T>): Promise<T> {
  const db = new Kysely<unknown>({
    dialect: new PostgresDialect({ pool: new pg.Pool({ connectionString: ownerUrl, max: 2 }) }),
  });
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

/** Brings the database to the newest step, as its owner. Returns the names of the steps that were applied. */
export const migrateToLatest = (ownerUrl: string) =>
  withMigrator(ownerUrl, async (migrator) => applied(await migrator.migrateToLatest()));

/** Goes to one named step, up or down; `null` is the empty database. For tests and the operator's rollback. */
export const migrateTo = (ownerUrl: string, step: string | null) =>
  withMigrator(ownerUrl, async (migrator) => applied(await migrator.migrateTo(step ?? NO_MIGRATIONS)));

/** Steps that the code has and the database has not. */
export const pendingMigrations = (ownerUrl: string) =>
  withMigrator(ownerUrl, async (migrator) =>
    (await migrator.getMigrations()).filter((step) => !step.executedAt).map((step) => step.name),
  );
