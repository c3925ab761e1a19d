import { endReasons } from "../../../server/features/bodies/bodies.shared.ts";
import { electionKinds } from "../../../server/features/elections/elections.shared.ts";

export default [
  { namespace: "elections", prefix: "title.", rest: electionKinds, because: "an election is of one kind" },
  { namespace: "elections", prefix: "kind.", rest: electionKinds, because: "an election is of one kind" },
  { namespace: "elections", prefix: "reason.", rest: endReasons, because: "somebody left for one of these reasons" },
];
