export const calendarReadiness = {};
