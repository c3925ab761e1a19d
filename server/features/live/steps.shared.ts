/** How a member votes whose name is called; a member who does not vote at all is found out by the count. */
export const castChoices = ["for", "against", "abstained"] as const;
export type CastChoice = (typeof castChoices)[number];

/** What an item may end with besides the outcome of its vote. */
export const endings = ["adopted_changed", "postponed", "withdrawn", "noted"] as const;
export type Ending = (typeof endings)[number];

/** Steps that are told of a meeting when it is over. Who wished to speak, and votes as they fell one by one, are not. */
export const toldSteps = [
  ...(["opened", "roll_called", "arrived", "left", "agenda_approved", "item_added"] as const),
  ...(["item_started", "item_paused", "item_ended", "speaker_began", "speaker_ended"] as const),
  ...(["vote_opened", "vote_closed", "vote_abandoned", "break_began", "break_ended", "closed"] as const),
] as const;
export type ToldStep = (typeof toldSteps)[number];
