export const planReadiness = {};
