import { acts as actsEn } from "./en/acts.ts";
import { calendar as calendarEn } from "./en/calendar.ts";
import { collections as collectionsEn } from "./en/collections.ts";
import { deadlines as deadlinesEn } from "./en/deadlines.ts";
import { directory as directoryEn } from "./en/directory.ts";
import { drafts as draftsEn } from "./en/drafts.ts";
import { due as dueEn } from "./en/due.ts";
import { elections as electionsEn } from "./en/elections.ts";
import { elements as elementsEn } from "./en/elements.ts";
import { errors as errorsEn } from "./en/errors.ts";
import { feeds as feedsEn } from "./en/feeds.ts";
import { fields as fieldsEn } from "./en/fields.ts";
import { home as homeEn } from "./en/home.ts";
import { en as coreEn } from "./en/index.ts";
import { matters as mattersEn } from "./en/matters.ts";
import { meetings as meetingsEn } from "./en/meetings.ts";
import { packages as packagesEn } from "./en/packages.ts";
import { pay as payEn } from "./en/pay.ts";
import { people as peopleEn } from "./en/people.ts";
import { periods as periodsEn } from "./en/periods.ts";
import { plain as plainEn } from "./en/plain.ts";
import { plan as planEn } from "./en/plan.ts";
import { publications as publicationsEn } from "./en/publications.ts";
import { readiness as readinessEn } from "./en/readiness.ts";
import { registers as registersEn } from "./en/registers.ts";
import { workbooks as workbooksEn } from "./en/workbooks.ts";
import { acts as actsSq } from "./sq/acts.ts";
import { calendar as calendarSq } from "./sq/calendar.ts";
import { collections as collectionsSq } from "./sq/collections.ts";
import { deadlines as deadlinesSq } from "./sq/deadlines.ts";
import { directory as directorySq } from "./sq/directory.ts";
import { drafts as draftsSq } from "./sq/drafts.ts";
import { due as dueSq } from "./sq/due.ts";
import { elections as electionsSq } from "./sq/elections.ts";
import { elements as elementsSq } from "./sq/elements.ts";
import { errors as errorsSq } from "./sq/errors.ts";
import { feeds as feedsSq } from "./sq/feeds.ts";
import { fields as fieldsSq } from "./sq/fields.ts";
import { home as homeSq } from "./sq/home.ts";
import { sq as coreSq } from "./sq/index.ts";
import { matters as mattersSq } from "./sq/matters.ts";
import { meetings as meetingsSq } from "./sq/meetings.ts";
import { packages as packagesSq } from "./sq/packages.ts";
import { pay as paySq } from "./sq/pay.ts";
import { people as peopleSq } from "./sq/people.ts";
import { periods as periodsSq } from "./sq/periods.ts";
import { plain as plainSq } from "./sq/plain.ts";
import { plan as planSq } from "./sq/plan.ts";
import { publications as publicationsSq } from "./sq/publications.ts";
import { readiness as readinessSq } from "./sq/readiness.ts";
import { registers as registersSq } from "./sq/registers.ts";
import { workbooks as workbooksSq } from "./sq/workbooks.ts";

const en = {
  ...coreEn,
  collections: collectionsEn,
  deadlines: deadlinesEn,
  directory: directoryEn,
  elements: elementsEn,
  errors: errorsEn,
  feeds: feedsEn,
  fields: fieldsEn,
  home: homeEn,
  packages: packagesEn,
  periods: periodsEn,
  plain: plainEn,
  publications: publicationsEn,
  readiness: readinessEn,
  people: peopleEn,
  elections: electionsEn,
  pay: payEn,
  drafts: draftsEn,
  plan: planEn,
  matters: mattersEn,
  meetings: meetingsEn,
  calendar: calendarEn,
  acts: actsEn,
  registers: registersEn,
  workbooks: workbooksEn,
  due: dueEn,
};
export type Namespace = keyof typeof en;
/** English fixes the shape; Albanian must be complete by type. */
export type Messages = { [N in Namespace]: { [K in keyof (typeof en)[N]]: string } };
export type English = typeof en;

const sq: Messages = {
  ...coreSq,
  collections: collectionsSq,
  deadlines: deadlinesSq,
  directory: directorySq,
  elements: elementsSq,
  errors: errorsSq,
  feeds: feedsSq,
  fields: fieldsSq,
  home: homeSq,
  packages: packagesSq,
  periods: periodsSq,
  plain: plainSq,
  publications: publicationsSq,
  readiness: readinessSq,
  people: peopleSq,
  elections: electionsSq,
  pay: paySq,
  drafts: draftsSq,
  plan: planSq,
  matters: mattersSq,
  meetings: meetingsSq,
  calendar: calendarSq,
  acts: actsSq,
  registers: registersSq,
  workbooks: workbooksSq,
  due: dueSq,
};

/** Both languages, for the server. The browser loads only its own, and a page's phrases with the page. */
export const messages = { en, sq };
