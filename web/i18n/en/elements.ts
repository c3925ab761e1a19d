/** Pages of the catalogue: parts, elements, procedures, the readiness board, the map of the site. */
export const elements = {
  empty_title: "Nothing is published here yet",
  paper_filled: "On paper",
  paper_title: "How it is done on paper today",
  ask_title: "Ask the Council",
  ask_text: "Whatever is not on the site can be asked for directly.",
  board_link: "How complete the site is",
  legal_title: "Legal basis",
  article: "Article {{article}}",
  no_article: "Article not known for certain",
  legal_unchecked: "Not yet checked against the official text",
};
