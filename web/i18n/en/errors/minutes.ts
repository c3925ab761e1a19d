export const minutesErrors = {
  "minutes.not_drawn": "The draft of the minutes has not been drawn yet.",
  "minutes.meeting_goes_on": "The meeting goes on: its minutes are published after it is closed.",
  "minutes.changed_meanwhile": "Somebody changed the minutes meanwhile. Look at them and publish again.",
  "minutes.upload_by_two":
    "The council wants approval: hand the file over on the page of the minutes, and somebody else publishes it.",
  "minutes.not_seen":
    "It is not known which text of the minutes you have read. Look at how they stand now: are they to be published like this? If so, publish them from here.",
  "minutes.gaps_left": "Something is still open in the minutes, marked […]. Fill it in or take it out.",
  "minutes.nothing_new": "The public has this text already.",
  "minutes.part_changed": "Somebody changed this part meanwhile. Look at how it stands now and decide again.",
  "minutes.part_unknown": "The minutes have no such part.",
  "minutes.no_act_due": "No act is due of this item: it was not adopted, has no draft act, or has its act already.",
  "minutes.not_a_later_meeting": "They are approved in a later meeting of the same body.",
  "minutes.approved_before": "The approval cannot be before the meeting itself.",
};
