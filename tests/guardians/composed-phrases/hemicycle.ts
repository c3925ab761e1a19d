import { choices } from "../../../server/features/meetings/meetings.shared.ts";

export default [
  { namespace: "common", prefix: "vote.", rest: choices, because: "somebody voted in one of these ways" },
];
