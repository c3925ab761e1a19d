export const actsErrors = {};
