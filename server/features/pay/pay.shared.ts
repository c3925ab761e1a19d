/** For what somebody is paid. */
export const paidRoles = [
  "chair",
  "deputy_chair",
  "secretary",
  "member",
  "committee_chair",
  "committee_member",
  "liaison",
] as const;
export type PaidRole = (typeof paidRoles)[number];

/** Each month, or for each meeting that was attended. */
export const payBases = ["month", "meeting"] as const;
export type PayBasis = (typeof payBases)[number];
