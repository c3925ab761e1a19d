import type { Day } from "../../db/columns.ts";
import { type FieldProblem, InvalidInput } from "../../http/problem.ts";

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
  if (announcedOn && depositedOn && depositedOn < announcedOn)
    problems.push({ path: "announcedOn", code: "acts.after_deposit" });
  if (problems.length > 0) throw new InvalidInput(problems);
}
