const levels = ["none", "partial", "full", "unsaid"];

const places = ["workspace", "public", "paper"].flatMap((kind) => [kind, `${kind}_long`]);

export default [
  { namespace: "board", prefix: "level_", rest: levels, because: "a judgement is one of three, or none" },
  { namespace: "board", prefix: "place_", rest: places, because: "an element is filled somewhere" },
];
