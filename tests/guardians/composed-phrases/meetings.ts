import { meetingKinds } from "../../../server/features/meetings/meetings.shared.ts";

export default [
  { namespace: "meetings", prefix: "of_council.", rest: meetingKinds, because: "the Council’s meetings are of a kind" },
];
