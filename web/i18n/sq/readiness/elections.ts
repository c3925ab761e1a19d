export const electionsReadiness = {};
