/** The kinds of act that a council takes. */
export const actTypes = ["decision", "ordinance", "resolution"] as const;
export type ActType = (typeof actTypes)[number];

export const actNatures = ["normative", "individual"] as const;
export type ActNature = (typeof actNatures)[number];

/** What acts, draft acts and planned acts are about; one list, so that a reader learns it once. */
export const subjects = [
  "budget",
  "taxes",
  "property",
  "social",
  "education",
  "culture",
  "environment",
  "territory",
  "transport",
  "services",
  "economy",
  "emergencies",
  "organisation",
  "honours",
  "participation",
  "other",
] as const;
export type Subject = (typeof subjects)[number];

export const proposerKinds = ["mayor", "councillors", "committee", "chair", "citizens", "secretary", "other"] as const;
export type ProposerKind = (typeof proposerKinds)[number];

export const relationKinds = ["amends", "repeals", "implements", "supplements", "corrects"] as const;
export type RelationKind = (typeof relationKinds)[number];

export const prefectSteps = [
  "deposited",
  "no_objection",
  "no_answer",
  "returned",
  "reconsidered",
  "court",
  "ruled",
] as const;
export type PrefectStep = (typeof prefectSteps)[number];

/**
 * Where an act stands with the prefect. `not_required`: individual acts are not deposited.
 * `not_recorded`: the older register from which the act comes does not say.
 */
export const prefectStates = [
  "not_required",
  "to_deposit",
  "deposited",
  "no_objection",
  "no_answer",
  "returned",
  "reconsidered",
  "in_court",
  "valid",
  "invalid",
  "not_recorded",
] as const;
export type PrefectState = (typeof prefectStates)[number];

/** Whether an act holds on a day. `upcoming`: adopted, but not in force yet. `annulled`: by a court. */
export const forces = ["in_force", "upcoming", "repealed", "annulled"] as const;
export type Force = (typeof forces)[number];

/** How the council decided after the prefect returned an act, and how a court ruled. */
export const reconsiderations = ["kept", "changed", "repealed"] as const;
export const rulings = ["valid", "invalid"] as const;
export type StepOutcome = (typeof reconsiderations)[number] | (typeof rulings)[number];

/** What happened on a day that can be entered wrongly, and what follows from such a day. */
export const datedEvents = ["announced", "notified"] as const;
export type DatedEvent = (typeof datedEvents)[number];
export type CorrectedDay = DatedEvent | "in_force";

export const actSorts = ["newest", "oldest", "number", "title"] as const;
export type ActSort = (typeof actSorts)[number];

/** Rows of the register on one page. */
export const actsPerPage = 25;
