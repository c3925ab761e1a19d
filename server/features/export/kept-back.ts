/**
 * What no archive holds: what somebody who found one could let himself in with, and what a machine still has to do, which
 * nobody else has any use for.
 */
const tables = new Set([
  "outbox",
  "search_changes",
  "search_runs",
  "account_sessions",
  "account_links",
  "account_recovery_codes",
  "account_passkeys",
  "account_challenges",
  "account_devices",
  "sign_in_attempts",
]);
const columns: Readonly<Record<string, readonly string[]>> = {
  accounts: ["password", "totp_secret", "totp_last_step"],
  operator_visits: ["token_hash", "session_hash"],
};

export const isKeptBack = (table: string): boolean => tables.has(table);
export const columnsKeptBack = (table: string): readonly string[] => columns[table] ?? [];
