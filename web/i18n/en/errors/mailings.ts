export const mailingsErrors = {
  "mailings.never_sent": "The notice of this meeting has not been sent to the members by mail.",
  "mailings.member_unknown": "This person does not exist.",
  "mailings.none_failed": "There is nobody to send it to again: no mail failed, and no new address is known.",
};
