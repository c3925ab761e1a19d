export const actsReadiness = {};
