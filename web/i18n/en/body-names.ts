/** Of `people`, what only registers say. */
export const bodyNames = {
  "kind.council": "The Council",
  "kind.committee": "Committee",
  "kind.board": "Citizens’ board or committee",
  "kind.village": "Village council",
  "kind.neighbourhood": "Neighbourhood community council",
  "kind.secretariat": "The secretariat",
  of_other: "other: {{number}}",
};
