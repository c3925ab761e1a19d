import { Show } from "solid-js";
import type { ListedCouncil } from "../../../server/features/operators/operators.console.ts";
import { useT } from "../../lib/i18n.ts";

const tags = { live: "good", onboarding: "warn", suspended: "bad" } as const;

/** Whether the public sees a council's site. */
export function CouncilState(props: { council: Pick<ListedCouncil, "state" | "isExample"> }) {
  const t = useT("operator");
  return (
    <span class="tags">
      <span class={`tag ${tags[props.council.state]}`}>{t(`state.${props.council.state}`)}</span>{" "}
      <Show when={props.council.isExample}>
        <span class="tag none">{t("example")}</span>
      </Show>
    </span>
  );
}
