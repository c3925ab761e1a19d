/** The recipient's server will never take this mail. The message is what it said. */
export class MailRefused extends Error {
  override name = "MailRefused";
}

/** The mail could not be handed over now. Neither address nor text of the mail are in the message. */
export class MailNotSent extends Error {
  override name = "MailNotSent";
}
