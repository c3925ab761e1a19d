import * as v from "valibot";
import { parsed } from "../../../http/validated.ts";
import type { WorkspaceRoute } from "../../../workspace/feature.ts";
import { typedWord } from "../../../workspace/form-fields.schema.ts";
import { typedValues } from "../../../workspace/form-route.ts";
import { fillPath } from "../../../workspace/home.shared.ts";
import { doing } from "../../../workspace/scope.ts";
import { mayEdit } from "../../accounts/policies.ts";
import { checkInPart, editableFor } from "../editable-for.ts";
import { notThere } from "../editing.errors.ts";
import { editingPaths, stepPaths } from "../editing.paths.shared.ts";
import type { FormValues } from "../form.shared.ts";
import { fromForm } from "../form-values.ts";
import { giveBackProposal, propose } from "../proposals.service.ts";
import { isEdited, proposalIn, toOne } from "./editor.ts";
import { formOf } from "./form-of.ts";
import { stepRoute } from "./step-routes.ts";
import { clashing, dropTyped, formAgain, isRefusal, typedForm } from "./typed-form.ts";

const Note = v.object({ note: v.optional(typedWord, "") });
const noteIn = ({ note }: FormValues): string => parsed(Note, { note: [note ?? ""].flat()[0] }).note;

/** What somebody proposes to change of what the public reads, and how that is given back or taken back. */
export const proposing: readonly WorkspaceRoute[] = [
  {
    ...{ method: "POST", path: stepPaths.propose, policy: toOne(mayEdit) },
    async answer(c) {
      const { entity = "", id = "" } = c.req.param();
      const editable = editableFor(c.var.actor, entity);
      if (!isEdited(entity) || !editable.rows.only(id)) throw notThere();
      const { typed, description, stillAsked } = await formOf(c, entity, id, await typedValues(c), null, true);
      const { fields } = description;
      const form = typedForm(entity, id, fields, typed);
      const made = { version: form.version, proposal: proposalIn(typed) };
      try {
        const result = await c.var.db.write(async (tx) => {
          const given = fromForm(fields, form.values);
          const proposed = await propose(tx, doing(c), editable, id, given, made, noteIn(typed) || null);
          if (proposed.kind !== "conflict") await dropTyped(c, tx, entity, id, typed);
          return proposed;
        });
        if (result.kind === "conflict") return formAgain(c, form, clashing(fields, result, typed), 409, null);
        return c.redirect(`${fillPath(editingPaths(entity).one, { id })[c.var.locale]}?done=${result.kind}`, 303);
      } catch (failure) {
        if (!isRefusal(failure)) throw failure;
        return formAgain(c, form, { stillAsked }, failure.status, failure);
      }
    },
  },
  stepRoute(stepPaths.giveBackProposal, toOne(mayEdit), async (c, tx, { entity }, id, typed) => {
    await checkInPart(tx, c.var.actor, entity, id);
    return giveBackProposal(tx, doing(c), { entity }, id, noteIn(typed), proposalIn(typed));
  }),
];
