export const registersReadiness = {};
