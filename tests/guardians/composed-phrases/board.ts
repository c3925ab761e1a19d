const levels = ["none", "partial", "full"];

export default [
  { namespace: "board", prefix: "level_", rest: levels, because: "a judgement is one of three" },
  {
    namespace: "board",
    prefix: "done_",
    rest: ["judged", "unjudged", "commented", "planned", "finished", "reopened", "dropped"],
    because: "each form says that it was done",
  },
];
