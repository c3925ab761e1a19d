/** What no archive holds: whoever found one could let himself in with it, and nobody else has any use for it. */
const tables = new Set([
  "account_sessions",
  "account_links",
  "account_recovery_codes",
  "account_passkeys",
  "account_challenges",
  "sign_in_attempts",
]);
const columns: Readonly<Record<string, readonly string[]>> = {
  accounts: ["password", "totp_secret", "totp_last_step"],
  operator_visits: ["token_hash", "session_hash"],
};

export const isKeptBack = (table: string): boolean => tables.has(table);
export const columnsKeptBack = (table: string): readonly string[] => columns[table] ?? [];
