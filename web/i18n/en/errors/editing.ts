export const editingErrors = {
  "editing.no_such_kind": "This kind of thing is not edited here.",
  "editing.not_there": "What you ask for does not exist, or is not this council’s.",
  "editing.papers_unseen": "There are files without text: look at them and confirm.",
  "editing.persons_named": "The text seems to speak of persons: look at it and confirm.",
  "editing.nothing_to_read": "There is neither a text nor a file: add one, or confirm that it is meant so.",
  "editing.in_bin": "This lies in the bin. Take it out before you change it.",
  "editing.not_in_bin": "This does not lie in the bin.",
  "editing.public_stays": "What is public, or has a time to become so, does not go into the bin. Withdraw it first.",
  "editing.withdrawn_stays": "This was public and the register tells of it as withdrawn. Its number and address stay.",
  "editing.named_elsewhere": "Something else refers to it.",
  "editing.time_past": "That time is over. Choose one that is still to come, or leave it empty to publish now.",
  "editing.time_far": "The time of publishing is at most {{years}} years from today.",
  "editing.always_public": "This is public as soon as it is saved: it is neither published nor withdrawn.",
  "editing.no_such_revision": "There is no such version.",
  "editing.version_unknown": "This version is not known. Open the form again.",
  "editing.form_too_large": "The form is larger than what can be kept.",
  "editing.too_many_edits": "You have {{maximum}} forms that are not saved. Save or discard some of them.",
  "editing.kept_elsewhere": "Another page that you have open has kept the form meanwhile.",
  "editing.saved_since": "This form has been saved meanwhile.",
  "editing.no_page": "This has no page of its own for the public.",
  "editing.not_submitted":
    "This does not wait for approval: it has not been submitted, or has been given back or published meanwhile.",
  "editing.changed_since_submitted":
    "This was changed after it was submitted for approval. It has to be submitted again.",
  "editing.changed_by_publishers":
    "This is public, and the council wants changes approved: it is changed by whoever may publish.",
  "editing.operators_stand_aside":
    "An operator of the portal is no second person of the council: handing over and approving are for its own people.",
  "editing.already_public": "This is public already: there is nothing to submit for approval.",
  "editing.own_submission": "You submitted this for approval yourself: somebody else publishes it.",
  "editing.fixed": "This does not change any more once it is created.",
  "editing.not_yours": "This is kept by the secretary in the register and is not changed from your profile.",
};
