export const meetingsReadiness = {};
