import { Show } from "solid-js";
import type { ActSummary } from "../../../server/features/acts/acts.schema.ts";
import type { Force, PrefectState } from "../../../server/features/acts/acts.shared.ts";
import { useT } from "../../lib/i18n.ts";
import { formatDay } from "../../ui/format.ts";

const forceLooks: Record<Force, string> = { in_force: "good", upcoming: "wait", repealed: "bad", annulled: "bad" };

const prefectLooks: Record<PrefectState, string> = {
  not_required: "none",
  to_deposit: "wait",
  deposited: "wait",
  no_objection: "good",
  no_answer: "warn",
  returned: "bad",
  reconsidered: "warn",
  in_court: "warn",
  valid: "good",
  invalid: "bad",
  not_recorded: "none",
};

/** Whether an act holds, and since or from when. */
export function ForceTag(props: { act: Pick<ActSummary, "force" | "inForceOn" | "repealedOn"> }) {
  const t = useT("acts");
  const day = () => {
    const { force, inForceOn, repealedOn } = props.act;
    if (force === "repealed") return repealedOn && t("since", { date: formatDay(repealedOn) });
    if (force === "annulled" || !inForceOn) return null;
    return t(force === "upcoming" ? "from" : "since", { date: formatDay(inForceOn) });
  };
  return (
    <span class="told">
      <span class={`tag ${forceLooks[props.act.force]}`}>{t(`force.${props.act.force}`)}</span>
      <Show when={day()}>
        {" "}
        <span class="small soft">{day()}</span>
      </Show>
    </span>
  );
}

/** Where an act stands with the prefect. */
export function PrefectTag(props: { state: PrefectState }) {
  const t = useT("acts");
  return <span class={`tag ${prefectLooks[props.state]}`}>{t(`prefect.${props.state}`)}</span>;
}
