/** What is said where letters reach nobody. */
export const letters = {
  off: "No letters go out: no mail server is set up.",
  off_invitation:
    "Whoever is invited gets nothing, also not later. The portal’s operator can hand the link over, or sets up mail (SMTP_URL); then invite once more.",
  off_reset:
    "Turn to the portal’s operator, who can hand you the link within the hour, or sets up mail (SMTP_URL); then ask once more.",
  off_notice:
    "The members get nothing, also not later: hand the notice over on paper. Once the portal’s operator has set up mail (SMTP_URL), it can be sent again from the page “Notice by mail”.",
  off_portal:
    "SMTP_URL is missing. Invitations, links for new passwords and notices to members are kept under DATA_DIR, in the folder mail; they reach nobody, also not later. A link for which somebody waits can be read there and handed over.",
};
