export const draftsReadiness = {
  "drafts.empty": "No draft act has been put to the public yet.",
  "drafts.not_recent": "No draft act of the last twelve months has been put to the public.",
  "drafts.without_text_one": "One draft act of the last twelve months has no text.",
  "drafts.without_text_other": "{{count}} draft acts of the last twelve months have no text.",
  "drafts.without_report_one": "One draft act of the last twelve months has no explanatory report.",
  "drafts.without_report_other": "{{count}} draft acts of the last twelve months have no explanatory report.",
  "drafts.without_consultation_one": "One draft act went on without the consultation that the law asks for.",
  "drafts.without_consultation_other": "{{count}} draft acts went on without the consultation that the law asks for.",
  "drafts.without_english_one": "One draft act of the last twelve months is not complete in English.",
  "drafts.without_english_other": "{{count}} draft acts of the last twelve months are not complete in English.",
  "drafts.full_one":
    "The draft act of the last twelve months has its text, report and consultation, in both languages.",
  "drafts.full_other":
    "All {{count}} draft acts of the last twelve months have their text, report and consultation, in both languages.",
  "drafts.no_initiative": "No initiative has been announced before drafting yet.",
  "drafts.initiative_not_recent": "No initiative has been announced in the last twelve months.",
  "drafts.initiative_without_reasons_one": "One notice does not say why the act is needed and what is expected of it.",
  "drafts.initiative_without_reasons_other":
    "{{count}} notices do not say why the act is needed and what is expected of it.",
  "drafts.initiative_without_english_one": "One notice is not complete in English.",
  "drafts.initiative_without_english_other": "{{count}} notices are not complete in English.",
  "drafts.initiative_full_one":
    "The initiative announced in the last twelve months says why, what is expected and until when, in both languages.",
  "drafts.initiative_full_other":
    "All {{count}} initiatives announced in the last twelve months say why, what is expected and until when, in both languages.",
};
