import { deviceLasts } from "../../auth/cookie.ts";
import { longestSession } from "../../auth/sessions.ts";
import type { TenantDb, TenantTx } from "../../db/tenant-db.ts";
import type { CouncilSchedule, PortalSchedule } from "../../jobs/jobs.ts";
import { forgetVisits } from "../operators/visits.service.ts";

const hour = 60 * 60 * 1000;
const day = 24 * hour;
/** So long the secretary sees that an invitation has expired. */
const invitationsKept = 30 * day;
/** Longer than any limit counts. */
const attemptsKept = day;

/** Forgets what lets nobody in any more: sessions, links, codes, challenges and known browsers that are over, and attempts of yesterday. */
async function forgetEntries(tx: TenantTx, now: Date): Promise<void> {
  const ago = (time: number) => new Date(now.getTime() - time);
  await tx
    .deleteFrom("account_sessions")
    .where((eb) => eb.or([eb("expires_at", "<=", now), eb("created_at", "<=", ago(longestSession))]))
    .execute();
  await tx
    .deleteFrom("account_links")
    .where((eb) =>
      eb.or([
        eb("used_at", "is not", null),
        eb.and([eb("purpose", "=", "reset"), eb("expires_at", "<=", now)]),
        eb("expires_at", "<=", ago(invitationsKept)),
      ]),
    )
    .execute();
  await tx.deleteFrom("account_recovery_codes").where("used_at", "is not", null).execute();
  await tx.deleteFrom("account_challenges").where("expires_at", "<=", now).execute();
  await tx.deleteFrom("account_devices").where("signed_in_at", "<=", ago(deviceLasts)).execute();
  await tx.deleteFrom("sign_in_attempts").where("window_start", "<=", ago(attemptsKept)).execute();
}

/** Hour by hour in each council. */
export const forgetCouncilEntries: CouncilSchedule = {
  name: "forget-entries",
  cron: "25 * * * *",
  work: (db, now) =>
    db.write(async (tx) => {
      await forgetEntries(tx, now);
      await forgetVisits(tx, now);
    }),
};

/** The same for those who run the portal. */
export const forgetOperatorEntries = (operators: TenantDb): PortalSchedule => ({
  name: "forget-operator-entries",
  cron: "25 * * * *",
  work: (now) => operators.write((tx) => forgetEntries(tx, now)),
});
