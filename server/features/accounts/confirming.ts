import { countAttempt, forgetAttempts, limits } from "../../auth/limits.ts";
import { isPassword } from "../../auth/password.ts";
import { confirmSession, isFreshlyConfirmed, type OpenSession } from "../../auth/sessions.ts";
import { signInFirst } from "../../workspace/guard.ts";
import type { WorkspaceContext } from "../../workspace/scope.ts";
import { passwordWrong } from "./accounts.errors.ts";
import { findAccount } from "./accounts.queries.ts";

/** The session of whoever asked, also one that still lacks its second factor. @throws `accounts.sign_in_first` */
export function sessionOf(c: WorkspaceContext): OpenSession {
  if (!c.var.session) throw signInFirst();
  return c.var.session;
}

/** Whether a form has to ask for the password again: a computer is easily left open for a while. */
export const asksForPassword = (c: WorkspaceContext): boolean => !isFreshlyConfirmed(sessionOf(c), c.var.now);

/**
 * Lets pass whoever has given the password lately, or gives it now.
 * @throws {InvalidInput} for the field `current`, `accounts.too_many_attempts`
 */
export async function requireConfirmed(c: WorkspaceContext, current: string): Promise<void> {
  if (asksForPassword(c)) await requirePassword(c, current);
}

/** The same, however lately it was given. */
export async function requirePassword(c: WorkspaceContext, current: string): Promise<void> {
  const { account, idHash } = sessionOf(c);
  const { db, now } = c.var;
  await countAttempt(db, now, limits.passwordsOfSession, idHash);
  const kept = await db.read((tx) => findAccount(tx, account.id));
  if (!(await isPassword(current, kept?.password ?? null))) throw passwordWrong();
  await db.write(async (tx) => {
    await forgetAttempts(tx, limits.passwordsOfSession, idHash);
    await confirmSession(tx, idHash, now);
  });
}
