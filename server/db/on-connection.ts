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

/** Filters make texts of their own; those beyond this many are planned anew each time, as all others are. */
const mostNames = 500;

/**
 * Texts of statements, each with the name under which a connection prepares it: that spares PostgreSQL the planning,
 * which costs small queries more than their answer.
 */
class Statements {
  readonly #names = new Map<string, string>();
  readonly #prefix: string;

  constructor(prefix: string) {
    this.#prefix = prefix;
  }

  nameOf(sql: string): string | undefined {
    const known = this.#names.get(sql);
    if (known || this.#names.size >= mostNames) return known;
    const name = `${this.#prefix}_${this.#names.size}`;
    this.#names.set(sql, name);
    return name;
  }
}
/** Of all pages of this process. */
const ofPages = new Statements("page");

class OpenConnection implements DatabaseConnection {
  readonly #client: PoolClient;
  readonly #statements: Statements;

  constructor(client: PoolClient, statements: Statements) {
    this.#client = client;
    this.#statements = statements;
  }

  async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
    const name = this.#statements.nameOf(sql);
    const { rows, rowCount } = await this.#client.query({ name, text: sql, values: [...parameters] });
    return { rows: rows as R[], numAffectedRows: BigInt(rowCount ?? 0) };
  }

  // biome-ignore lint/correctness/useYield: a pipelined connection has no cursors
  async *streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new TypeError("A pipelined connection does not stream.");
  }
}

/**
 * Thousands of statements one after the other. One that answers nothing is not waited for: what is asked next stands
 * behind it, and fails with it.
 */
export class BulkConnection extends OpenConnection {
  #failure: unknown = null;

  constructor(client: PoolClient) {
    super(client, new Statements("bulk"));
  }

  override async executeQuery<R>(asked: CompiledQuery): Promise<QueryResult<R>> {
    const answer = super.executeQuery<R>(asked);
    if (!answersNothing(asked)) return answer;
    answer.catch((failure) => {
      this.#failure ??= failure;
    });
    return { rows: [] };
  }

  /** What failed first, where anything did: all later failures are its consequences. */
  get failure(): unknown {
    return this.#failure;
  }
}

const answersNothing = ({ query, sql }: CompiledQuery): boolean => {
  if (query.kind === "RawNode") return /^\s*(insert|update|delete)\s/i.test(sql) && !/\sreturning\s/i.test(sql);
  const writes = ["InsertQueryNode", "UpdateQueryNode", "DeleteQueryNode"];
  return writes.includes(query.kind) && !("returning" in query && query.returning);
};

const noTransactions = async () => {
  throw new TypeError("The transaction is open already.");
};

/**
 * A connection on which a transaction is open. Kysely's own `transaction()` sends one query after the other; here each
 * goes out as it is asked, which pg pipelines.
 */
export const pipelined = (client: PoolClient): DatabaseConnection => new OpenConnection(client, ofPages);

/** Kysely over a connection that is open already. */
export function over<Tables>(connection: DatabaseConnection): Kysely<Tables> {
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
