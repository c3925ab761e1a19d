/** Letters that a council sends. */
export const mails = {
  invitation_subject: "Invitation to the workspace of {{council}}",
  invitation_text:
    "Good day,\n\nyou have been invited to the workspace of {{council}}, where its website is prepared and published. With this link you choose your password; it works once and for seven days:\n\n{{link}}\n\nIf you do not expect this invitation, do nothing: without you no account is made.",
  reset_subject: "A new password for the workspace of {{council}}",
  reset_text:
    "Good day,\n\nsomebody, probably you, has asked for a new password for the workspace of {{council}}. With this link you choose it; it works once and for one hour:\n\n{{link}}\n\nIf it was not you, do nothing: your password stays as it is.",
};
