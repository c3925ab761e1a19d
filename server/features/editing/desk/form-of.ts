import { choice, hasChosen, withChosen } from "../../../workspace/changed-meanwhile.ts";
import type { WorkspaceContext } from "../../../workspace/scope.ts";
import type { Found, Whole } from "../editable.ts";
import { editableFor } from "../editable-for.ts";
import { notThere } from "../editing.errors.ts";
import type { EditedEntity } from "../editing.paths.shared.ts";
import type { FormDescription, FormValues } from "../form.shared.ts";
import { fromForm, toForm } from "../form-values.ts";
import { type Clash, merge } from "../merging.ts";
import { findStoodOn } from "../proposals.service.ts";
import { describe, findIn, proposalIn, versionIn } from "./editor.ts";

export interface FormOf {
  found: Found | null;
  description: FormDescription;
  /** As it was typed; in the places in which the other's was chosen stands what the form showed of it. */
  typed: FormValues;
  /** What the form asked about, where one's own stands so far; `null` of a form that asked nothing. */
  stillAsked: StillAsked | null;
}

/** What two people changed in one place, on a form that comes back for another reason: the choice stays open. */
export interface StillAsked {
  clashes: readonly Clash[];
  /** As the form showed it. */
  theirs: Whole;
}

/** The collection for which a new thing is written, as its form says it beside its address. */
export const begunIn = (typed: FormValues): Whole | null => {
  const element = [typed.element ?? ""].flat()[0];
  return element ? { element } : null;
};

/**
 * The form of one thing, or of a new one, as somebody sends it.
 * @param begun what a new one begins with, where the address does not say it
 * @param goesOn it goes on from what is proposed, and not from what is public
 * @throws `notThere` where the thing is not
 */
export function formOf(
  c: WorkspaceContext,
  entity: EditedEntity,
  id: string | null,
  typed: FormValues,
  begun: Whole | null = null,
  goesOn = false,
): Promise<FormOf> {
  const editable = editableFor(c.var.actor, entity);
  return c.var.db.read(async (tx) => {
    const found = id === null ? null : await findIn(tx, editable, id);
    if (id !== null && !found) throw notThere();
    const description = await describe(c, tx, editable, found?.input ?? begun);
    if (!found || !hasChosen(typed)) return { found, description, typed, stillAsked: null };
    // Not what has come since: that is asked about again.
    const version = versionIn(typed);
    const made = { version, proposal: goesOn ? proposalIn(typed) : null };
    const shown = (await findStoodOn(tx, editable, id!, found, made)) ?? found.input;
    const meant = withChosen(typed, toForm(description.fields, shown));
    // How it stood before both is not on the form: of what differs it is what was asked about.
    const { clashes } = merge(null, shown, fromForm(description.fields, meant));
    const open = clashes.filter(({ name }) => typed[choice + name] === "mine");
    return { found, description, typed: meant, stillAsked: { clashes: open, theirs: shown } };
  });
}
