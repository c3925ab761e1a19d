/** PostgreSQL's classes for a connection that failed, a server that stops or starts, and too many connections. */
const awayStates = /^(08|53|57P0[1-5])/;
const awayCodes = new Set(["ECONNREFUSED", "ECONNRESET", "EPIPE", "ETIMEDOUT", "ENOTFOUND"]);

/** Whether an error says that the database cannot be reached, rather than that a query was wrong. */
export function databaseIsAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code } = error as NodeJS.ErrnoException;
  if (code && (awayStates.test(code) || awayCodes.has(code))) return true;
  return /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error/.test(
    error.message,
  );
}
