/** How far away the last day of a period is. */
export const due = {
  left_working_one: "{{count}} working day left",
  left_working_other: "{{count}} working days left",
  left_calendar_one: "{{count}} day left",
  left_calendar_other: "{{count}} days left",
  last_day: "today is the last day",
  over: "the period is over",
  met: "met on {{date}}",
  met_late: "met late, on {{date}}",
  how: "How this was computed",
  estimated: "Part of this rests on holidays that may still change.",
};
