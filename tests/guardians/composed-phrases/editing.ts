import { attachmentRoles } from "../../../server/features/documents/attachments.shared.ts";
import { editedEntities } from "../../../server/features/editing/editing.paths.shared.ts";
import { listStates } from "../../../server/features/editing/editing.schema.ts";
import { revisionReasons } from "../../../server/features/editing/editing.tables.ts";
import type { SeenStep } from "../../../server/features/editing/editing.view.ts";
import { handedOver } from "../../../server/features/editing/handed-over.ts";
import { certainties } from "../../../server/features/pages/pages.schema.ts";
import { genders } from "../../../server/features/people/people.schema.ts";
import { tableTools, tools } from "../../../web/workspace/writing/tools.ts";

const entities = editedEntities;
const seenSteps = ["publish", "submit"] satisfies SeenStep[];

export default [
  { namespace: "editing", prefix: "noun.", rest: entities, because: "each kind of thing has its list" },
  { namespace: "editing", prefix: "lead.", rest: entities, because: "each list says what is in it" },
  { namespace: "editing", prefix: "add.", rest: entities, because: "each list leads to a new one" },
  { namespace: "editing", prefix: "new.", rest: entities, because: "each kind of thing is created" },
  { namespace: "editing", prefix: "state.", rest: listStates, because: "a thing is in one of the states" },
  {
    namespace: "editing",
    prefix: "what.",
    rest: revisionReasons,
    because: "a version came about in one of these ways",
  },
  { namespace: "editing", prefix: "taken.", rest: seenSteps, because: "what another has written is seen before it" },
  { namespace: "editing", prefix: "taken_lead.", rest: seenSteps, because: "it says which button to press again" },
  {
    namespace: "editing",
    prefix: "write.",
    rest: [...tools.map(({ name }) => name), ...Object.keys(tableTools)],
    because: "each button of the editor has a name",
  },
  { namespace: "editing", prefix: "piece_", rest: ["added", "removed"], because: "a word is new, or gone" },
  { namespace: "forms", prefix: "role.", rest: attachmentRoles, because: "a document is something to what carries it" },
  { namespace: "forms", prefix: "certainty.", rest: certainties, because: "a period of a procedure is so certain" },
  { namespace: "forms", prefix: "unit.", rest: ["working", "calendar"], because: "a period counts one kind of days" },
  { namespace: "forms", prefix: "gender.", rest: genders, because: "a person may have one of these" },
  {
    namespace: "editing",
    prefix: "one.",
    rest: [...handedOver.map(({ entity }) => entity), "document"],
    because: "what is handed over is of one of the kinds that are edited",
  },
];
