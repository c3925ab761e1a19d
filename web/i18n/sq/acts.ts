export const acts = {};
