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
  { namespace, prefix: "came.", rest: statuses, because: "a member comes, or not" },
];
