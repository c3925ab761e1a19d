export const elections = {};
