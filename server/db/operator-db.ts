import { sql, type Transaction } from "kysely";
import { registryChannel } from "./changes.ts";
import { openPool } from "./pool.ts";
import { type RegistryDb, type RegistryTables, registryDb } from "./registry-db.ts";

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
