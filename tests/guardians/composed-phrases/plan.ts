import { planStates } from "../../../server/features/plan/plan.shared.ts";

export default [
  { namespace: "plan", prefix: "state.", rest: planStates, because: "something became of a planned act" },
];
