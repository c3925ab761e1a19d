export const payReadiness = {};
