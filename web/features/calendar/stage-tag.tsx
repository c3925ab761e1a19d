import { useT } from "../../lib/i18n.ts";
import type { NotedMeeting } from "./calendar-query.ts";

const looks: Partial<Record<NotedMeeting["stage"], string>> = {
  announced: "good",
  open: "warn",
  cancelled: "bad",
  postponed: "bad",
  planned: "wait",
};

type Staged = Pick<NotedMeeting, "stage" | "day">;

/** At what stage a meeting is, where that is not what one expects of its day: one that was held says nothing. */
export function useStageTag({ brief = false } = {}) {
  const t = useT("meetings");
  const isTold = ({ stage, day }: Staged, today: string) => {
    if (stage === "cancelled" || stage === "postponed" || stage === "open") return true;
    return !brief && day >= today && (stage === "announced" || stage === "planned");
  };
  return (meeting: Staged, today: string) =>
    isTold(meeting, today) ? <span class={`tag ${looks[meeting.stage]}`}>{t(`stage.${meeting.stage}`)}</span> : null;
}
