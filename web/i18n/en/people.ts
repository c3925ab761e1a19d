export const people = {
  affiliation_none: "No party",
  affiliation_unknown: "Not known",
};
