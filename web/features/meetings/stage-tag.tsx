import type { ItemResult, MeetingStage } from "../../../server/features/meetings/meetings.shared.ts";
import { useT } from "../../lib/i18n.ts";

const stageLooks: Record<MeetingStage, string> = {
  planned: "none",
  announced: "wait",
  open: "warn",
  closed: "good",
  minutes_published: "good",
  cancelled: "bad",
  postponed: "warn",
};

/** Where a meeting stands in its life. */
export function StageTag(props: { stage: MeetingStage }) {
  const t = useT("meetings");
  return <span class={`tag ${stageLooks[props.stage]}`}>{t(`stage.${props.stage}`)}</span>;
}

const resultLooks: Record<ItemResult, string> = {
  adopted: "good",
  adopted_changed: "good",
  rejected: "bad",
  postponed: "warn",
  withdrawn: "none",
  noted: "none",
};

/** What became of an item. */
export function ResultTag(props: { result: ItemResult }) {
  const t = useT("meetings");
  return <span class={`tag ${resultLooks[props.result]}`}>{t(`result.${props.result}`)}</span>;
}
