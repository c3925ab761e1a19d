import type { Driver, Transaction, TransactionSettings } from "kysely";
import { CompiledQuery, Kysely, PostgresDialect, PostgresDriver } from "kysely";
import type { Pool } from "pg";
import { raiseOnce } from "./content-versions.ts";
import { Lease } from "./lease.ts";
import { BulkConnection, over, pipelined } from "./on-connection.ts";
import type { TenantTables } from "./tables.ts";

declare const tenantScoped: unique symbol;
/** A transaction already bound to one council. Only `tenantDb` can make one. */
export type TenantTx = Transaction<TenantTables> & { [tenantScoped]: true };
export type TenantId = string & { __brand: "TenantId" };

/** What request code holds: no handle without a council exists. */
export interface TenantDb {
  read<T>(work: (tx: TenantTx) => Promise<T>): Promise<T>;
  write<T>(work: (tx: TenantTx) => Promise<T>): Promise<T>;
}

const readers = new WeakMap<TenantTx, TenantId>();
const reading = (tx: TenantTx, tenantId: TenantId): TenantTx => {
  readers.set(tx, tenantId);
  return tx;
};

/** The council of a transaction that only reads; of one that may write, `undefined`. */
export const readerOf = (tx: TenantTx): TenantId | undefined => readers.get(tx);

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Every transaction has its connection on lease, and its council in its first message. */
class TenantDriver implements Driver {
  readonly #inner: PostgresDriver;
  readonly #tenantId: TenantId;
  readonly #readers = new WeakSet<Lease>();
  constructor(pool: Pool, tenantId: TenantId) {
    this.#inner = new PostgresDriver({ pool });
    this.#tenantId = checked(tenantId);
  }
  init(...options: Parameters<Driver["init"]>) {
    return this.#inner.init(...options);
  }
  async acquireConnection(...options: Parameters<Driver["acquireConnection"]>) {
    return new Lease(await this.#inner.acquireConnection(...options));
  }
  async releaseConnection(lease: Lease) {
    await this.#inner.releaseConnection(lease.end() as never);
  }
  // BEGIN and SET LOCAL share one message. It is not awaited: with `pipeline: true` the first query is
  // already on the wire behind it. If it fails, that query finds no tenant and Postgres raises.
  async beginTransaction(lease: Lease, settings: TransactionSettings) {
    const { accessMode = "read write", isolationLevel = "read committed" } = settings;
    const sql = `begin isolation level ${isolationLevel} ${accessMode}; set local app.tenant_id = '${this.#tenantId}'`;
    lease.executeQuery(CompiledQuery.raw(sql)).catch(() => {});
    if (accessMode === "read only") this.#readers.add(lease);
  }
  // A read has nothing to lose at COMMIT, so its caller does not wait for it; a write does.
  async commitTransaction(lease: Lease) {
    const commit = this.#inner.commitTransaction(lease.end());
    if (this.#readers.has(lease)) commit.catch(() => {});
    else await commit;
  }
  rollbackTransaction(lease: Lease) {
    return this.#inner.rollbackTransaction(lease.end() as never);
  }
  destroy() {
    return this.#inner.destroy();
  }
}

const checked = (tenantId: TenantId): TenantId => {
  if (!uuid.test(tenantId)) throw new TypeError(`Not a tenant id: ${tenantId}`);
  return tenantId;
};

/**
 * One read-only transaction in which all queries see the same instant. They do not wait for each other: what is asked
 * side by side goes to the server side by side, over the one connection.
 */
async function inSnapshot<T>(pool: Pool, tenantId: TenantId, work: (tx: TenantTx) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  const lease = new Lease(pipelined(client));
  const ignore = () => {};
  client
    .query(`begin isolation level repeatable read read only; set local app.tenant_id = '${tenantId}'`)
    .catch(ignore);
  try {
    return await work(reading(over<TenantTables>(lease) as unknown as TenantTx, tenantId));
  } finally {
    lease.end();
    // As with `read`: there is nothing to lose, and whoever has the connection next is queued behind it.
    client.query("commit").catch(ignore);
    client.release();
  }
}

/**
 * One write transaction of thousands of statements that are much alike: each is planned once, and those that answer
 * nothing are not waited for. What fails fails the whole, perhaps a few statements later. Its connection is closed
 * afterwards, with all that it prepared.
 */
async function inBulk<T>(pool: Pool, tenantId: TenantId, work: (tx: TenantTx) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  const connection = new BulkConnection(client);
  try {
    // Between two statements files may be made, which takes its time. Tables that were empty when they were last
    // counted would be read whole, row by row, however full they have become.
    await client.query(
      "begin; set local idle_in_transaction_session_timeout = 0; set local enable_seqscan = off; set local enable_nestloop = off",
    );
    await client.query(`set local app.tenant_id = '${tenantId}'`);
    const tx = over<TenantTables>(connection) as unknown as TenantTx;
    raiseOnce(tx);
    const made = await work(tx);
    // All that was not waited for has been answered when this is.
    await client.query("select 1");
    await client.query("commit");
    return made;
  } catch (failure) {
    throw connection.failure ?? failure;
  } finally {
    client.release(true);
  }
}

class TakenBack extends Error {}

async function rehearsed<P, T>(
  db: Kysely<TenantTables>,
  prepare: (tx: TenantTx) => Promise<P>,
  show: (tx: TenantTx, prepared: P) => Promise<T>,
): Promise<T> {
  let shown: { value: T } | undefined;
  try {
    await db
      .transaction()
      .setAccessMode("read write")
      .execute(async (tx) => {
        const prepared = await prepare(tx as TenantTx);
        // What was asked once before the change would be answered the same after it: the view asks by a handle of its own.
        shown = { value: await show(tx.withoutPlugins() as TenantTx, prepared) };
        throw new TakenBack();
      });
  } catch (error) {
    if (!(error instanceof TakenBack)) throw error;
  }
  return shown!.value;
}

const handles = new WeakMap<Pool, Map<TenantId, ReturnType<typeof open>>>();

function open(pool: Pool, tenantId: TenantId) {
  checked(tenantId);
  const dialect = new PostgresDialect({ pool });
  dialect.createDriver = () => new TenantDriver(pool, tenantId) as unknown as PostgresDriver;
  const db = new Kysely<TenantTables>({ dialect });
  return {
    /** One statement's view of the data each; costs one round trip for one query. */
    read: <T>(work: (tx: TenantTx) => Promise<T>) =>
      db
        .transaction()
        .setAccessMode("read only")
        .execute((tx) => work(reading(tx as TenantTx, tenantId))),
    /** All queries see the same instant: a page and the versions it is filed under. */
    snapshot: <T>(work: (tx: TenantTx) => Promise<T>) => inSnapshot(pool, tenantId, work),
    write: <T>(work: (tx: TenantTx) => Promise<T>) =>
      db
        .transaction()
        .setAccessMode("read write")
        .execute((tx) => work(tx as TenantTx)),
    /**
     * Does something, shows what would be seen then, and takes all of it back: nobody else ever sees or hears of it.
     * Files and other things outside of the database must be left alone.
     */
    rehearse: <P, T>(prepare: (tx: TenantTx) => Promise<P>, show: (tx: TenantTx, prepared: P) => Promise<T>) =>
      rehearsed(db, prepare, show),
    /** As `write`, for the filling of a whole council. */
    bulk: <T>(work: (tx: TenantTx) => Promise<T>) => inBulk(pool, tenantId, work),
  };
}

/**
 * The only door to a council's data: no handle without a tenant leaves this file.
 * @throws {TypeError} when `tenantId` is not a UUID, before any SQL.
 */
export function tenantDb(pool: Pool, tenantId: TenantId) {
  let ofPool = handles.get(pool);
  if (!ofPool) {
    ofPool = new Map();
    handles.set(pool, ofPool);
  }
  let handle = ofPool.get(tenantId);
  if (!handle) {
    handle = open(pool, tenantId);
    ofPool.set(tenantId, handle);
  }
  return handle;
}

/** A handle whose reads all run in one open snapshot, as the rendering of a page needs; it refuses to write. */
export const snapshotDb = (tx: TenantTx): TenantDb => ({
  read: (work) => work(tx),
  write: () => Promise.reject(new TypeError("A page is rendered from a read-only snapshot.")),
});
