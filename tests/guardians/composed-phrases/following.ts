import { phases } from "../../../server/features/following/following.schema.ts";
import { voteMethods } from "../../../server/features/meetings/meetings.shared.ts";

const namespace = "following";

export default [
  { namespace, prefix: "phase.", rest: phases, because: "a meeting that is followed is in a phase" },
  { namespace, prefix: "method.", rest: voteMethods, because: "a vote is taken in one way" },
  {
    namespace,
    prefix: "choice.",
    rest: ["for", "against", "abstained", "not_yet", "not_voting", "absent"],
    because: "a seat is drawn by how it voted",
  },
  {
    namespace,
    prefix: "item.",
    rest: ["waiting", "discussed", "paused", "ended"],
    because: "an item waits, is discussed, or is done",
  },
  {
    namespace,
    prefix: "say.",
    rest: ["open", "break", "closed", "adopted", "rejected"],
    because: "phases and outcomes are announced",
  },
  {
    namespace,
    prefix: "data.",
    rest: ["meeting_steps", "votes", "ballots", "attendance"],
    because: "a meeting that is over is told by four registers",
  },
  { namespace: "watch", prefix: "", rest: ["open", "break"], because: "a meeting sits or pauses" },
];
