import { sql } from "kysely";
import type { Adapter, DatabaseSession, DatabaseUser } from "lucia";
import type { Clock } from "../clock.ts";
import type { TenantDb } from "../db/tenant-db.ts";
import type { Role } from "../features/accounts/roles.shared.ts";
import type { Locale } from "../locale.shared.ts";
import { hashOf } from "./tokens.ts";

export interface SessionAttributes {
  createdAt: Date;
  lastSeenAt: Date;
  verifiedAt: Date | null;
  confirmedAt: Date;
  userAgent: string;
}
export interface AccountAttributes {
  email: string;
  name: string;
  language: Locale;
  state: "active" | "disabled";
  hasSecondFactor: boolean;
  roles: Role[];
  /** Whom of the council's register the account belongs to. */
  person: string | null;
}

declare module "lucia" {
  interface Register {
    DatabaseSessionAttributes: SessionAttributes;
    DatabaseUserAttributes: AccountAttributes;
  }
}

/**
 * Lucia's sessions in one council's tables, which keep the hash of a session's id and never the id. Lucia reads the clock
 * of the machine; what is written is by the clock of the application.
 */
export function luciaAdapter(db: TenantDb, clock: Clock, hasRoles = true): Adapter {
  const roles = hasRoles
    ? sql<Role[]>`array(select r.role from account_roles r where r.account_id = a.id order by r.role)`
    : sql<Role[]>`'{}'::text[]`;
  const person = hasRoles ? sql<string | null>`a.person_id` : sql<string | null>`null`;
  const ahead = () => -(Date.now() - clock.now().getTime());
  const toOurs = (date: Date) => new Date(date.getTime() + ahead());
  const toLucias = (date: Date) => new Date(date.getTime() - ahead());
  return {
    async getSessionAndUser(sessionId) {
      const row = await db.read((tx) =>
        tx
          .selectFrom("account_sessions as s")
          .innerJoin("accounts as a", "a.id", "s.account_id")
          .where("s.id_hash", "=", hashOf(sessionId))
          .select(["s.account_id", "s.created_at", "s.last_seen_at", "s.expires_at", "s.verified_at", "s.confirmed_at"])
          .select(["s.user_agent", "a.email", "a.name", "a.language", "a.state", "a.totp_confirmed_at"])
          .select([roles.as("roles"), person.as("person")])
          .executeTakeFirst(),
      );
      if (!row) return [null, null];
      const session: DatabaseSession = {
        id: sessionId,
        userId: row.account_id,
        expiresAt: toLucias(row.expires_at),
        attributes: {
          createdAt: row.created_at,
          lastSeenAt: row.last_seen_at,
          verifiedAt: row.verified_at,
          confirmedAt: row.confirmed_at,
          userAgent: row.user_agent,
        },
      };
      const user: DatabaseUser = {
        id: row.account_id,
        attributes: {
          email: row.email,
          name: row.name,
          language: row.language,
          state: row.state,
          hasSecondFactor: row.totp_confirmed_at !== null,
          roles: row.roles,
          person: row.person,
        },
      };
      return [session, user];
    },
    async getUserSessions(accountId) {
      const rows = await db.read((tx) =>
        tx.selectFrom("account_sessions").where("account_id", "=", accountId).selectAll().execute(),
      );
      return rows.map((row) => ({
        // Nobody knows a session's id but who holds it.
        id: row.id_hash,
        userId: row.account_id,
        expiresAt: toLucias(row.expires_at),
        attributes: {
          createdAt: row.created_at,
          lastSeenAt: row.last_seen_at,
          verifiedAt: row.verified_at,
          confirmedAt: row.confirmed_at,
          userAgent: row.user_agent,
        },
      }));
    },
    async setSession({ id, userId, expiresAt, attributes }) {
      await db.write((tx) =>
        tx
          .insertInto("account_sessions")
          .values({
            id_hash: hashOf(id),
            account_id: userId,
            created_at: attributes.createdAt,
            last_seen_at: attributes.lastSeenAt,
            expires_at: toOurs(expiresAt),
            verified_at: attributes.verifiedAt,
            confirmed_at: attributes.confirmedAt,
            user_agent: attributes.userAgent,
          })
          .execute(),
      );
    },
    async updateSessionExpiration(sessionId, expiresAt) {
      await db.write((tx) =>
        tx
          .updateTable("account_sessions")
          .set({ expires_at: toOurs(expiresAt) })
          .where("id_hash", "=", hashOf(sessionId))
          .execute(),
      );
    },
    async deleteSession(sessionId) {
      await db.write((tx) => tx.deleteFrom("account_sessions").where("id_hash", "=", hashOf(sessionId)).execute());
    },
    async deleteUserSessions(accountId) {
      await db.write((tx) => tx.deleteFrom("account_sessions").where("account_id", "=", accountId).execute());
    },
    async deleteExpiredSessions() {
      await db.write((tx) => tx.deleteFrom("account_sessions").where("expires_at", "<=", clock.now()).execute());
    },
  };
}
