const levels = ["none", "partial", "full", "unsaid"];

export default [
  { namespace: "board", prefix: "level_", rest: levels, because: "a judgement is one of three, or none" },
];
