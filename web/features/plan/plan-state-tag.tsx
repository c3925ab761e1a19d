import type { PlanState } from "../../../server/features/plan/plan.shared.ts";
import { useT } from "../../lib/i18n.ts";

/** The sign and the colour of each; late has a cross, dropped a dash, what is to come a ring. */
export const planLooks: Record<PlanState, string> = {
  adopted: "good",
  adopted_late: "warn",
  under_way: "wait",
  upcoming: "none",
  late: "bad",
  rejected: "",
  dropped: "off",
};

/** What became of a planned act. */
export function PlanStateTag(props: { state: PlanState; count?: number }) {
  const t = useT("plan");
  return (
    <span class={`tag ${planLooks[props.state]}`}>
      {props.count} {t(`state.${props.state}`)}
    </span>
  );
}
