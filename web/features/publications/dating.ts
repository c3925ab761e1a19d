import type { PublicationSummary } from "../../../server/features/publications/publications.schema.ts";
import { formatDay } from "../../ui/format.ts";

type Dated = Pick<PublicationSummary, "date" | "year" | "periodFrom" | "periodTo">;

/** When a publication is from, as its collection dates it: a day, a year, or a period. */
export function datingOf({ date, year, periodFrom, periodTo }: Dated): string {
  if (date) return formatDay(date);
  if (periodFrom) return periodTo ? `${formatDay(periodFrom)} – ${formatDay(periodTo)}` : formatDay(periodFrom);
  return year ? String(year) : "";
}
