/** What became of a planned act. `late`: its month has passed and nothing was decided. */
export const planStates = ["adopted", "adopted_late", "under_way", "upcoming", "late", "rejected", "dropped"] as const;
export type PlanState = (typeof planStates)[number];
