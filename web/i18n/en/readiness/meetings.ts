export const meetingsReadiness = {
  "meetings.empty": "No meeting has been published here yet.",
  "meetings.not_recent_one": "No meeting in the last day.",
  "meetings.not_recent_other": "No meeting in the last {{count}} days.",
  "meetings.unannounced_one": "One meeting of the last three months was never announced.",
  "meetings.unannounced_other": "{{count}} meetings of the last three months were never announced.",
  "meetings.short_notice_one": "One meeting of the last three months was announced later than the law asks.",
  "meetings.short_notice_other": "{{count}} meetings of the last three months were announced later than the law asks.",
  "meetings.without_agenda_one": "One meeting of the last three months has no agenda.",
  "meetings.without_agenda_other": "{{count}} meetings of the last three months have no agenda.",
  "meetings.without_papers_one": "In one meeting of the last three months a draft act has no document.",
  "meetings.without_papers_other": "In {{count}} meetings of the last three months a draft act has no document.",
  "meetings.without_minutes_one": "The minutes of one meeting are not published a month after it.",
  "meetings.without_minutes_other": "The minutes of {{count}} meetings are not published a month after them.",
  "meetings.without_english_one": "The agenda of one meeting of the last three months is not complete in English.",
  "meetings.without_english_other":
    "The agendas of {{count}} meetings of the last three months are not complete in English.",
  "meetings.full_one":
    "One meeting in the last three months, with notice in time, agenda, papers and minutes, in both languages.",
  "meetings.full_other":
    "{{count}} meetings in the last three months, with notice in time, agenda, papers and minutes, in both languages.",
};
