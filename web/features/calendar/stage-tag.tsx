import { Show } from "solid-js";
import { useT } from "../../lib/i18n.ts";
import type { NotedMeeting } from "./calendar-query.ts";

const looks: Partial<Record<NotedMeeting["stage"], string>> = {
  announced: "good",
  open: "warn",
  cancelled: "bad",
  postponed: "bad",
  planned: "wait",
};

/** At what stage a meeting is, where that is not what one expects of its day: one that was held says nothing. */
export function StageTag(props: { meeting: Pick<NotedMeeting, "stage" | "day">; today: string; brief?: boolean }) {
  const t = useT("meetings");
  const isTold = () => {
    const { stage, day } = props.meeting;
    if (stage === "cancelled" || stage === "postponed" || stage === "open") return true;
    return !props.brief && day >= props.today && (stage === "announced" || stage === "planned");
  };
  return (
    <Show when={isTold()}>
      <span class={`tag ${looks[props.meeting.stage]}`}>{t(`stage.${props.meeting.stage}`)}</span>
    </Show>
  );
}
