import { everythingUpkept } from "../../../server/features/upkeep/everything-upkept.ts";
import { linkFailures } from "../../../server/features/upkeep/link-verdict.ts";
import { defectKinds } from "../../../server/features/upkeep/upkeep.shared.ts";

const namespace = "upkeep";

export default [
  { namespace, prefix: "kind.", rest: defectKinds, because: "a defect is of a kind" },
  { namespace, prefix: "do.", rest: defectKinds, because: "a defect is mended by its kind" },
  { namespace, prefix: "why.", rest: linkFailures, because: "a link fails for a reason" },
  { namespace, prefix: "entity.", rest: everythingUpkept.map(({ entity }) => entity), because: "things are of a kind" },
  { namespace: "day", prefix: "kind.", rest: defectKinds, because: "a defect is of a kind" },
  {
    namespace: "sending",
    prefix: "state.",
    rest: ["queued", "sent", "failed", "unsent", "no_address"],
    because: "a mail is on its way or not",
  },
  {
    namespace: "sending",
    prefix: "reaches.",
    rest: ["own", "public", "paper"],
    because: "a notice reaches a member in one of three ways",
  },
];
