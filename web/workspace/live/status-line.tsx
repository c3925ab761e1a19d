import { Show } from "solid-js";
import { hasQuorum } from "../../../server/features/live/live-state.shared.ts";
import { useT } from "../../lib/i18n.ts";
import { formatTime } from "../../ui/format.ts";
import { useConsole } from "./console.ts";

const tags = { waiting: "none", open: "good", break: "wait", closed: "off" } as const;

/** What has to be in sight at every moment: how the meeting stands, the quorum, the hour, the connection. */
export function StatusLine() {
  const t = useT("sitting");
  const { state, sheet, now, queue, connection } = useConsole();
  const members = () => sheet().people.length;
  const waits = () => queue().waiting.length;
  return (
    <div class="console-status">
      <p class={`tag ${tags[state().phase]}`}>{t(`phase.${state().phase}`)}</p>
      <p class="console-quorum">
        <Show when={state().roll} fallback={<span class="soft">{t("members", { count: members() })}</span>}>
          <b>{t("present_of", { present: state().present, members: members() })}</b>{" "}
          <Show when={state().quorum}>
            {(quorum) => (
              <span class={`tag ${hasQuorum(state()) ? "good" : "bad"}`}>
                {t(hasQuorum(state()) ? "quorum" : "quorum_missing", { needed: quorum() })}
              </span>
            )}
          </Show>
        </Show>
      </p>
      <p class={`tag ${connection() === "well" && waits() === 0 ? "good" : "warn"}`}>
        {connection() === "well" && waits() === 0
          ? t("connected")
          : waits() > 0
            ? t("waiting", { count: waits() })
            : t("lost_short")}
      </p>
      <p class="console-clock">
        <time>{formatTime(new Date(now()).toISOString())}</time>
      </p>
    </div>
  );
}
