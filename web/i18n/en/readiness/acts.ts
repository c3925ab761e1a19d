export const actsReadiness = {
  "acts.empty": "No act has been published in the register yet.",
  "acts.none_recent": "The register has no act of the last six months.",
  "acts.without_paper_one": "One act of the last six months lacks its text or its signed paper.",
  "acts.without_paper_other": "{{count}} acts of the last six months lack their text or their signed paper.",
  "acts.without_vote_one": "One act of the last six months does not show its vote.",
  "acts.without_vote_other": "{{count}} acts of the last six months do not show their vote.",
  "acts.without_english_one": "One act of the last six months has no English title.",
  "acts.without_english_other": "{{count}} acts of the last six months have no English title.",
  "acts.unannounced_one": "One act has not been announced, long after the period for it.",
  "acts.unannounced_other": "{{count}} acts have not been announced, long after the period for it.",
  "acts.undeposited_one": "One normative act has not been deposited with the prefect, long after the period for it.",
  "acts.undeposited_other":
    "{{count}} normative acts have not been deposited with the prefect, long after the period for it.",
  "acts.full_one": "The one act of the last six months is there with text, paper, vote and both languages.",
  "acts.full_other": "All {{count}} acts of the last six months are there with text, paper, vote and both languages.",
};
