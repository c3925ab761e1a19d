export const readinessErrors = {
  "readiness.level_unknown": "Choose No, Partly or Fully.",
  "readiness.nothing_judged": "The Council has not judged this element.",
  "readiness.nothing_planned": "Nothing has been planned here.",
  "readiness.done_in_the_future": "A day that is still to come cannot be the day on which it was done.",
};
