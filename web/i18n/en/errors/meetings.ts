export const meetingsErrors = {};
