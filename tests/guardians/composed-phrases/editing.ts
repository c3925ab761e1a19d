import { attachmentRoles } from "../../../server/features/documents/attachments.shared.ts";
import { certainties } from "../../../server/features/pages/pages.schema.ts";
import { genders } from "../../../server/features/people/people.schema.ts";

export default [
  { namespace: "forms", prefix: "role.", rest: attachmentRoles, because: "a document is something to what carries it" },
  { namespace: "forms", prefix: "certainty.", rest: certainties, because: "a period of a procedure is so certain" },
  { namespace: "forms", prefix: "unit.", rest: ["working", "calendar"], because: "a period counts one kind of days" },
  { namespace: "forms", prefix: "gender.", rest: genders, because: "a person may have one of these" },
];
