import type { Day } from "../../db/columns.ts";
import { type FieldProblem, InvalidInput } from "../../http/problem.ts";
import { yearsAfter } from "../../local-time.ts";

/** The dates of an act, and of its first deposit with the prefect. */
export interface Chronology {
  adoptedOn: Day;
  announcedOn: Day | null;
  notifiedOn: Day | null;
  inForceOn: Day | null;
  repealedOn: Day | null;
  depositedOn: Day | null;
  /** Nothing that has happened lies ahead of it; entry into force and repeal may. */
  today: Day;
}

/** What enters into force or is repealed later than in so many years has a wrong sign in its year. */
const mostYearsAhead = 20;

/**
 * The dates of an act follow each other: nothing before its adoption, no deposit before it is announced.
 * @throws {InvalidInput} that names every date that cannot be
 */
export function checkChronology(dates: Chronology): void {
  const { adoptedOn, announcedOn, depositedOn, today } = dates;
  const problems: FieldProblem[] = [];
  for (const path of ["announcedOn", "notifiedOn", "inForceOn", "repealedOn"] as const) {
    const day = dates[path];
    if (day !== null && day < adoptedOn) problems.push({ path, code: "acts.before_adoption" });
  }
  for (const path of ["adoptedOn", "announcedOn", "notifiedOn"] as const)
    if ((dates[path] ?? today) > today) problems.push({ path, code: "acts.not_yet" });
  const farthest = yearsAfter(today, mostYearsAhead);
  for (const path of ["inForceOn", "repealedOn"] as const)
    if ((dates[path] ?? today) > farthest) problems.push({ path, code: "acts.too_far_ahead" });
  if (announcedOn && depositedOn && depositedOn < announcedOn)
    problems.push({ path: "announcedOn", code: "acts.after_deposit" });
  if (problems.length > 0) throw new InvalidInput(problems);
}
