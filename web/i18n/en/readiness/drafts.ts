export const draftsReadiness = {};
