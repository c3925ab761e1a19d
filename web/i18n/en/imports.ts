export const imports = {
  "sample.sheet": "Table",
  "sample.explained": "What to write",
  "sample.column": "Column",
  "sample.must": "Required",
  "sample.meaning": "What to write",
  "sample.values": "Values",
};
