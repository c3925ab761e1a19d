import { uploadStates } from "../../../web/workspace/ui/upload/upload-queue.ts";

const namespace = "desk";
const statuses = ["present", "late", "absent_with_reason", "absent"];
const moves = ["up", "down", "in", "out"];

export default [
  {
    namespace,
    prefix: "waits.",
    rest: ["minutes", "closing", "outcome", "notice"],
    because: "a meeting waits for one",
  },
  {
    namespace,
    prefix: "move_",
    rest: moves.flatMap((move) => [move, `${move}_of`]),
    because: "an item moves four ways",
  },
  { namespace, prefix: "weekday.", rest: ["1", "2", "3", "4", "5", "6", "7"], because: "a week has seven days" },
  {
    namespace,
    prefix: "week.",
    rest: ["every", "1", "2", "3", "4", "-1"],
    because: "a body meets every week, or in one",
  },
  { namespace, prefix: "access_", rest: ["open", "closed"], because: "a meeting is open or closed" },
  { namespace, prefix: "sending.", rest: uploadStates, because: "a file on its way is in one state" },
  { namespace, prefix: "came.", rest: statuses, because: "a member comes, or not" },
];
