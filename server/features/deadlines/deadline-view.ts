import type { TenantTx } from "../../db/tenant-db.ts";
import { dayIn } from "../../local-time.ts";
import { daysLeft, isOverdue } from "./deadline.ts";
import type { DeadlineView } from "./deadline-view.schema.ts";
import { deadlineColumns, findReckoning, type Reckoning, type StoredDeadline } from "./deadlines.queries.ts";
import { explainInBoth } from "./explain.ts";
import { lawTitle, ruleFor } from "./rules.ts";

/** A stored deadline as readers see it: when it ends, how many days are left, and how that was computed. */
export function deadlineView(stored: StoredDeadline, { calendar, periodFor }: Reckoning, now: Date): DeadlineView {
  const { rule: code, startsOn, dueOn, dueAt, closedAt, casePeriod, steps, certainty } = stored;
  const rule = ruleFor(code, startsOn);
  const unit = (casePeriod ?? periodFor(code, startsOn) ?? rule).unit;
  return {
    rule: code,
    title: rule.title,
    lawTitle: lawTitle(rule.law),
    article: rule.article,
    startsOn,
    dueOn,
    unit: unit === "working" ? "working" : "calendar",
    daysLeft: closedAt ? null : daysLeft({ dueOn, today: dayIn(now), unit, calendar }),
    overdue: closedAt ? dayIn(closedAt) > dueOn : isOverdue({ dueOn, dueAt }, now),
    closedOn: closedAt && dayIn(closedAt),
    isEstimated: certainty.estimatedDays.length > 0 || certainty.generatedYears.length > 0,
    steps: explainInBoth(steps),
  };
}

/** The deadlines of these things, running and past, each list in the order in which they began. */
export async function findDeadlineViews(
  tx: TenantTx,
  subject: string,
  ids: readonly string[],
  now: Date,
): Promise<ReadonlyMap<string, DeadlineView[]>> {
  if (ids.length === 0) return new Map();
  const [reckoning, rows] = await Promise.all([
    findReckoning(tx),
    tx
      .selectFrom("deadlines")
      .select(deadlineColumns)
      .where("subject", "=", subject)
      .where("subject_id", "in", ids)
      .orderBy("starts_on")
      .orderBy("opened_at")
      .orderBy("id")
      .execute(),
  ]);
  return Map.groupBy(rows, (row) => row.subjectId)
    .entries()
    .reduce(
      (views, [id, ofOne]) =>
        views.set(
          id,
          ofOne.map((row) => deadlineView(row, reckoning, now)),
        ),
      new Map<string, DeadlineView[]>(),
    );
}
