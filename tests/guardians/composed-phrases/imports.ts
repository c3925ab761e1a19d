export default [
  {
    prefix: "read_as.",
    namespace: "imports",
    rest: ["utf-8", "utf-16", "windows-1252"],
    because: "a table is in different letters",
  },
  {
    namespace: "imports",
    prefix: "made.",
    rest: ["acts", "meetings", "items", "elections", "lists", "members", "months", "payments"],
    because: "an import makes different things",
  },
];
