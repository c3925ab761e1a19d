import { createMemo, createSignal, For, onMount } from "solid-js";
import { type AttendanceStatus, attendanceStatuses } from "../../../server/features/meetings/meetings.shared.ts";
import { useT } from "../../lib/i18n.ts";
import { useConsole } from "./console.ts";
import { useNames } from "./names.ts";
import { deviceStorage } from "./shelf.ts";
import { StepButton } from "./small.tsx";

type Marks = Readonly<Record<string, AttendanceStatus>>;
const came = (status: AttendanceStatus) => status === "present" || status === "late";

/** The roll: most come, so only who does not is marked. What is marked is kept on this device until it is sent. */
export function RollCall(props: { titleId: string; onDone?: () => void }) {
  const t = useT("sitting");
  const { sheet, state, take, mayRun } = useConsole();
  const { status } = useNames();
  const place = `live-roll:${sheet().meeting.id}`;
  const known = () =>
    Object.fromEntries(
      sheet().people.map(({ id }) => [id, state().roll?.get(id)?.status ?? ("present" as AttendanceStatus)]),
    );
  const [marks, setMarks] = createSignal<Marks>(known());
  onMount(() => {
    try {
      const kept = JSON.parse(deviceStorage()?.getItem(place) ?? "null");
      if (kept && !state().roll) setMarks({ ...known(), ...kept });
    } catch {
      // Nothing that can be read was kept.
    }
  });
  const mark = (id: string, one: AttendanceStatus) => {
    setMarks({ ...marks(), [id]: one });
    try {
      deviceStorage()?.setItem(place, JSON.stringify(marks()));
    } catch {
      // Without room it is only on the screen.
    }
  };
  const present = createMemo(() => sheet().people.filter(({ id }) => came(marks()[id] ?? "present")).length);
  const send = () => {
    const members = sheet().people.map(({ id }) => ({ personId: id, status: marks()[id] ?? "present" }));
    if (!take({ kind: "roll_called", members })) return;
    deviceStorage()?.removeItem(place);
    props.onDone?.();
  };
  return (
    <section class="now-part" aria-labelledby={props.titleId}>
      <h2 id={props.titleId} tabindex="-1">
        {t("roll_title")}
      </h2>
      <p class="soft">{t("roll_lead")}</p>
      <div class="roll">
        <For each={sheet().people}>
          {({ id, name }) => (
            <fieldset class="roll-row" classList={{ away: !came(marks()[id] ?? "present") }}>
              <legend>{name}</legend>
              <div class="segments">
                <For each={attendanceStatuses}>
                  {(one) => (
                    <label>
                      <input
                        type="radio"
                        name={`roll-${id}`}
                        checked={(marks()[id] ?? "present") === one}
                        disabled={!mayRun()}
                        onChange={() => mark(id, one)}
                      />
                      <span>{status(one)}</span>
                    </label>
                  )}
                </For>
              </div>
            </fieldset>
          )}
        </For>
      </div>
      <div class="now-buttons in-sight">
        <StepButton look="main" onPress={send}>
          {t("roll_send", { present: present(), members: sheet().people.length })}
        </StepButton>
      </div>
    </section>
  );
}
