import { timelineKinds } from "../../../server/features/acts/acts.schema.ts";
import {
  actSorts,
  forces,
  prefectStates,
  prefectSteps,
  reconsiderations,
  relationKinds,
  rulings,
} from "../../../server/features/acts/acts.shared.ts";
import { itemResults, majorities, voteMethods } from "../../../server/features/meetings/meetings.shared.ts";

const outcomes = [...reconsiderations, ...rulings];
const awaited = ["announce", "deposit", "answer", "reconsider", "deposit_again", "ruling"];

export default [
  { namespace: "acts", prefix: "sort.", rest: actSorts, because: "the register has an order" },
  { namespace: "acts", prefix: "force.", rest: forces, because: "an act holds or does not" },
  { namespace: "acts", prefix: "prefect.", rest: prefectStates, because: "the review stands somewhere" },
  { namespace: "acts", prefix: "method.", rest: voteMethods, because: "a vote is open or secret" },
  { namespace: "acts", prefix: "majority.", rest: majorities, because: "a vote needs a majority" },
  { namespace: "acts", prefix: "to.", rest: relationKinds, because: "an act does something to another" },
  { namespace: "acts", prefix: "from.", rest: relationKinds, because: "another act does something to it" },
  {
    namespace: "acts",
    prefix: "station.",
    rest: ["announced", ...prefectSteps, "deposited_again", ...awaited],
    because: "the review has steps, and waits for some",
  },
  { namespace: "acts", prefix: "outcome.", rest: outcomes, because: "a step may have an outcome" },
  { namespace: "acts", prefix: "life.", rest: timelineKinds, because: "the life of an act has events" },
  { namespace: "acts", prefix: "result.", rest: itemResults, because: "a discussion has a result" },
  { namespace: "acts", prefix: "at.", rest: ["hearing", "consultation", "meeting"], because: "a meeting is of a kind" },
];
