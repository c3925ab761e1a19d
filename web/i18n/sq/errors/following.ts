import type { followingErrors as english } from "../../en/errors/following.ts";

export const followingErrors = {
  "following.not_found":
    "Kjo mbledhje nuk mund të ndiqet drejtpërdrejt: nuk ekziston ose zhvillohet pa praninë e publikut.",
  "following.too_many":
    "Nga rrjeti juaj kjo mbledhje po ndiqet tashmë me {{most}} lidhje, që është kufiri. Faqja vazhdon të përditësohet çdo pak sekonda.",
} satisfies Record<keyof typeof english, string>;
