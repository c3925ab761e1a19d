/** How far a draft act has come. */
export const draftStages = [
  "initiative",
  "drafting",
  "consultation",
  "review",
  "agenda",
  "adopted",
  "rejected",
  "withdrawn",
] as const;
export type DraftStage = (typeof draftStages)[number];
