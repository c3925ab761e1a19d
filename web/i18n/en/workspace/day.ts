export const day = {
  title: "Today",
  done_welcome: "Your account is ready.",
  coming: "Meetings of the next 14 days",
  no_meetings: "No meeting is planned in the next 14 days.",
  at: "{{time}}",
  with_notice: "Notice published",
  without_notice: "Notice not yet published",
};
