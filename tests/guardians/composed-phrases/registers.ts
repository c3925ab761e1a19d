import { registerGroups } from "../../../server/features/registers/registers.shared.ts";

export default [
  { namespace: "registers", prefix: "form_", rest: ["csv", "xlsx", "json"], because: "data comes in three forms" },
  { namespace: "registers", prefix: "group_", rest: registerGroups, because: "registers are listed in groups" },
  {
    namespace: "registers",
    prefix: "kind_",
    rest: ["text", "integer", "number", "money", "date", "instant", "boolean", "choice", "link"],
    because: "a column has one kind of cells",
  },
];
