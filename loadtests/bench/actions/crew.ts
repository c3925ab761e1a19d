import { sessionCookieName } from "../../../server/auth/cookie.ts";
import { startSession } from "../../../server/auth/sessions.ts";
import type { Clock } from "../../../server/clock.ts";
import type { TenantDb } from "../../../server/db/tenant-db.ts";
import type { Role } from "../../../server/features/accounts/roles.shared.ts";

interface Worker {
  name: string;
  role: Role;
  /** Whom of the register the account belongs to. */
  person?: string;
  /** Whether a second factor was set up. */
  hasCode?: boolean;
}
export interface SignedIn {
  accountId: string;
  cookie: string;
}

/** Somebody who works for a council, signed in as if they had just come. */
export async function signIn(db: TenantDb, clock: Clock, { name, role, person, hasCode }: Worker): Promise<SignedIn> {
  const now = clock.now();
  const accountId = await db.write(async (tx) => {
    const { id } = await tx
      .insertInto("accounts")
      .values({
        ...{
          email: `${name.toLowerCase()}@shembull.example`,
          name,
          password: null,
          totp_secret: hasCode ? "sealed" : null,
        },
        ...{
          totp_confirmed_at: hasCode ? now : null,
          totp_last_step: null,
          created_at: now,
          updated_at: now,
          last_signed_in_at: now,
        },
        ...(person && { person_id: person }),
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    await tx.insertInto("account_roles").values({ account_id: id, role, granted_at: now }).execute();
    return id;
  });
  const session = await startSession({ db, clock }, { accountId, userAgent: "bench", verified: true });
  return { accountId, cookie: `${sessionCookieName("http")}=${session}` };
}
