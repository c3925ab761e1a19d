import type { MeetingSummary } from "../../../server/features/meetings/meeting-view.schema.ts";
import { useT } from "../../lib/i18n.ts";
import { usePage } from "../../lib/page-context.tsx";
import { formatDay, formatTime, formatWeekday } from "../../ui/format.ts";

type Timed = Pick<MeetingSummary, "day" | "startsAt" | "endsAt">;

/** “e premte, 27.02.2026, ora 18:00–20:30” */
export function useWhen() {
  const t = useT("meetings");
  const { locale } = usePage();
  return ({ day, startsAt, endsAt }: Timed): string => {
    const values = { weekday: formatWeekday(day, locale), date: formatDay(day), from: formatTime(startsAt) };
    return endsAt ? t("when_until", { ...values, to: formatTime(endsAt) }) : t("when", values);
  };
}
