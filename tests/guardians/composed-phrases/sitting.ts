import { LiveStep } from "../../../server/features/live/steps.schema.ts";
import { castChoices, endings } from "../../../server/features/live/steps.shared.ts";
import { voteMethods } from "../../../server/features/meetings/meetings.shared.ts";

const namespace = "sitting";

export default [
  {
    namespace,
    prefix: "step.",
    rest: LiveStep.options.map(({ entries }) => entries.kind.literal).filter((kind) => kind !== "item_ended"),
    because: "the log tells every kind of step",
  },
  { namespace, prefix: "phase.", rest: ["waiting", "open", "break", "closed"], because: "a meeting is in one phase" },
  { namespace, prefix: "item.", rest: ["waiting", "discussed", "paused", "ended"], because: "an item is in one state" },
  { namespace, prefix: "ended.", rest: endings, because: "an item may end as something else than its vote" },
  { namespace, prefix: "outcome.", rest: ["adopted", "rejected"], because: "a vote has one of two outcomes" },
  { namespace, prefix: "method.", rest: voteMethods, because: "a vote is held in one way" },
  { namespace, prefix: "method_hint.", rest: voteMethods, because: "a vote is held in one way" },
  { namespace, prefix: "letter.", rest: castChoices, because: "each choice has its key" },
];
