import { lackingThings } from "../../../server/features/draft-acts/consultation-belongings.ts";
import { consultationSteps, noticeSteps } from "../../../server/features/draft-acts/consultation-desk.shared.ts";

const namespace = "consultation";

export default [
  { namespace, prefix: "step.", rest: consultationSteps, because: "what can be entered has a name" },
  { namespace, prefix: "send.", rest: consultationSteps, because: "each is sent by a button that says what it does" },
  { namespace, prefix: "hint.", rest: consultationSteps, because: "each says what it means, by the law where it asks" },
  { namespace, prefix: "done.", rest: consultationSteps, because: "each is confirmed" },
  { namespace, prefix: "period_", rest: ["initiative", "draft"], because: "comments are on an initiative or a draft" },
  { namespace, prefix: "foreseen_", rest: noticeSteps, because: "each notice begins a period" },
  { namespace, prefix: "lacking_", rest: lackingThings, because: "a notice may leave out any of these" },
];
