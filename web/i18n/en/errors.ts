import { accountsErrors } from "./errors/accounts.ts";
import { actsErrors } from "./errors/acts.ts";
import { draftsErrors } from "./errors/drafts.ts";
import { editingErrors } from "./errors/editing.ts";
import { electionsErrors } from "./errors/elections.ts";
import { followingErrors } from "./errors/following.ts";
import { importErrors } from "./errors/import.ts";
import { liveErrors } from "./errors/live.ts";
import { mailingsErrors } from "./errors/mailings.ts";
import { meetingsErrors } from "./errors/meetings.ts";
import { minutesErrors } from "./errors/minutes.ts";
import { operatorsErrors } from "./errors/operators.ts";
import { payErrors } from "./errors/pay.ts";
import { peopleErrors } from "./errors/people.ts";
import { planErrors } from "./errors/plan.ts";
import { readinessErrors } from "./errors/readiness.ts";
import { recordingsErrors } from "./errors/recordings.ts";
import { registersErrors } from "./errors/registers.ts";
import { searchErrors } from "./errors/search.ts";
import { upkeepErrors } from "./errors/upkeep.ts";
import { uploadsErrors } from "./errors/uploads.ts";

/** Keyed by error code; every `AppError` has its sentence here. */
export const errors = {
  "http.not_found": "There is nothing at this address.",
  "http.internal": "Something went wrong on our side. It has been recorded; please try again in a moment.",
  "http.invalid_input": "Some of what was sent cannot be accepted. See the fields named.",
  "http.unknown_filter": "The filter “{{name}}” does not exist here.",
  "http.malformed": "The request cannot be read.",
  "http.body_too_large": "What was sent is larger than this address accepts.",
  "http.form_too_large":
    "What was sent is larger than {{maximum}}, which is the most that is taken at once. Go back in your browser: what you typed is still there. Then send fewer or smaller files at a time.",
  "http.method_not_allowed": "This address does not accept that method.",
  "http.cross_site": "The request came from another site and was refused.",
  "http.unavailable": "The data cannot be reached right now. Please try again in a moment.",
  "http.suspended": "This council’s site is closed for the time being.",
  "http.unknown_host": "No council is served at this address.",
  "date.malformed": "A date is written like 2026-03-05.",
  "date.typed_wrong": "Choose the day, with a year of four digits, such as 27.11.2026.",
  "date.impossible": "That day does not exist.",
  "meanwhile.changed":
    "Meanwhile somebody else has written: “{{text}}”. If you send it again, what you typed stays; to keep the other, put it here.",
  "meanwhile.both":
    "Meanwhile somebody else has written: “{{text}}”. If you send it again, what you typed stays; to take the other, choose it here.",
  "meanwhile.emptied":
    "Meanwhile somebody else has emptied this field. If you send it again, what you typed stays; to leave it empty, choose that here.",
  "meanwhile.photo":
    "Meanwhile somebody else has put another photo here: look at it on this page. Nothing was replaced or taken away; if yours is to take its place, choose and send it again.",
  "meanwhile.emblem":
    "Meanwhile somebody else has set another emblem: look at it here. Nothing was replaced; if yours is to take its place, choose and send it again.",
  "meanwhile.ordered":
    "Meanwhile somebody else has put them in this order: {{text}}. If you send it again, your order stays.",
  "meanwhile.shown":
    "{{what}}: it was “{{was}}” and has become “{{is}}” meanwhile. Look at it and, if it is right, send it again.",
  "text.one_line": "This goes on one line.",
  "text.required": "This is required.",
  "text.too_long": "This text is too long.",
  "settings.still_stands_villages":
    "Village councils or meetings of theirs are public ({{number}}). End or withdraw them first.",
  "settings.declined_villages":
    "The settings say that the Council has no village councils. Change that there, then publish.",
  "settings.still_stands_neighbourhoods":
    "Neighbourhood councils or meetings of theirs are public ({{number}}). End or withdraw them first.",
  "settings.declined_neighbourhoods":
    "The settings say that the Council has no neighbourhood councils. Change that there, then publish.",
  "settings.still_stands_boards":
    "Citizens’ boards or meetings of theirs are public ({{number}}). End or withdraw them first.",
  "settings.declined_boards":
    "The settings say that the Council has no citizens’ boards. Change that there, then publish.",
  "settings.still_stands_memberships": "Memberships are public ({{number}}). Withdraw them first.",
  "settings.declined_memberships":
    "The settings say that the Council is a member of no organisation. Change that there, then publish.",
  "settings.still_stands_projects": "Projects are public ({{number}}). Withdraw them first.",
  "settings.declined_projects": "The settings say that the Council has no projects. Change that there, then publish.",
  "settings.still_stands_social": "Accounts still stand among the social networks ({{number}}). Take them off first.",
  "settings.declined_social":
    "The settings say that the Council has no accounts on social networks. Take that back first.",
  "settings.still_stands_gallery": "Albums are public ({{number}}). Withdraw them first.",
  "settings.declined_gallery": "The settings say that the Council keeps no gallery. Change that there, then publish.",
  "settings.module_unknown": "Choose one of the parts that are offered.",
  "settings.since_to_come": "This day is still to come.",
  "settings.emblem_unknown": "There is no such emblem.",
  "settings.emblem_unreadable": "This picture cannot be read: an emblem is an SVG, PNG, WebP or JPEG.",
  "settings.emblem_too_large": "This picture is too large: at most {{kilobytes}} kB are accepted.",
  "settings.emblem_too_long":
    "This picture is too long: its longer side is more than {{times}} times the shorter one. Leave out what is around the emblem, or send one that is more nearly square.",
  "settings.emblem_too_small": "This picture is too small: its longer side has at least {{pixels}} pixels.",
  "settings.approval_is_councils":
    "Whether what is published is approved first is for the Council to decide: its secretary changes this setting, not an operator of the portal.",
  "settings.domain_impossible":
    "This cannot be a domain of the Council’s own. A domain is written like keshilli.example.al.",
  "settings.domain_unknown": "This domain has not been noted here.",
  "settings.domain_in_use": "This domain is in use: only the operator takes it away.",
  "settings.too_many_domains": "At most {{maximum}} domains can be noted. Give one up first.",
  "settings.connections": "The number is from 20 to 100,000.",
  "settings.too_many": "These are too many.",
  "settings.term_malformed": "A term is written like 2023–2027.",
  "settings.term_backwards": "A term ends after it begins, as in 2023–2027.",
  "settings.phone_malformed": "A phone number is written in digits, like +355 4 222 2222 or 042 222 222 ext. 12.",
  "settings.other_network": "This address is not one of that network.",
  "settings.period_not_chosen": "Choose which period the Council sets.",
  "settings.holiday_not_chosen": "Choose one of the holidays.",
  "settings.numbering_unknown": "Choose one of the two ways of numbering.",
  "settings.low_contrast":
    "This colour cannot be read: its contrast is {{ratio}} and must be at least {{required}}. The nearest shade that can be read is {{suggestion}}.",
  "settings.colour_malformed": "A colour is written like #0b5b46.",
  "input.wrong": "This cannot be accepted.",
  "filter.repeated": "This filter is given more than once.",
  "filter.not_a_year": "A year has four digits, like 2026.",
  "filter.not_a_month": "A month is written like 2026-03.",
  "filter.not_a_page": "A page is a whole number from 1.",
  "filter.not_a_choice": "This value is not one of those that can be asked for.",
  "filter.not_a_limit": "The limit is a whole number from 1 to 50.",
  "documents.too_many": "These are more documents than one thing can carry.",
  "pages.there_already": "This page exists already: change that one.",
  "documents.not_found": "There is no such document.",
  "documents.newest_stays":
    "This is the newest version that the public has: put another in its place, or withdraw what carries it.",
  "documents.proposed_already":
    "A colleague’s file waits for this document already. Once it is let in, taken back or given back, another can be proposed.",
  "documents.file_changed_meanwhile": "The document got another file meanwhile. Look at both once more.",
  "documents.redact_first":
    "The act names persons. Bring in the newer original as internal first, and then its redacted version for the public.",
  "documents.public_version_exists": "The public already has this version of the document.",
  "publications.not_a_collection": "“{{element}}” is not a collection of documents.",
  "publications.not_found": "There is no such publication.",
  "publications.no_such_page": "The list does not have that many pages. The last one is {{pages}}.",
  "publications.already_public": "This is public already.",
  "publications.not_published": "This is a draft and has not been published.",
  "publications.already_withdrawn": "This has been withdrawn already.",
  "publications.withdrawn": "This was withdrawn on {{date}}.",
  "publications.slug_malformed": "An address has small letters without marks, digits and hyphens.",
  "publications.too_many_tags": "There are too many tags.",
  "publications.dated_otherwise": "This kind of document is not dated so.",
  "publications.period_ends_before_it_begins": "The period ends before it begins.",
  "publications.document_twice": "The same document is there twice.",
  "publications.document_unknown": "One of the documents does not exist, or stands somewhere else already.",
  "albums.not_found": "This album does not exist or is not public.",
  "albums.photo_not_found": "This photo does not exist or is not public.",
  "albums.without_photos": "An album without photos cannot be published.",
  "albums.already_public": "This album is public already.",
  "albums.not_published": "This album is not published.",
  "albums.no_such_page": "The gallery does not have that many pages: the last is {{pages}}.",
  "photos.not_a_photo": "The file “{{name}}” is not a photo: JPEG, PNG, WebP and AVIF are accepted.",
  "photos.too_many_pixels": "The photo “{{name}}” is too large: up to {{maximum}} million pixels are accepted.",
  "elements.not_found": "There is no element “{{code}}”.",
  "pages.not_a_page": "“{{element}}” is not a page that can be written.",
  "pages.not_found": "Nothing has been written for this page yet.",
  "pages.already_public": "This page is public already.",
  "pages.not_published": "This page has not been published.",
  "pages.document_twice": "The same document is there twice.",
  "pages.document_unknown": "One of the documents does not exist, or stands somewhere else already.",
  "pages.form_missing": "The form must be among the documents of the page.",
  "deadlines.unknown_rule": "There is no rule “{{code}}”.",
  "deadlines.not_in_force": "Rule {{code}} does not hold for an event of {{day}}.",
  "deadlines.period_not_set": "The law sets no period for {{code}}, and the Council has not set one yet.",
  "deadlines.hour_needed": "Rule {{code}} counts hours: the time is needed too, as in 2026-03-05T10:30.",
  "deadlines.no_hours_back": "Rule {{code}} counts back from an event, and that is not done in hours.",
  "deadlines.unknown_year": "The holidays of {{year}} are not known, so nothing is computed with them.",
  "deadlines.counts_forward": "Rule {{code}} does not ask for notice before an event.",
  "deadlines.date_or_time_malformed": "A day is written like 2026-03-05, with the time like 2026-03-05T10:30.",
  "deadlines.year_malformed": "A year is written like 2026.",
  "deadlines.period_fixed": "The Council cannot set the period of {{code}} itself.",
  "deadlines.period_too_short":
    "The period of {{code}} protects people: the Council may make it longer than the law does, never shorter.",
  "deadlines.period_too_long":
    "The period of {{code}} binds the municipality: the Council may make it shorter than the law does, never longer.",
  "deadlines.unit_differs":
    "The period of {{code}} is counted in another unit by the law, so longer and shorter cannot be compared.",
  "deadlines.period_already_set": "A period of this rule that begins on this day is already set.",
  "deadlines.period_ends_early": "The period ends before it begins.",
  "deadlines.period_not_found": "There is no such period.",
  "deadlines.already_open": "This deadline is already running.",
  "deadlines.not_open": "No such deadline is running.",
  "deadlines.already_day_off": "{{day}} is already a day off.",
  "deadlines.already_entered": "For {{day}} something is already entered.",
  "deadlines.not_day_off": "{{day}} is not a holiday in the nationwide list.",
  "deadlines.nothing_entered": "Nothing was entered for {{day}}.",
  "time.malformed": "A time of day is written like 18:00.",
  "number.not_whole": "This is a whole number.",
  "number.negative": "This number is not below 0.",
  "number.too_large": "This number is too large.",
  "url.not_public":
    "The address does not lead to the public web: it is written like https://example.al/…, without a password in it.",
  "url.with_password": "The address must not hold a user name or password.",
  "url.malformed": "An address on the web begins with https://.",
  "email.malformed": "An e-mail address is written like name@example.al.",
  "mail.control_character": "Subject and address are a single line each.",
  "files.too_large": "The file is larger than {{maximum}}.",
  "files.empty": "The file is empty.",
  "files.none_chosen": "Choose at least one file.",
  "files.truncated": "The file did not arrive whole. Please send it again.",
  "files.type_not_allowed": "“{{name}}” is of a kind that is not accepted here.",
  "files.type_mismatch": "“{{name}}” is not what its name says.",
  "files.macro_document": "“{{name}}” holds macros. Save it without them and send it again.",
  "files.damaged": "“{{name}}” is damaged and cannot be read.",
  "files.encrypted": "“{{name}}” is locked with a password. Take the lock off and send it again.",
  "files.archive_bomb": "“{{name}}” unpacks to far more than it should and was refused.",
  "files.archive_nested": "“{{name}}” holds another archive. Send the files themselves.",
  "files.storage_full": "There is no room for files left. Nothing was lost; please tell those who run the site.",
  "files.storage_unavailable": "Files cannot be reached right now. Please try again in a moment.",
  ...peopleErrors,
  ...editingErrors,
  ...electionsErrors,
  ...followingErrors,
  ...importErrors,
  ...operatorsErrors,
  ...payErrors,
  ...draftsErrors,
  ...planErrors,
  ...meetingsErrors,
  ...minutesErrors,
  ...liveErrors,
  ...mailingsErrors,
  ...actsErrors,
  ...readinessErrors,
  ...accountsErrors,
  ...recordingsErrors,
  ...registersErrors,
  ...searchErrors,
  ...upkeepErrors,
  ...uploadsErrors,
};
