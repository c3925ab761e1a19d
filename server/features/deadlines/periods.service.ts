import { type Day, json } from "../../db/columns.ts";
import type { TenantTx } from "../../db/tenant-db.ts";
import type { LocalizedText } from "../../locale.shared.ts";
import { type Doing, recordChange } from "../audit/audit.service.ts";
import { periodAlreadySet, periodEndsEarly, periodNotFound } from "./deadlines.errors.ts";
import { holdDeadlines } from "./deadlines.queries.ts";
import { type MovedDeadline, recomputeOpen } from "./deadlines.service.ts";
import { allowedLength, type Length, possibleLength } from "./length.ts";
import { ruleFor } from "./rules.ts";

/** A period as a council applies it, for events from `validFrom` on. */
export interface CouncilPeriod extends Length {
  rule: string;
  /** `council`: its own rules, which may only better what the law gives. `law`: what the official text says, read again. */
  basis: "council" | "law";
  /** The article of its rules of procedure, or of the law. */
  ground: LocalizedText;
  validFrom: Day;
  validTo?: Day | null;
}

/**
 * Sets, confirms or corrects a period; what runs by this rule is computed again.
 * @throws `deadlines.period_already_set` for the same rule and first day, `deadlines.period_ends_early`, and what `allowedLength` throws.
 */
export async function setCouncilPeriod(
  tx: TenantTx,
  doing: Doing,
  period: CouncilPeriod,
): Promise<{ id: string; moved: MovedDeadline[] }> {
  const { rule, basis, ground, validFrom, validTo = null } = period;
  const { number, unit } = (basis === "council" ? allowedLength : possibleLength)(ruleFor(rule, validFrom), period);
  if (validTo !== null && validTo < validFrom) throw periodEndsEarly();
  await holdDeadlines(tx);
  const row = { rule, number, unit, basis, valid_from: validFrom, valid_to: validTo };
  const set = await tx
    .insertInto("council_periods")
    .values({ ...row, ground: json(ground) })
    .onConflict((conflict) => conflict.doNothing())
    .returning("id")
    .executeTakeFirst();
  if (!set) throw periodAlreadySet();
  const after = { rule, number, unit, basis, ground, validFrom, validTo };
  await recordChange(tx, doing, "period.set", "council-period", set.id, null, after);
  return { id: set.id, moved: await recomputeOpen(tx, doing, { change: "period.set", reason: ground }, rule) };
}

/**
 * Ends a period with a day: for events after it the law's own holds again, or an earlier one of the council.
 * @throws `deadlines.period_not_found`, also for a day before it began.
 */
export async function endCouncilPeriod(
  tx: TenantTx,
  doing: Doing,
  { id, validTo, reason }: { id: string; validTo: Day; reason: LocalizedText },
): Promise<MovedDeadline[]> {
  await holdDeadlines(tx);
  const before = await tx
    .selectFrom("council_periods")
    .select(["rule", "valid_to as validTo"])
    .where("id", "=", id)
    .where("valid_from", "<=", validTo)
    .executeTakeFirst();
  if (!before) throw periodNotFound();
  await tx.updateTable("council_periods").set({ valid_to: validTo }).where("id", "=", id).execute();
  await recordChange(tx, doing, "period.ended", "council-period", id, before, { validTo, reason });
  return recomputeOpen(tx, doing, { change: "period.ended", reason }, before.rule);
}
