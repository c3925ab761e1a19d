import { Lucia, TimeSpan } from "lucia";
import type { Clock } from "../clock.ts";
import type { TenantDb, TenantTx } from "../db/tenant-db.ts";
import type { Actor } from "../http/scope.ts";
import { forgetDevices } from "./devices.ts";
import { type AccountAttributes, luciaAdapter, type SessionAttributes } from "./lucia-adapter.ts";
import { hashOf } from "./tokens.ts";

/** Without being used a session lasts so long … */
const idle = new TimeSpan(8, "h");
/** … and however much it is used, so long. */
export const longestSession = 7 * 24 * 60 * 60 * 1000;
/** That somebody was here is written down no more often than this. */
const seenEvery = 5 * 60 * 1000;
/** For so long after the password was given, what is sensitive does not ask for it again. */
const confirmedFor = 15 * 60 * 1000;

/** Somebody's session as a request finds it. */
export interface OpenSession extends SessionAttributes {
  /** What is kept of its id. */
  idHash: string;
  account: AccountAttributes & { id: string };
}

interface SessionsOptions {
  db: TenantDb;
  clock: Clock;
  /** Operators have none. */
  hasRoles?: boolean;
}

const lucia = ({ db, clock, hasRoles }: SessionsOptions) =>
  new Lucia(luciaAdapter(db, clock, hasRoles), {
    sessionExpiresIn: idle,
    getSessionAttributes: (attributes) => attributes,
    getUserAttributes: (attributes) => attributes,
  });

declare module "lucia" {
  interface Register {
    Lucia: ReturnType<typeof lucia>;
  }
}

/**
 * Begins a session.
 * @param verified whether the second factor has been passed, or is not asked for
 * @returns its secret id, for the cookie alone
 */
export async function startSession(
  { db, clock }: SessionsOptions,
  { accountId, userAgent, verified }: { accountId: string; userAgent: string; verified: boolean },
): Promise<string> {
  const now = clock.now();
  const { id } = await lucia({ db, clock }).createSession(accountId, {
    createdAt: now,
    lastSeenAt: now,
    verifiedAt: verified ? now : null,
    confirmedAt: now,
    userAgent: userAgent.slice(0, 200),
  });
  return id;
}

/** The session of a cookie, if there is one in this council that still holds and whose account may still enter. */
export async function findSession(options: SessionsOptions, sessionId: string): Promise<OpenSession | null> {
  const { db, clock } = options;
  const { session, user } = await lucia(options).validateSession(sessionId);
  if (!session || user.state !== "active") return null;
  const now = clock.now();
  const idHash = hashOf(sessionId);
  if (now.getTime() - session.createdAt.getTime() >= longestSession) {
    await db.write((tx) => endSession(tx, user.id, idHash));
    return null;
  }
  if (now.getTime() - session.lastSeenAt.getTime() >= seenEvery)
    await db.write((tx) =>
      tx.updateTable("account_sessions").set({ last_seen_at: now }).where("id_hash", "=", idHash).execute(),
    );
  const { createdAt, lastSeenAt, verifiedAt, confirmedAt, userAgent } = session;
  return { idHash, createdAt, lastSeenAt, verifiedAt, confirmedAt, userAgent, account: user };
}

/** Ends one session of an account; of others it ends none. */
export async function endSession(tx: TenantTx, accountId: string, idHash: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom("account_sessions")
    .where("account_id", "=", accountId)
    .where("id_hash", "=", idHash)
    .executeTakeFirstOrThrow();
  return numDeletedRows > 0n;
}

/** What stays of an account's sessions and known browsers: whoever asked goes on in theirs. */
export interface Staying {
  sessionHash: string;
  /** What their browser is known by. */
  devices: readonly string[];
}

/** Ends an account's sessions and forgets its browsers, all of them or all but one. */
export async function endSessions(
  tx: TenantTx,
  account: { id: string; email: string },
  staying?: Staying,
): Promise<void> {
  await tx
    .deleteFrom("account_sessions")
    .where("account_id", "=", account.id)
    .$if(staying !== undefined, (query) => query.where("id_hash", "!=", staying!.sessionHash))
    .execute();
  await forgetDevices(tx, account, staying?.devices ?? []);
}

/** The second factor has been passed. */
export async function verifySession(tx: TenantTx, idHash: string, now: Date): Promise<void> {
  await tx.updateTable("account_sessions").set({ verified_at: now }).where("id_hash", "=", idHash).execute();
}

/** The password has been given again. */
export async function confirmSession(tx: TenantTx, idHash: string, now: Date): Promise<void> {
  await tx.updateTable("account_sessions").set({ confirmed_at: now }).where("id_hash", "=", idHash).execute();
}

export const isFreshlyConfirmed = ({ confirmedAt }: OpenSession, now: Date): boolean =>
  now.getTime() - confirmedAt.getTime() < confirmedFor;

/** Who a session makes of whoever carries it: somebody once both factors have been passed, nobody before. */
export function actorOf(session: OpenSession | null): Actor | null {
  if (!session?.verifiedAt) return null;
  const { id, name, roles, person } = session.account;
  return { kind: "account", id, name, roles, ...(person && { person }) };
}
