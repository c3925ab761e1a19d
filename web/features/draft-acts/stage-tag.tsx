import type { DraftStage } from "../../../server/features/draft-acts/draft-acts.shared.ts";
import { useT } from "../../lib/i18n.ts";

const looks: Record<DraftStage, "good" | "bad" | "none" | "wait"> = {
  initiative: "wait",
  drafting: "wait",
  consultation: "wait",
  review: "wait",
  agenda: "wait",
  adopted: "good",
  rejected: "bad",
  withdrawn: "none",
};

interface Staged {
  stage: DraftStage;
  /** Whether comments are awaited today. */
  isOpen: boolean;
}

/** How far a draft act has come; a consultation whose time has passed is called closed, whoever has noticed. */
export function StageTag(props: Staged) {
  const t = useT("drafts");
  const word = () => {
    if (props.stage === "consultation" && !props.isOpen) return t("consultation_over");
    if (props.stage === "initiative" && !props.isOpen) return t("initiative_over");
    return t(`stage.${props.stage}`);
  };
  return <span class={`tag ${looks[props.stage]}`}>{word()}</span>;
}
