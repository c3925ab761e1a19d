import pg from "pg";

/** Dates come as `YYYY-MM-DD` text: a calendar day has no time zone. Counts fit a double. */
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);
pg.types.setTypeParser(pg.types.builtins.INT8, Number);

export type PoolRole = "portal_operator" | "portal_jobs";

export interface PoolOptions {
  /** Connections at the most. */
  max: number;
  /** Takes on this role for the whole life of each connection. */
  role?: PoolRole;
  /** Finds tables in this schema alone. */
  schema?: string;
  applicationName?: string;
  /** A statement that takes longer fails, so that a few that hang cannot hold every connection. Default: no limit. */
  statementTimeout?: number;
  /** Called when an idle connection is lost; the pool replaces it. */
  onLost?: (error: Error) => void;
}

/** A pool in pipeline mode, so that a council's `begin` travels with its first query. */
export function openPool(
  connectionString: string,
  { max, role, schema, applicationName, statementTimeout, onLost }: PoolOptions,
): pg.Pool {
  const config: pg.PoolConfig & { pipeline: boolean } = {
    connectionString,
    max,
    pipeline: true,
    application_name: applicationName ?? "e-keshilli",
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 60_000,
    keepAlive: true,
    ...(statementTimeout && {
      statement_timeout: statementTimeout,
      idle_in_transaction_session_timeout: 2 * statementTimeout,
    }),
    ...(role && { options: `-c role=${role}${schema ? ` -c search_path=${schema}` : ""}` }),
  };
  const pool = new pg.Pool(config);
  pool.on("error", (error) => onLost?.(error));
  // The pool listens to idle connections only. One that breaks while it is lent out fails its query; without a listener
  // of its own it would end the process as well.
  pool.on("connect", (client) => client.on("error", () => {}));
  return pool;
}

export type { Pool } from "pg";
