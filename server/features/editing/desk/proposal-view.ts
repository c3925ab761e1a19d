import type { Actor } from "../../../http/scope.ts";
import type { Locale } from "../../../locale.shared.ts";
import { fillPath } from "../../../workspace/home.shared.ts";
import type { Editable, Found } from "../editable.ts";
import { type EditedEntity, editingPaths, stepPaths } from "../editing.paths.shared.ts";
import type { ProposalView } from "../editing.view.ts";
import type { FormDescription } from "../form.shared.ts";
import type { Merged } from "../merging.ts";
import type { Proposal } from "../proposals.service.ts";
import { isOfCouncil } from "../submissions.service.ts";
import { differencesIn } from "./differences-view.ts";
import { step } from "./editor.ts";

/** What waits to be seen on the page of a thing: the proposal, what it would change, and what this person may do with it. */
export function proposalView(
  { locale, actor }: { locale: Locale; actor: Actor },
  { entity, editable, id, found }: { entity: EditedEntity; editable: Editable; id: string; found: Found },
  description: FormDescription,
  { proposal, stands }: { proposal: Proposal; stands: Merged },
  may: { change: boolean; publish: boolean; isOpened: boolean },
): ProposalView | null {
  const isOwn = isOfCouncil(actor) && actor.kind === "account" && actor.id === proposal.proposed_by;
  const isReturned = proposal.returned_at !== null;
  const here = fillPath(editingPaths(entity).one, { id })[locale];
  const differences = differencesIn(editable, description, [found.input, stands.input], locale);
  // What somebody may not see of a thing is not theirs to hear of.
  if (editable.fields && differences.length === 0) return null;
  return {
    by: proposal.proposed_name,
    at: proposal.proposed_at.toISOString(),
    ...{ note: proposal.note, version: proposal.version },
    isOwn,
    returned: isReturned ? { by: proposal.returned_name!, note: proposal.return_note! } : null,
    differences,
    opened: may.isOpened ? proposal.version : null,
    open: may.change && !may.isOpened ? `${here}?proposal=yes` : null,
    giveBack:
      isOwn || (may.publish && !isReturned && isOfCouncil(actor))
        ? step(stepPaths.giveBackProposal, entity, id, locale)
        : null,
  };
}
