import { once } from "../../db/once.ts";
import type { TenantTx } from "../../db/tenant-db.ts";
import { dayIn } from "../../local-time.ts";
import { nextScheduled } from "../schedule/schedule.queries.ts";
import type { AnyRegister } from "./register.ts";

const contentVersions = (tx: TenantTx) =>
  once(tx, contentVersions, () =>
    tx.selectFrom("content_versions").select(["area", "version", "changed_at"]).orderBy("area").execute(),
  );

/** A text that changes with anything that can be seen of a register, and when that last happened by somebody's hand. */
export interface Standing {
  fingerprint: string;
  /** `null` while nothing was ever published. */
  changedAt: Date | null;
}

/**
 * Every published change raises a version of its area. What comes due by itself moves the next instant of the schedule,
 * and what follows from the calendar (in force, late, a term that ended) changes at midnight.
 */
export async function standingOf(tx: TenantTx, { areas }: Pick<AnyRegister, "areas">, now: Date): Promise<Standing> {
  const [versions, scheduled] = await Promise.all([contentVersions(tx), nextScheduled(tx, now)]);
  const own = versions.filter(({ area }) => (areas as readonly string[]).includes(area));
  const changes = own.map(({ changed_at }) => changed_at.getTime());
  return {
    fingerprint: JSON.stringify([own.map(({ area, version }) => [area, version]), scheduled, dayIn(now)]),
    changedAt: changes.length > 0 ? new Date(Math.max(...changes)) : null,
  };
}
