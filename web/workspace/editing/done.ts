import { useT } from "../../lib/i18n.ts";

/** What is said after something was done, by the word in the address. */
export function useDone(): Readonly<Record<string, string>> {
  const t = useT("editing");
  return {
    saved: t("done.saved"),
    created: t("done.created"),
    unchanged: t("done.unchanged"),
    merged: t("done.merged"),
    published: t("done.published"),
    scheduled: t("done.scheduled"),
    withdrawn: t("done.withdrawn"),
    restored: t("done.restored"),
    binned: t("done.binned"),
    unbinned: t("done.unbinned"),
    submitted: t("done.submitted"),
    returned: t("done.returned"),
    taken_back: t("done.taken_back"),
    proposed: t("done.proposed"),
    proposal_returned: t("done.returned"),
    proposal_taken_back: t("done.proposal_taken_back"),
  };
}
