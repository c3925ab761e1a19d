import { foundKinds } from "../../../server/features/finder/finder.queries.ts";
import { navigationGroups } from "../../../server/workspace/feature.ts";

export default [
  { namespace: "finder", prefix: "kind.", rest: [...foundKinds, "place"], because: "what is found is of many kinds" },
  { namespace: "workspace", prefix: "group.", rest: [...navigationGroups], because: "the navigation stands in groups" },
];
