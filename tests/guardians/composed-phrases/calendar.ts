import { meetingKinds, meetingStages } from "../../../server/features/meetings/meetings.shared.ts";

export default [
  { namespace: "meetings", prefix: "kind.", rest: meetingKinds, because: "a meeting is of a kind" },
  { namespace: "meetings", prefix: "stage.", rest: meetingStages, because: "a meeting is at a stage" },
];
