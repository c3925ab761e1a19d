/** Months as dates name them, folded, in every case; the months of English texts beside them. */
const names = [
  "janar",
  "shkurt",
  "mars",
  "prill",
  "maj",
  "qershor",
  "korrik",
  "gusht",
  "shtator",
  "tetor",
  "nentor",
  "dhjetor",
];
const english = [
  "january",
  "february",
  "march",
  "april",
  "may",
  "june",
  "july",
  "august",
  "september",
  "october",
  "november",
  "december",
];
export const monthNumbers: ReadonlyMap<string, number> = new Map(
  [names, english].flatMap((months) =>
    months.flatMap((name, at) =>
      ["", "i", "it", "in", "u", "ut", "un"].map((ending) => [name + ending, at + 1] as const),
    ),
  ),
);
