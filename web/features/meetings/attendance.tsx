import { For, Show } from "solid-js";
import { type AttendanceStatus, attendanceStatuses } from "../../../server/features/meetings/meetings.shared.ts";
import { useT } from "../../lib/i18n.ts";
import { useLocalized } from "../../lib/localized.ts";
import { formatTime } from "../../ui/format.ts";
import { Linked } from "./linked.tsx";
import type { ShownMeeting } from "./meetings-query.ts";

/** Who came, who came late, who was away: in the council's own order of its members. */
export function Attendance(props: { meeting: ShownMeeting }) {
  const t = useT("meetings");
  const ofStatus = (status: string) => props.meeting.attendance.filter((one) => one.status === status);
  const called = (status: AttendanceStatus) =>
    status === "present" && ofStatus("late").length > 0 ? t("attendance.from_start") : t(`attendance.${status}`);
  return (
    <section aria-labelledby="attendance">
      <div class="bar">
        <h2 id="attendance">{t("attendance")}</h2>
        <span>{t("present_of", { present: props.meeting.present!, members: props.meeting.members! })}</span>
      </div>
      <dl class="roll">
        <For each={attendanceStatuses}>
          {(status) => (
            <Show when={ofStatus(status).length > 0}>
              <div>
                <dt>
                  {called(status)} <span class="soft">({ofStatus(status).length})</span>
                </dt>
                <dd>
                  <ul class="names">
                    <For each={ofStatus(status)}>
                      {(one) => (
                        <li>
                          <Linked
                            name={props.meeting.names[one.person]![0]}
                            path={props.meeting.names[one.person]![1]}
                          />
                          <Times {...one} />
                        </li>
                      )}
                    </For>
                  </ul>
                </dd>
              </div>
            </Show>
          )}
        </For>
      </dl>
    </section>
  );
}

function Times(props: Pick<ShownMeeting["attendance"][number], "arrivedAt" | "leftAt" | "note">) {
  const t = useT("meetings");
  const { say } = useLocalized();
  const told = () =>
    [
      props.arrivedAt && t("came_at", { time: formatTime(props.arrivedAt) }),
      props.leftAt && t("left_at", { time: formatTime(props.leftAt) }),
      say(props.note),
    ].filter(Boolean);
  return (
    <Show when={told().length > 0}>
      {" "}
      <span class="soft">({told().join(", ")})</span>
    </Show>
  );
}
