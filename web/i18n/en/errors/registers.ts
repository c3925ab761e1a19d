export const registersErrors = {};
