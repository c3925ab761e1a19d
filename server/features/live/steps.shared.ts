/** How a member votes whose name is called; a member who does not vote at all is found out by the count. */
export const castChoices = ["for", "against", "abstained"] as const;
export type CastChoice = (typeof castChoices)[number];

/** What an item may end with besides the outcome of its vote. */
export const endings = ["adopted_changed", "postponed", "withdrawn", "noted"] as const;
export type Ending = (typeof endings)[number];
