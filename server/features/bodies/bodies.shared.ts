export const bodyKinds = ["council", "committee", "board", "village", "neighbourhood", "secretariat"] as const;
export type BodyKind = (typeof bodyKinds)[number];
/** Bodies whose meetings may be seen from afar, at the council's address where they have none of their own. */
export const streamedKinds: readonly BodyKind[] = ["council", "committee", "board"];

export const roles = ["chair", "deputy_chair", "secretary", "head", "liaison", "member", "staff"] as const;
export type Role = (typeof roles)[number];

export const endReasons = ["term_ended", "resigned", "incompatible", "lost", "died", "recalled", "other"] as const;
export type EndReason = (typeof endReasons)[number];

/** Who may be what in a body of each kind. */
export const rolesIn: Readonly<Record<BodyKind, readonly Role[]>> = {
  council: ["chair", "deputy_chair", "secretary", "member"],
  committee: ["chair", "deputy_chair", "secretary", "member"],
  board: ["chair", "deputy_chair", "secretary", "member"],
  village: ["head", "secretary", "member"],
  neighbourhood: ["liaison", "secretary", "member"],
  secretariat: ["secretary", "staff"],
};
