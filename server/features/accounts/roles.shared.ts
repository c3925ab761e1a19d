/** Every role that a person may have in a council's workspace. */
export const roles = [
  "secretary",
  "editor",
  "publisher",
  "coordinator_information",
  "coordinator_consultation",
  "moderator",
  "councillor",
  "auditor",
] as const;
export type Role = (typeof roles)[number];

/** Roles that can be given today. The others wait for the feature in which they mean something. */
export const offeredRoles = [
  "secretary",
  "editor",
  "publisher",
  "coordinator_consultation",
  "councillor",
  "auditor",
] as const satisfies readonly Role[];
export type OfferedRole = (typeof offeredRoles)[number];
export const awaitedRoles = roles.filter(
  (role): role is Exclude<Role, OfferedRole> => !offeredRoles.some((one) => one === role),
);
