import { actTypes, prefectStates } from "../../../server/features/acts/acts.shared.ts";
import { meetingKinds } from "../../../server/features/meetings/meetings.shared.ts";

export default [
  { namespace: "home", prefix: "meeting.", rest: meetingKinds, because: "a meeting is of a kind" },
  { namespace: "home", prefix: "act.", rest: actTypes, because: "an act is of a type" },
  { namespace: "home", prefix: "prefect.", rest: prefectStates, because: "an act stands somewhere with the prefect" },
];
