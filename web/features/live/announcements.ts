import type { LiveMeeting } from "../../../server/features/following/following.schema.ts";
import { useT } from "../../lib/i18n.ts";
import { useLocalized } from "../../lib/localized.ts";

const lacksQuorum = ({ now: { quorum, present } }: LiveMeeting) =>
  quorum !== null && present !== null && present < quorum;

/** What somebody who does not look is told of a step: what is discussed, what was decided, when it pauses. Not each vote. */
export function useAnnouncement() {
  const t = useT("following");
  const { say } = useLocalized();
  return (before: LiveMeeting, after: LiveMeeting): string | null => {
    const { now, meeting } = after;
    const item = (id: string | null) => meeting.items.find((one) => one.id === id);
    if (now.phase !== before.now.phase && ["open", "break", "closed"].includes(now.phase))
      return t(`say.${now.phase as "open" | "break" | "closed"}`);
    const closed = Object.keys(now.votes).find((key) => !(key in before.now.votes));
    const held = closed && now.votes[closed];
    if (held) {
      const tally = t("tally", { for: held.for, against: held.against, abstained: held.abstained });
      return t(`say.${held.outcome}`, { number: item(held.item)?.number, tally });
    }
    if (now.vote && !before.now.vote) return t("say.vote", { number: item(now.vote.item)?.number });
    const current = item(now.current);
    if (current && now.current !== before.now.current)
      return t("say.item", { number: current.number, title: say(current.title) });
    return lacksQuorum(after) && !lacksQuorum(before) ? t("say.quorum_missing") : null;
  };
}
