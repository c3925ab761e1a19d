import { commentStates, draftStages } from "../../../server/features/draft-acts/draft-acts.shared.ts";
import { itemResults } from "../../../server/features/meetings/meetings.shared.ts";

export default [
  { namespace: "drafts", prefix: "state.", rest: commentStates, because: "comments are awaited or not" },
  { namespace: "drafts", prefix: "stage.", rest: draftStages, because: "a draft act is at a stage" },
  { namespace: "drafts", prefix: "result.", rest: itemResults, because: "an item on an agenda has a result" },
  {
    namespace: "drafts",
    prefix: "role.",
    rest: ["notice", "draft_act", "explanatory_report", "initiative", "annex", "other"],
    because: "a document is something to its draft act",
  },
  {
    namespace: "drafts",
    prefix: "comment_until_",
    rest: ["initiative", "draft"],
    because: "comments are about an initiative or a draft",
  },
  {
    namespace: "drafts",
    prefix: "past_until_",
    rest: ["initiative", "draft"],
    because: "comments were about an initiative or a draft",
  },
  {
    namespace: "drafts",
    prefix: "course_",
    rest: ["initiative", "draft"],
    because: "a period is about an initiative or a draft",
  },
];
