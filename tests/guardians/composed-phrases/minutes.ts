const namespace = "minutes";

export default [
  {
    namespace,
    prefix: "unknown.",
    rest: ["opening", "attendance", "agenda", "speakers", "results", "closing"],
    because: "what nobody wrote down is one of these",
  },
  { namespace, prefix: "state.", rest: ["draft", "approved", "published", "changed"], because: "minutes have a state" },
  {
    namespace,
    prefix: "line.",
    rest: ["number", "title", "secretary", "chair"],
    because: "the head and the foot have lines of their own",
  },
];
