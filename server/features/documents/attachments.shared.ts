/** What a document is to the thing that it is attached to. */
export const attachmentRoles = [
  "notice",
  "agenda",
  "minutes",
  "draft_act",
  "explanatory_report",
  "text",
  "signed",
  "annex",
  "redacted",
  "initiative",
  "cv",
  "results",
  "other",
] as const;
export type AttachmentRole = (typeof attachmentRoles)[number];
