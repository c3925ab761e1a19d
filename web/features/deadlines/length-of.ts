import { useT } from "../../lib/i18n.ts";
import { usePage } from "../../lib/page-context.tsx";
import { formatDayOfMonth } from "../../ui/format.ts";
import type { RuleShown } from "./deadlines-query.ts";

/** The length of a period in words: “20 ditë pune”, “të paktën 5 ditë kalendarike para”, “deri më 31 dhjetor të çdo viti”. */
export function useLengthOf() {
  const t = useT("periods");
  const { locale } = usePage();
  const length = ({ number, unit }: { number: number; unit: "working" | "calendar" | "months" | "hours" }) =>
    t(`days.${unit}`, { count: number });
  return {
    length,
    ofRule({ number, unit, day, direction }: RuleShown): string {
      if (unit === "date") return t("by_day", { day: formatDayOfMonth(`2000-${day}`, locale) });
      if (number === null) return t("not_set");
      if (number === 0) return t("same_day");
      return direction === "before"
        ? t("at_least_before", { length: length({ number, unit }) })
        : length({ number, unit });
    },
  };
}
