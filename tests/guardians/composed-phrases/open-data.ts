export default [
  {
    namespace: "workbooks",
    prefix: "cell.",
    rest: ["money", "instant"],
    because: "two kinds of cells are explained in a workbook",
  },
];
