export const peopleReadiness = {};
