import type { BoardQuery, BoardRow } from "./readiness.schema.ts";
import { horizons } from "./readiness.shared.ts";

const stepsOf = ({ steps }: BoardRow) => horizons.flatMap((horizon) => steps[horizon] ?? []);

/** The rows that match every filter given. Steps that were done are nobody's any more. */
export function narrowed(rows: readonly BoardRow[], query: BoardQuery): BoardRow[] {
  const { part, level, differs, overdue, responsible } = query;
  const isTheirs = (row: BoardRow) =>
    stepsOf(row).some((step) => !step.doneOn && (step.responsible ?? "-") === responsible);
  return rows.filter(
    (row) =>
      (!part || row.part === part) &&
      (!level || row.computed.level === level) &&
      (!differs || row.disagrees) &&
      (!overdue || stepsOf(row).some(({ isOverdue }) => isOverdue)) &&
      (!responsible || isTheirs(row)),
  );
}
