export const listStates = ["draft", "scheduled", "published", "withdrawn"] as const;
export type ListState = (typeof listStates)[number];
