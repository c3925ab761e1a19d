import type { Phase } from "../../../server/features/following/following.schema.ts";
import { useT } from "../../lib/i18n.ts";

const looks: Record<Phase, string> = {
  waiting: "wait",
  open: "on-air",
  break: "warn",
  closed: "good",
  called_off: "bad",
};

/** Where a meeting stands that can be followed. */
export function PhaseTag(props: { phase: Phase }) {
  const t = useT("following");
  return <span class={`tag ${looks[props.phase]}`}>{t(`phase.${props.phase}`)}</span>;
}
