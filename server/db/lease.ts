import type { DatabaseConnection, QueryResult } from "kysely";

/** What is asked by a handle whose transaction has ended. */
export class TransactionOver extends Error {
  override name = "TransactionOver";
  constructor() {
    super("The transaction is over: its connection may be another council's by now.");
  }
}

/**
 * A connection for as long as one transaction has it. Of several questions asked side by side the first may fail, or a
 * page may run out of time: what the others still ask would go to a connection that the pool has given to somebody else,
 * inside the transaction of another council. Kysely refuses what is asked later, not what already waits for its turn.
 */
export class Lease implements DatabaseConnection {
  readonly #connection: DatabaseConnection;
  #isOver = false;

  constructor(connection: DatabaseConnection) {
    this.#connection = connection;
  }

  /** Whoever ends it has the connection, to end the transaction itself. */
  end(): DatabaseConnection {
    this.#isOver = true;
    return this.#connection;
  }

  // The connection's own work is not waited for: questions go out in the order in which they are asked.
  executeQuery<R>(...asked: Parameters<DatabaseConnection["executeQuery"]>): Promise<QueryResult<R>> {
    return this.#isOver ? Promise.reject(new TransactionOver()) : this.#connection.executeQuery<R>(...asked);
  }

  async *streamQuery<R>(
    ...asked: Parameters<DatabaseConnection["streamQuery"]>
  ): AsyncIterableIterator<QueryResult<R>> {
    if (this.#isOver) throw new TransactionOver();
    for await (const rows of this.#connection.streamQuery<R>(...asked)) {
      if (this.#isOver) throw new TransactionOver();
      yield rows;
    }
  }
}
