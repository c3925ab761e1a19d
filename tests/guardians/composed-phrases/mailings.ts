const namespace = "mailings";
const kinds = ["notice", "changed", "cancelled", "postponed"];

export default [
  { namespace, prefix: "subject.", rest: kinds, because: "a mailing is of a kind" },
  { namespace, prefix: "intro.", rest: kinds, because: "a mailing is of a kind" },
];
