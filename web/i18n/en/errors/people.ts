export const peopleErrors = {};
