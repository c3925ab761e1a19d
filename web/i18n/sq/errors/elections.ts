export const electionsErrors = {};
