import { Certainty, CountedUnit } from "../../../server/features/deadlines/rules.schema.ts";

export default [
  { namespace: "periods", prefix: "certainty.", rest: Certainty.options, because: "a rule is more or less certain" },
  { namespace: "periods", prefix: "days.", rest: CountedUnit.options, because: "a period has a unit" },
];
