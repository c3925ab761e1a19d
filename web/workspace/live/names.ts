import type { ConsoleSheet } from "../../../server/features/live/console-view.ts";
import type { LoggedStep, Speaker } from "../../../server/features/live/live-state.shared.ts";
import { useT } from "../../lib/i18n.ts";
import { useLocalized } from "../../lib/localized.ts";
import { useConsole } from "./console.ts";

/** What members, items and steps are called. */
export function useNames() {
  const t = useT("sitting");
  const desk = useT("desk");
  const common = useT();
  const { say } = useLocalized();
  const { sheet, steps } = useConsole();
  const member = (id: string | null | undefined) => sheet().people.find((one) => one.id === id)?.name ?? "–";
  const speaker = ({ personId, guest }: { personId?: string | null | undefined; guest?: string | null | undefined }) =>
    guest ?? member(personId);
  const itemOf = (id: string): ConsoleSheet["items"][number] | undefined => sheet().items.find((one) => one.id === id);
  const item = (id: string) => itemOf(id)?.number ?? "–";
  const itemOfVote = (vote: string) => {
    const opened = steps().find(({ step }) => step.kind === "vote_opened" && step.vote === vote)?.step;
    return opened?.kind === "vote_opened" ? item(opened.itemId) : "–";
  };

  /** A step in one sentence, as it stands in the log. */
  function sentence({ step }: Pick<LoggedStep, "step">): string {
    switch (step.kind) {
      case "roll_called": {
        const here = step.members.filter(({ status }) => status === "present" || status === "late").length;
        return t("step.roll_called", { present: here, members: step.members.length });
      }
      case "arrived":
      case "left":
        return t(`step.${step.kind}`, { name: member(step.personId) });
      case "item_added":
        return t("step.item_added", { number: item(step.itemId), title: say(step.title) });
      case "item_started":
      case "item_paused":
        return t(`step.${step.kind}`, { number: item(step.itemId) });
      case "item_ended":
        return step.ending
          ? t("step.item_ended_as", { number: item(step.itemId), ending: t(`ended.${step.ending}`) })
          : t("step.item_ended", { number: item(step.itemId) });
      case "speaker_listed":
      case "speaker_unlisted":
      case "speaker_began":
      case "speaker_ended":
        return t(`step.${step.kind}`, { name: speaker(step) });
      case "vote_opened":
        return t("step.vote_opened", { number: item(step.itemId), method: t(`method.${step.method}`) });
      case "ballots_cast": {
        const [first, ...others] = step.ballots;
        if (others.length > 0) return t("step.ballots_cast", { count: step.ballots.length });
        const choice = first!.choice ? common(`vote.${first!.choice}`) : t("ballot_none");
        return t("step.ballot_cast", { name: member(first!.personId), choice });
      }
      case "vote_closed":
      case "vote_abandoned":
        return t(`step.${step.kind}`, { number: itemOfVote(step.vote) });
      case "struck":
        return t("step.struck", { number: step.number, reason: say(step.reason) });
      default:
        return t(`step.${step.kind}`);
    }
  }
  const status = (one: "present" | "late" | "absent_with_reason" | "absent") => desk(`came.${one}`);
  const says = (one: Speaker) => speaker(one);
  return { member, speaker: says, item, itemOf, sentence, status };
}
