export const bodyKinds = ["council", "committee", "board", "village", "neighbourhood", "secretariat"] as const;
export type BodyKind = (typeof bodyKinds)[number];

export const roles = ["chair", "deputy_chair", "secretary", "head", "liaison", "member", "staff"] as const;
export type Role = (typeof roles)[number];

export const endReasons = ["term_ended", "resigned", "incompatible", "lost", "died", "recalled", "other"] as const;
export type EndReason = (typeof endReasons)[number];
