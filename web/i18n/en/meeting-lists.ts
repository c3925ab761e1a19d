/** Of `meetings`, what only the register of meetings and that of attendance say. */
export const meetingLists = {
  state: "State",
  next_open: "Sitting now",
  next_papers_one: "One document",
  next_papers_other: "{{count}} documents",
  next_more_one: "and one more item",
  next_more_other: "and {{count}} more items",
  next_none: "No meeting is announced at the moment.",
  filter_words: "Words in title or agenda",
  filter_stage: "State",
  column_meeting: "Meeting",
  column_hour: "Hour",
  column_items: "Items",
  column_documents: "Documents",
  attendance_register: "Register of attendance",
  attendance_text:
    "Who came to the meetings, member by member and year by year. Whoever had a seat for a part of the year is counted for that part.",
  attendance_empty: "No attendance is recorded yet",
  attendance_empty_text: "After each meeting it will stand here who came and who was away.",
  column_member: "Member",
  column_strip: "Meeting by meeting",
  without_seat: "had no seat",
};
