import type { ElectionSummary } from "../../../server/features/elections/elections.schema.ts";
import { useT } from "../../lib/i18n.ts";
import { formatDay } from "../../ui/format.ts";

/** What an election is called: ordinary ones by their year, the others by their day. */
export function useElectionTitle() {
  const t = useT("elections");
  return ({ kind, heldOn }: Pick<ElectionSummary, "kind" | "heldOn">): string =>
    t(`title.${kind}`, { year: heldOn.slice(0, 4), date: formatDay(heldOn) });
}
