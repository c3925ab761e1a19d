export const due = {
  left_working_one: "edhe {{count}} ditë pune",
  left_working_other: "edhe {{count}} ditë pune",
  left_calendar_one: "edhe {{count}} ditë",
  left_calendar_other: "edhe {{count}} ditë",
  last_day: "sot është dita e fundit",
  over: "afati ka kaluar",
  met: "përmbushur më {{date}}",
  met_late: "përmbushur me vonesë, më {{date}}",
  how: "Si u llogarit",
  estimated: "Një pjesë mbështetet në festa zyrtare që mund të ndryshojnë ende.",
};
