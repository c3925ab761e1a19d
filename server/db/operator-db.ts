import { Kysely, PostgresDialect, sql, type Transaction } from "kysely";
import { registryChannel } from "./changes.ts";
import { openPool } from "./pool.ts";
import { type RegistryDb, type RegistryTables, registryDb } from "./registry-db.ts";
import type { TenantTables } from "./tables.ts";
import type { TenantDb, TenantTx } from "./tenant-db.ts";

/** A transaction of the operator, who alone may change which councils and hosts there are. */
export type RegistryTx = Transaction<RegistryTables>;

/** The registry with the operator's rights (`portal_operator`). Ended by its `destroy()`. */
export const openOperatorDb = (url: string): RegistryDb =>
  registryDb(openPool(url, { max: 1, role: "portal_operator", applicationName: "e-keshilli operator" }));

/** Changes the registry; every running process hears of it after the commit. */
export const changeRegistry = <T>(operator: RegistryDb, work: (tx: RegistryTx) => Promise<T>): Promise<T> =>
  operator.transaction().execute(async (tx) => {
    const result = await work(tx);
    await sql`select pg_notify(${registryChannel}, '')`.execute(tx);
    return result;
  });

export interface OperatorsDb extends TenantDb {
  close(): Promise<void>;
}

/**
 * The operators' own accounts and their audit. They lie in a schema that nobody but `portal_operator` may use, with
 * tables called like a council's, so that what is written for a council's accounts serves operators as it stands: the
 * handle has the type of a council's. Whatever else code might ask it for is not there.
 */
export function openOperatorsDb(url: string, onLost?: (error: Error) => void): OperatorsDb {
  const pool = openPool(url, {
    ...{ max: 2, role: "portal_operator", schema: "operators", applicationName: "e-keshilli operators" },
    ...{ statementTimeout: 15_000, onLost },
  });
  const db = new Kysely<TenantTables>({ dialect: new PostgresDialect({ pool }) });
  const run = <T>(mode: "read only" | "read write", work: (tx: TenantTx) => Promise<T>) =>
    db
      .transaction()
      .setAccessMode(mode)
      .execute((tx) => work(tx as TenantTx));
  return {
    read: (work) => run("read only", work),
    write: (work) => run("read write", work),
    close: () => db.destroy(),
  };
}
