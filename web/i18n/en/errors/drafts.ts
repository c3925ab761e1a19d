export const draftsErrors = {};
