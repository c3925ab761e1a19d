import { actsReadiness } from "./readiness/acts.ts";
import { calendarReadiness } from "./readiness/calendar.ts";
import { draftsReadiness } from "./readiness/drafts.ts";
import { electionsReadiness } from "./readiness/elections.ts";
import { followingReadiness } from "./readiness/following.ts";
import { meetingsReadiness } from "./readiness/meetings.ts";
import { payReadiness } from "./readiness/pay.ts";
import { peopleReadiness } from "./readiness/people.ts";
import { planReadiness } from "./readiness/plan.ts";
import { recordingsReadiness } from "./readiness/recordings.ts";
import { registersReadiness } from "./readiness/registers.ts";

/** Why an element counts as none, partly or fully there; the API and the board say it to residents. */
export const readiness = {
  "declined.villages": "The Council has no village councils",
  "declined.neighbourhoods": "The Council has no neighbourhood community councils",
  "declined.boards": "The Council has no citizens’ committees and boards",
  "declined.memberships": "The Council is a member of no organisation",
  "declined.projects": "The Council has no projects",
  "declined.social": "The Council has no accounts on social networks",
  "declined.gallery": "The Council keeps no photo gallery",
  "declined.text": "So the Council itself says, since {{since}}: {{reason}}",
  "collection.empty": "Nothing has been published here yet.",
  "collection.year_missing": "The document for {{year}} has not been published.",
  "collection.none_valid": "No published document is valid today.",
  "collection.not_recent_one": "Nothing new has been published in the last day.",
  "collection.not_recent_other": "Nothing new has been published in the last {{count}} days.",
  "collection.without_file_one": "One current document has no file.",
  "collection.without_file_other": "{{count}} current documents have no file.",
  "collection.without_english_one": "One current document is not complete in English.",
  "collection.without_english_other": "{{count}} current documents are not complete in English.",
  "collection.full_any_one": "One document is published, complete and in both languages.",
  "collection.full_any_other": "{{count}} documents are published, all complete and in both languages.",
  "collection.full_year": "The document for {{year}} is published, complete and in both languages.",
  "collection.full_valid_one": "One document is valid today, complete and in both languages.",
  "collection.full_valid_other": "{{count}} documents are valid today, all complete and in both languages.",
  "collection.full_recent_one": "One recent publication, complete and in both languages.",
  "collection.full_recent_other": "{{count}} recent publications, all complete and in both languages.",
  "page.empty": "The procedure has not been described here yet.",
  "page.full": "The procedure is described in full, in both languages.",
  "page.without_who": "It does not say who this is for.",
  "page.without_how": "The steps are missing.",
  "page.without_periods": "The periods are missing.",
  "page.without_address": "The address is missing.",
  "page.without_form": "The form to download is missing.",
  "page.without_sections": "The explanations are missing.",
  "page.without_legal": "The legal basis is missing.",
  "page.without_english": "Part of the text is missing in English.",
  "albums.empty": "No photograph has been published yet.",
  "albums.without_english_one": "One title, caption or description is missing in English.",
  "albums.without_english_other": "{{count}} titles, captions or descriptions are missing in English.",
  "albums.full_one": "One photograph, with a caption and a description in both languages.",
  "albums.full_other": "{{count}} photographs, each with a caption and a description in both languages.",
  "social.empty": "The Council has named no official account yet.",
  "social.full_one": "The Council’s official account is named.",
  "social.full_other": "The Council’s {{count}} official accounts are named.",
  "media.empty": "No contact for the media has been named yet.",
  "media.full": "The contact for the media is named with telephone, e-mail, hours and accreditation.",
  "media.without_phone": "The telephone number is missing.",
  "media.without_email": "The e-mail address is missing.",
  "media.without_hours": "The hours are missing.",
  "media.without_accreditation": "It does not say how journalists are accredited.",
  "board.full": "This board is the plan: it is computed from what is published and renewed every day.",
  "feature.missing": "This part of the site is not there yet. Its page says how it is done on paper today.",
  "feature.described": "The procedure is described, but it cannot be done online yet.",
  ...peopleReadiness,
  ...electionsReadiness,
  ...payReadiness,
  ...draftsReadiness,
  ...planReadiness,
  ...followingReadiness,
  ...recordingsReadiness,
  ...meetingsReadiness,
  ...actsReadiness,
  ...registersReadiness,
  ...calendarReadiness,
};
