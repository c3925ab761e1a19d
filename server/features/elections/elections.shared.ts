/** `ordinary` are the elections of the whole council; the others of a part of it, or once more. */
export const electionKinds = ["ordinary", "partial", "repeated"] as const;
export type ElectionKind = (typeof electionKinds)[number];
