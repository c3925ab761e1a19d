import { attachmentRoles } from "../../../server/features/documents/attachments.shared.ts";
import {
  attendanceStatuses,
  itemKinds,
  itemResults,
  meetingKinds,
  voteMethods,
} from "../../../server/features/meetings/meetings.shared.ts";

const namespace = "meetings";

export default [
  { namespace, prefix: "of_council.", rest: meetingKinds, because: "the Council’s meetings are of a kind" },
  { namespace, prefix: "access.", rest: ["open", "closed"], because: "a meeting is open or closed" },
  { namespace, prefix: "item.", rest: itemKinds, because: "an item is of a kind" },
  { namespace, prefix: "result.", rest: itemResults, because: "an item has a result" },
  { namespace, prefix: "role.", rest: attachmentRoles, because: "a document has a role" },
  { namespace, prefix: "method.", rest: voteMethods, because: "a vote is taken in one way" },
  { namespace, prefix: "attendance.", rest: attendanceStatuses, because: "a member comes, or not" },
  {
    namespace,
    prefix: "change.",
    rest: [
      ...["begins", "ends", "place", "online", "open", "closed"],
      ...["item_added", "item_removed", "item_renamed", "item_renumbered"],
      ...["document_added", "document_replaced", "document_removed"],
    ],
    because: "a meeting changes in many ways",
  },
];
