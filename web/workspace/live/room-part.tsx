import { createSignal, For, Show } from "solid-js";
import type { Presence } from "../../../server/features/live/live-state.shared.ts";
import { useT } from "../../lib/i18n.ts";
import { formatTime } from "../../ui/format.ts";
import { useConsole } from "./console.ts";
import { useNames } from "./names.ts";
import { RollCall } from "./roll-call.tsx";
import { StepButton } from "./small.tsx";

/** Who is in the room: who came late, left and came back, each with the time. */
export function RoomPart() {
  const t = useT("sitting");
  const { sheet, state } = useConsole();
  const [isCalling, call] = createSignal(false);
  const isOpen = () => state().phase === "open";
  return (
    <Show when={state().roll} fallback={<p class="soft">{t("room_before")}</p>}>
      {(roll) => (
        <section class="console-room" aria-labelledby="room-title">
          <h2 id="room-title" class="hidden-visually">
            {t("room")}
          </h2>
          <p class="soft">{t("present_of", { present: state().present, members: sheet().people.length })}</p>
          <p class="hint">
            {t("quorum_source", {
              text: sheet().quorum.text,
              article: sheet().quorum.article,
              law: sheet().quorum.law,
              certainty: sheet().quorum.certainty,
            })}
          </p>
          <ul>
            <For each={sheet().people}>
              {({ id, name }) => <Person id={id} name={name} presence={roll().get(id)} isOpen={isOpen()} />}
            </For>
          </ul>
          <Show when={isOpen() && !state().vote}>
            <Show
              when={isCalling()}
              fallback={
                <StepButton look="quiet" onPress={() => call(true)}>
                  {t("roll_again")}
                </StepButton>
              }
            >
              <RollCall titleId="again-title" onDone={() => call(false)} />
            </Show>
          </Show>
        </section>
      )}
    </Show>
  );
}

function Person(props: { id: string; name: string; presence: Presence | undefined; isOpen: boolean }) {
  const t = useT("sitting");
  const { take } = useConsole();
  const { status } = useNames();
  const isHere = () => props.presence?.isPresent ?? false;
  const said = () => {
    const { presence } = props;
    if (presence?.leftAt) return t("left_at", { time: formatTime(presence.leftAt.toISOString()) });
    if (presence?.arrivedAt) return t("came_at", { time: formatTime(presence.arrivedAt.toISOString()) });
    return status(presence?.status ?? "absent");
  };
  const wasHere = () => props.presence?.status === "present" || props.presence?.status === "late";
  return (
    <li classList={{ away: !isHere() }}>
      <span>
        {props.name} <small class={`tag ${isHere() ? "good" : "off"}`}>{said()}</small>
      </span>
      <Show when={props.isOpen}>
        <Show
          when={isHere()}
          fallback={
            <StepButton
              look="quiet"
              label={t(wasHere() ? "returned_of" : "arrived_of", { name: props.name })}
              onPress={() => take({ kind: "arrived", personId: props.id })}
            >
              {t(wasHere() ? "returned" : "arrived")}
            </StepButton>
          }
        >
          <StepButton
            look="quiet"
            label={t("left_of", { name: props.name })}
            onPress={() => take({ kind: "left", personId: props.id })}
          >
            {t("left")}
          </StepButton>
        </Show>
      </Show>
    </li>
  );
}
