import { For, Show } from "solid-js";
import type { LiveMeeting } from "../../../server/features/following/following.schema.ts";
import { useT } from "../../lib/i18n.ts";

/** How many are there, whether they can decide, and who they are. */
export function Presence(props: { live: LiveMeeting }) {
  const t = useT("following");
  const now = () => props.live.now;
  const members = () => props.live.meeting.members;
  const isHeld = () => now().quorum === null || now().present! >= now().quorum!;
  const away = () => members().filter((_, at) => now().roll?.[at] === "x");
  const there = () => members().filter((_, at) => now().roll?.[at] === "p");
  return (
    <Show when={now().phase !== "waiting" && now().phase !== "called_off"}>
      <section aria-labelledby="live-presence">
        <div class="bar">
          <h2 id="live-presence">{t("quorum")}</h2>
        </div>
        <Show when={now().present !== null} fallback={<p class="soft">{t("no_roll")}</p>}>
          <p class="live-present">
            <b>{t("present", { present: now().present!, members: members().length })}</b>
          </p>
          <svg class="vote-bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
            <rect class="rest" width="100" height="6" />
            <rect
              class="for"
              width={Math.round((now().present! / Math.max(members().length, 1)) * 1000) / 10}
              height="6"
            />
          </svg>
          <Show when={now().quorum}>
            {(needed) => (
              <p>
                <span class={`tag ${isHeld() ? "good" : "bad"}`}>
                  {t(isHeld() ? "quorum_held" : "quorum_missing", { needed: needed() })}
                </span>
              </p>
            )}
          </Show>
          <Show when={now().roll}>
            <details>
              <summary>{t("who")}</summary>
              <ul class="names">
                <For each={there()}>{({ name }) => <li>{name}</li>}</For>
              </ul>
              <Show when={away().length > 0}>
                <p class="live-away">{t("choice.absent")}</p>
                <ul class="names">
                  <For each={away()}>{({ name }) => <li>{name}</li>}</For>
                </ul>
              </Show>
            </details>
          </Show>
        </Show>
      </section>
    </Show>
  );
}
