import * as v from "valibot";
import { attachmentRoles } from "./attachments.shared.ts";

/** Documents that are stored already, in the order in which they are shown, and what each is to the thing that carries it. */
export const Attachments = v.optional(
  v.pipe(
    v.array(
      v.strictObject({
        documentId: v.pipe(v.string(), v.uuid()),
        role: v.picklist(attachmentRoles, "filter.not_a_choice"),
      }),
    ),
    v.maxLength(200, "documents.too_many"),
  ),
  [],
);
