import { datedEvents, reconsiderations, rulings } from "../../../server/features/acts/acts.shared.ts";
import { reviewActions } from "../../../server/features/acts/review-desk.shared.ts";

const namespace = "review";
const corrected = datedEvents.map((event) => `${event}_corrected`);
const entered = reviewActions.filter((one) => one !== "taken_back" && !corrected.includes(one));

export default [
  { namespace, prefix: "step.", rest: entered, because: "what can be entered has a name" },
  { namespace, prefix: "send.", rest: reviewActions, because: "each is sent by a button that says what it does" },
  { namespace, prefix: "hint.", rest: entered, because: "each says what the law asks" },
  { namespace, prefix: "done.", rest: reviewActions, because: "each is confirmed" },
  { namespace, prefix: "outcome.", rest: [...reconsiderations, ...rulings], because: "a review ends in one of these" },
  { namespace, prefix: "correct_", rest: datedEvents, because: "the day of each may be wrong" },
  { namespace, prefix: "clock_", rest: ["announcing", "deposit", "answer"], because: "the law sets three periods" },
];
