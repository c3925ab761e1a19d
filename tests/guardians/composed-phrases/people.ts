export default [
  {
    namespace: "people",
    prefix: "affiliation_",
    rest: ["none", "unknown"],
    because: "who belongs to no party is said in one of two ways",
  },
];
