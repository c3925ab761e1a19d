export const searches = {
  title: "Searches without a result",
  lead: "What people typed into the search of the site and nothing was found for. It shows what is missing, or what people call by another word.",
  table: "Questions of the last {{days}} days without a result",
  words: "Question",
  site: "Site",
  "site.sq": "Albanian",
  "site.en": "English",
  times: "Times",
  last: "Last",
  none: "No repeated search without a result in the last {{days}} days",
  none_text: "Questions that find nothing will stand here, counted by day, as soon as they were asked three times.",
  hint: "Nobody is counted: only the day, the words and how often. Words are kept only where the same was asked at least three times; long questions and those with numbers or addresses that could be somebody’s are not kept at all. After half a year all of it is forgotten.",
  rare_one:
    "{{count}} more question without a result was asked fewer than three times: its words are not kept, for they could name somebody.",
  rare_other:
    "{{count}} more questions without a result were asked fewer than three times: their words are not kept, for they could name somebody.",
  together: "The search over all councils",
  together_who: "Where what is public here is found",
  together_on: "Also by the search over all councils of the portal",
  together_hint: "Only what the public sees on this site anyway. Without it, people find it on this site alone.",
  save: "Save",
  done_saved: "It has been saved and holds from now on.",
};
