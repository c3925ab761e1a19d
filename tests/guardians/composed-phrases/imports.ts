export default [
  {
    namespace: "imports",
    prefix: "made.",
    rest: ["acts", "meetings", "items", "elections", "lists", "members", "months", "payments"],
    because: "an import makes different things",
  },
];
