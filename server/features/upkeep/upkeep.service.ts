import { json } from "../../db/columns.ts";
import type { TenantTx } from "../../db/tenant-db.ts";
import { parsed } from "../../http/validated.ts";
import { enqueue } from "../../jobs/outbox.ts";
import { type Doing, recordChange } from "../audit/audit.service.ts";
import { alreadyAsked, alreadyIgnored, defectNotFound, notIgnored } from "./upkeep.errors.ts";
import { IgnoreReason } from "./upkeep.schema.ts";

async function holdDefect(tx: TenantTx, id: string) {
  const defect = await tx
    .selectFrom("defects")
    .selectAll()
    .where("id", "=", id)
    .where("resolved_at", "is", null)
    .forUpdate()
    .executeTakeFirst();
  if (!defect) throw defectNotFound();
  return defect;
}

/**
 * Puts a defect aside: it is no longer among what is to be done, for as long as it is not mended.
 * @throws `InvalidInput`, `upkeep.not_found`, `upkeep.already_ignored`
 */
export async function ignoreDefect(tx: TenantTx, by: Doing, id: string, given: string): Promise<void> {
  const reason = parsed(IgnoreReason, given);
  const { kind, address, title, ignored_at } = await holdDefect(tx, id);
  if (ignored_at) throw alreadyIgnored();
  await tx
    .updateTable("defects")
    .set({ ignored_at: by.now, ignored_by: json(by.actor), ignored_reason: reason })
    .where("id", "=", id)
    .execute();
  await recordChange(tx, by, "defect.ignored", "defect", id, { kind, address, title }, { reason });
}

/** Takes it up again. @throws `upkeep.not_found`, `upkeep.not_ignored` */
export async function takeUpDefect(tx: TenantTx, by: Doing, id: string): Promise<void> {
  const { ignored_at, ignored_reason } = await holdDefect(tx, id);
  if (!ignored_at) throw notIgnored();
  await tx
    .updateTable("defects")
    .set({ ignored_at: null, ignored_by: null, ignored_reason: null })
    .where("id", "=", id)
    .execute();
  await recordChange(tx, by, "defect.taken_up", "defect", id, { reason: ignored_reason }, null);
}

/** A run that was asked for is waited for so many milliseconds before another may be. */
const patience = 10 * 60_000;

/**
 * Has the site looked through now, beside the nightly time.
 * @throws `upkeep.already_asked` while that is under way
 */
export async function askForCheck(tx: TenantTx, by: Doing): Promise<void> {
  const asked = await tx
    .insertInto("upkeep_runs")
    .values({ started_at: null, finished_at: null, asked_at: by.now, counts: "{}" })
    .onConflict((conflict) =>
      conflict
        .constraint("upkeep_runs_pkey")
        .doUpdateSet({ asked_at: by.now })
        .where((eb) =>
          eb.or([
            eb("upkeep_runs.asked_at", "is", null),
            eb("upkeep_runs.asked_at", "<", new Date(by.now.getTime() - patience)),
            eb("upkeep_runs.finished_at", ">", eb.ref("upkeep_runs.asked_at")),
          ]),
        ),
    )
    .returning("asked_at")
    .executeTakeFirst();
  if (!asked) throw alreadyAsked();
  await enqueue(tx, "upkeep", crypto.randomUUID());
  await recordChange(tx, by, "upkeep.asked", "upkeep", "site", null, {});
}
