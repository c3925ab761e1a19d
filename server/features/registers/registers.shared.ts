/** What registers are about, in the order in which they are listed. */
export const registerGroups = ["people", "decisions", "documents"] as const;
export type RegisterGroup = (typeof registerGroups)[number];
