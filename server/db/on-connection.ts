import {
  type CompiledQuery,
  type DatabaseConnection,
  type Driver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
} from "kysely";
import type { PoolClient } from "pg";

/** Texts of statements in this process, each with the name under which a connection prepares it. */
const names = new Map<string, string>();
/** Filters make texts of their own; those beyond this many are planned anew each time, as all others are. */
const mostNames = 500;

/** Preparing spares PostgreSQL the planning, which costs small queries more than their answer. */
function nameOf(sql: string): string | undefined {
  const known = names.get(sql);
  if (known || names.size >= mostNames) return known;
  const name = `page_${names.size}`;
  names.set(sql, name);
  return name;
}

class OpenConnection implements DatabaseConnection {
  readonly #client: PoolClient;

  constructor(client: PoolClient) {
    this.#client = client;
  }

  async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
    const { rows, rowCount } = await this.#client.query({ name: nameOf(sql), text: sql, values: [...parameters] });
    return { rows: rows as R[], numAffectedRows: BigInt(rowCount ?? 0) };
  }

  // biome-ignore lint/correctness/useYield: a pipelined connection has no cursors
  async *streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new TypeError("A pipelined connection does not stream.");
  }
}

const noTransactions = async () => {
  throw new TypeError("The transaction is open already.");
};

/**
 * Kysely over a connection on which a transaction is open. Its own `transaction()` sends one query after the other;
 * here each goes out as it is asked, which pg pipelines.
 */
export function onConnection<Tables>(client: PoolClient): Kysely<Tables> {
  const connection = new OpenConnection(client);
  const driver: Driver = {
    init: async () => {},
    acquireConnection: async () => connection,
    releaseConnection: async () => {},
    beginTransaction: noTransactions,
    commitTransaction: noTransactions,
    rollbackTransaction: noTransactions,
    destroy: async () => {},
  };
  return new Kysely<Tables>({
    dialect: {
      createDriver: () => driver,
      createAdapter: () => new PostgresAdapter(),
      createQueryCompiler: () => new PostgresQueryCompiler(),
      createIntrospector: (db) => new PostgresIntrospector(db),
    },
  });
}
