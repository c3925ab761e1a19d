export const draftsErrors = {
  "drafts.not_found": "There is no such draft act.",
  "drafts.hearing_not_found": "This draft act has no such meeting with the public ahead.",
  "drafts.hearing_without_place": "Say where people come, or give an online link.",
  "drafts.no_such_page": "The list does not have that many pages. The last one is {{pages}}.",
  "drafts.already_public": "This draft act is public already.",
  "drafts.not_published": "This draft act is not public, so nobody could comment on it. Publish it first.",
  "drafts.already_withdrawn": "This draft act has been withdrawn already.",
  "drafts.withdrawn": "This draft act was withdrawn on {{date}}.",
  "drafts.moved_meanwhile":
    "Meanwhile somebody else has entered something about this draft act. See below how it stands now, and decide again.",
  "drafts.wrong_step": "This step cannot follow the stage at which the draft act stands.",
  "drafts.decided_already": "This draft act has been decided on or withdrawn. Nothing more can happen to it.",
  "drafts.period_runs":
    "Comments are awaited until {{date}}. The time that the law gives people for them cannot be cut.",
  "drafts.no_period_runs": "No period for comments runs for this draft act.",
  "drafts.period_past_limit": "The law allows at most {{number}} working days for comments.",
  "drafts.period_too_short":
    "People have {{number}} working days for comments: the period may be longer, never shorter.",
  "drafts.period_not_longer": "The new period must end later than the one that runs.",
  "drafts.day_stands": "This is the day that stands already.",
  "drafts.over_with_that_day":
    "With this day the period would have ended on {{date}}, while people were told a day that is still to come.",
  "drafts.slug_malformed": "An address has small letters without marks, digits and hyphens.",
  "drafts.proposer_unknown": "Whoever proposes it is not among the Council’s people and bodies.",
  "drafts.individual_not_consulted": "The law does not ask for consultation on individual acts.",
  "drafts.notice_to_come": "A notice that is still to come cannot start the period for comments.",
  "drafts.registered_after_notice": "The draft act cannot have been registered after its first notice, on {{date}}.",
  "drafts.notice_before_registration": "The notice cannot be earlier than the registration of the draft act.",
  "drafts.consultation_before_initiative": "The consultation cannot begin before the notice of the initiative.",
  "drafts.consultation_before_the_last": "The notice cannot be earlier than the one before it.",
  "drafts.not_consulted":
    "Your role is about draft acts that are put to public consultation: choose it here, or leave this one to the secretary.",
};
