import { act as actEn } from "./en/act.ts";
import { acts as actsEn } from "./en/acts.ts";
import { actsRegister as actsRegisterEn } from "./en/acts-register.ts";
import { bodies as bodiesEn } from "./en/bodies.ts";
import { bodyNames as bodyNamesEn } from "./en/body-names.ts";
import { calendar as calendarEn } from "./en/calendar.ts";
import { collection as collectionEn } from "./en/collection.ts";
import { deadlines as deadlinesEn } from "./en/deadlines.ts";
import { deeds as deedsEn } from "./en/deeds.ts";
import { directory as directoryEn } from "./en/directory.ts";
import { draft as draftEn } from "./en/draft.ts";
import { drafts as draftsEn } from "./en/drafts.ts";
import { due as dueEn } from "./en/due.ts";
import { elections as electionsEn } from "./en/elections.ts";
import { errors as errorsEn } from "./en/errors.ts";
import { feeds as feedsEn } from "./en/feeds.ts";
import { fields as fieldsEn } from "./en/fields.ts";
import { following as followingEn } from "./en/following.ts";
import { forms as formsEn } from "./en/forms.ts";
import { headlines as headlinesEn } from "./en/headlines.ts";
import { home as homeEn } from "./en/home.ts";
import { en as coreEn } from "./en/index.ts";
import { mailings as mailingsEn } from "./en/mailings.ts";
import { mails as mailsEn } from "./en/mails.ts";
import { matters as mattersEn } from "./en/matters.ts";
import { meeting as meetingEn } from "./en/meeting.ts";
import { meetingLists as meetingListsEn } from "./en/meeting-lists.ts";
import { meetingNames as meetingNamesEn } from "./en/meeting-names.ts";
import { meetings as meetingsEn } from "./en/meetings.ts";
import { members as membersEn } from "./en/members.ts";
import { packages as packagesEn } from "./en/packages.ts";
import { parts as partsEn } from "./en/parts.ts";
import { pay as payEn } from "./en/pay.ts";
import { people as peopleEn } from "./en/people.ts";
import { periods as periodsEn } from "./en/periods.ts";
import { person as personEn } from "./en/person.ts";
import { plain as plainEn } from "./en/plain.ts";
import { plan as planEn } from "./en/plan.ts";
import { procedures as proceduresEn } from "./en/procedures.ts";
import { publications as publicationsEn } from "./en/publications.ts";
import { readiness as readinessEn } from "./en/readiness.ts";
import { readinessPlan as readinessPlanEn } from "./en/readiness-plan.ts";
import { recordings as recordingsEn } from "./en/recordings.ts";
import { registers as registersEn } from "./en/registers.ts";
import { search as searchEn } from "./en/search.ts";
import { watch as watchEn } from "./en/watch.ts";
import { workbooks as workbooksEn } from "./en/workbooks.ts";
import { workspacePhrases as workspaceEn } from "./en/workspace/index.ts";
import { act as actSq } from "./sq/act.ts";
import { acts as actsSq } from "./sq/acts.ts";
import { actsRegister as actsRegisterSq } from "./sq/acts-register.ts";
import { bodies as bodiesSq } from "./sq/bodies.ts";
import { bodyNames as bodyNamesSq } from "./sq/body-names.ts";
import { calendar as calendarSq } from "./sq/calendar.ts";
import { collection as collectionSq } from "./sq/collection.ts";
import { deadlines as deadlinesSq } from "./sq/deadlines.ts";
import { deeds as deedsSq } from "./sq/deeds.ts";
import { directory as directorySq } from "./sq/directory.ts";
import { draft as draftSq } from "./sq/draft.ts";
import { drafts as draftsSq } from "./sq/drafts.ts";
import { due as dueSq } from "./sq/due.ts";
import { elections as electionsSq } from "./sq/elections.ts";
import { errors as errorsSq } from "./sq/errors.ts";
import { feeds as feedsSq } from "./sq/feeds.ts";
import { fields as fieldsSq } from "./sq/fields.ts";
import { following as followingSq } from "./sq/following.ts";
import { forms as formsSq } from "./sq/forms.ts";
import { headlines as headlinesSq } from "./sq/headlines.ts";
import { home as homeSq } from "./sq/home.ts";
import { sq as coreSq } from "./sq/index.ts";
import { mailings as mailingsSq } from "./sq/mailings.ts";
import { mails as mailsSq } from "./sq/mails.ts";
import { matters as mattersSq } from "./sq/matters.ts";
import { meeting as meetingSq } from "./sq/meeting.ts";
import { meetingLists as meetingListsSq } from "./sq/meeting-lists.ts";
import { meetingNames as meetingNamesSq } from "./sq/meeting-names.ts";
import { meetings as meetingsSq } from "./sq/meetings.ts";
import { members as membersSq } from "./sq/members.ts";
import { packages as packagesSq } from "./sq/packages.ts";
import { parts as partsSq } from "./sq/parts.ts";
import { pay as paySq } from "./sq/pay.ts";
import { people as peopleSq } from "./sq/people.ts";
import { periods as periodsSq } from "./sq/periods.ts";
import { person as personSq } from "./sq/person.ts";
import { plain as plainSq } from "./sq/plain.ts";
import { plan as planSq } from "./sq/plan.ts";
import { procedures as proceduresSq } from "./sq/procedures.ts";
import { publications as publicationsSq } from "./sq/publications.ts";
import { readiness as readinessSq } from "./sq/readiness.ts";
import { readinessPlan as readinessPlanSq } from "./sq/readiness-plan.ts";
import { recordings as recordingsSq } from "./sq/recordings.ts";
import { registers as registersSq } from "./sq/registers.ts";
import { search as searchSq } from "./sq/search.ts";
import { watch as watchSq } from "./sq/watch.ts";
import { workbooks as workbooksSq } from "./sq/workbooks.ts";
import { workspacePhrases as workspaceSq } from "./sq/workspace/index.ts";

const en = {
  ...coreEn,
  deadlines: deadlinesEn,
  directory: directoryEn,
  elements: { ...coreEn.elements, ...proceduresEn, ...partsEn, ...readinessPlanEn },
  errors: errorsEn,
  feeds: feedsEn,
  fields: fieldsEn,
  following: followingEn,
  forms: formsEn,
  home: homeEn,
  packages: packagesEn,
  periods: periodsEn,
  plain: plainEn,
  publications: { ...publicationsEn, ...headlinesEn, ...collectionEn },
  readiness: readinessEn,
  people: { ...peopleEn, ...personEn, ...membersEn, ...bodiesEn, ...bodyNamesEn },
  elections: electionsEn,
  pay: payEn,
  drafts: { ...draftsEn, ...draftEn },
  plan: planEn,
  mailings: mailingsEn,
  matters: mattersEn,
  meetings: { ...meetingsEn, ...meetingEn, ...meetingListsEn, ...meetingNamesEn },
  calendar: calendarEn,
  acts: { ...actsEn, ...actEn, ...actsRegisterEn },
  recordings: recordingsEn,
  registers: registersEn,
  watch: watchEn,
  search: searchEn,
  workbooks: workbooksEn,
  deeds: deedsEn,
  due: dueEn,
  mails: mailsEn,
  ...workspaceEn,
};
export type Namespace = keyof typeof en;
/** English fixes the shape; Albanian must be complete by type. */
export type Messages = { [N in Namespace]: { [K in keyof (typeof en)[N]]: string } };
export type English = typeof en;

const sq: Messages = {
  ...coreSq,
  deadlines: deadlinesSq,
  directory: directorySq,
  elements: { ...coreSq.elements, ...proceduresSq, ...partsSq, ...readinessPlanSq },
  errors: errorsSq,
  feeds: feedsSq,
  fields: fieldsSq,
  following: followingSq,
  forms: formsSq,
  home: homeSq,
  packages: packagesSq,
  periods: periodsSq,
  plain: plainSq,
  publications: { ...publicationsSq, ...headlinesSq, ...collectionSq },
  readiness: readinessSq,
  people: { ...peopleSq, ...personSq, ...membersSq, ...bodiesSq, ...bodyNamesSq },
  elections: electionsSq,
  pay: paySq,
  drafts: { ...draftsSq, ...draftSq },
  plan: planSq,
  mailings: mailingsSq,
  matters: mattersSq,
  meetings: { ...meetingsSq, ...meetingSq, ...meetingListsSq, ...meetingNamesSq },
  calendar: calendarSq,
  acts: { ...actsSq, ...actSq, ...actsRegisterSq },
  recordings: recordingsSq,
  registers: registersSq,
  watch: watchSq,
  search: searchSq,
  workbooks: workbooksSq,
  deeds: deedsSq,
  due: dueSq,
  mails: mailsSq,
  ...workspaceSq,
};

/** Both languages, for the server. The browser loads only its own, and a page's phrases with the page. */
export const messages = { en, sq };
