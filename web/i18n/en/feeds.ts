/** Names of feeds and of open data, as they stand in programs that read them. */
export const feeds = {
  latest_title: "What is new",
  latest_subtitle: "Everything that the Council publishes, the newest first",
  calendar_name: "{{title}} – {{council}}",
  calendar_cancelled: "The meeting was cancelled: {{reason}}",
  calendar_postponed: "The meeting was postponed: {{reason}}",
  calendar_is_cancelled: "CANCELLED: {{name}}",
  calendar_is_postponed: "POSTPONED: {{name}}",
  calendar_next: "The new date: {{date}}, {{address}}",
  calendar_closed: "Closed to the public.",
  calendar_online: "Follow it online: {{address}}",
  calendar_page: "Agenda and documents: {{address}}",
  calendar_more: "More: {{address}}",
  calendar_package: "All documents in one archive: {{address}}",
  calendar_comments: "Open for comments: {{title}}",
  calendar_last_day: "The last day for comments: {{date}}",
  calendar_draft: "The draft and how to comment: {{address}}",
};
