export const payErrors = {};
