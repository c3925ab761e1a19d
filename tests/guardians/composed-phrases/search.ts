import { searchKinds } from "../../../server/search/search-kinds.shared.ts";

export default [
  { namespace: "search", prefix: "kind.", rest: searchKinds, because: "results are counted by kind" },
  { namespace: "search", prefix: "one.", rest: searchKinds, because: "a result says what it is" },
  { namespace: "searches", prefix: "site.", rest: ["sq", "en"], because: "a question was asked on one of the sites" },
];
