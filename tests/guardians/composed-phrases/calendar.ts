import { calendarViews } from "../../../server/features/calendar/calendar.shared.ts";
import { meetingKinds, meetingStages } from "../../../server/features/meetings/meetings.shared.ts";

export default [
  { namespace: "meetings", prefix: "kind.", rest: meetingKinds, because: "a meeting is of a kind" },
  { namespace: "meetings", prefix: "stage.", rest: meetingStages, because: "a meeting is at a stage" },
  { namespace: "calendar", prefix: "view.", rest: calendarViews, because: "the calendar is drawn in three ways" },
  {
    namespace: "calendar",
    prefix: "period_of.",
    rest: ["draft", "initiative"],
    because: "comments are on one of both",
  },
];
