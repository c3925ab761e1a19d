import * as v from "valibot";
import { isoDate, Localized } from "../../text.schema.ts";

/** A period that runs, or ran, for something: until when, how many days are left, and how that was computed. */
export const DeadlineView = v.object({
  /** Its name among the rules, such as `K3`. */
  rule: v.string(),
  title: Localized,
  lawTitle: Localized,
  article: v.nullable(v.string()),
  startsOn: isoDate,
  /** The last day in time. */
  dueOn: isoDate,
  /** In what `daysLeft` counts. */
  unit: v.picklist(["working", "calendar"]),
  /** 0 on the last day, negative afterwards; `null` once it was met. */
  daysLeft: v.nullable(v.number()),
  /** It is over and was not met, or was met late. */
  overdue: v.boolean(),
  closedOn: v.nullable(isoDate),
  /** It rests on holidays that may still change. */
  isEstimated: v.boolean(),
  steps: v.array(v.object({ sq: v.string(), en: v.string() })),
});
export type DeadlineView = v.InferOutput<typeof DeadlineView>;
