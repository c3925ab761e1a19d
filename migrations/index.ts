import type { Migration } from "kysely/migration";
import * as councils from "./0001-councils.ts";
import * as documents from "./0002-documents.ts";
import * as publications from "./0003-publications.ts";
import * as outbox from "./0004-outbox.ts";
import * as publicationPhotos from "./0005-publication-photos.ts";
import * as deadlines from "./0006-deadlines.ts";
import * as people from "./0007-people.ts";
import * as elections from "./0008-elections.ts";
import * as draftActs from "./0009-draft-acts.ts";
import * as meetings from "./0010-meetings.ts";
import * as acts from "./0011-acts.ts";
import * as attachments from "./0012-attachments.ts";
import * as accounts from "./0013-accounts.ts";
import * as editing from "./0014-editing.ts";
import * as uploads from "./0015-uploads.ts";
import * as imports from "./0016-imports.ts";
import * as readinessPlan from "./0017-readiness-plan.ts";
import * as upkeep from "./0018-upkeep.ts";
import * as operators from "./0019-operators.ts";
import * as importChecks from "./0020-import-checks.ts";
import * as payRates from "./0022-pay-rates.ts";
import * as foldedTitles from "./0023-folded-titles.ts";
import * as fileCare from "./0024-file-care.ts";
import * as actsByTitle from "./0025-acts-by-title.ts";
import * as live from "./0026-live.ts";
import * as searchIndex from "./0027-search-index.ts";
import * as documentTexts from "./0028-document-texts.ts";
import * as streams from "./0029-streams.ts";
import * as minutes from "./0030-minutes.ts";
import * as searchInTexts from "./0031-search-in-texts.ts";
import * as recordings from "./0032-recordings.ts";
import * as correctedDays from "./0033-corrected-days.ts";
import * as tabs from "./0034-tabs.ts";
import * as formsSent from "./0035-forms-sent.ts";
import * as rareQuestions from "./0036-rare-questions.ts";
import * as savedForms from "./0037-saved-forms.ts";
import * as waitingPapers from "./0038-waiting-papers.ts";
import * as correctedNotices from "./0039-corrected-notices.ts";
import * as actsToCome from "./0040-acts-to-come.ts";
import * as ownProfiles from "./0041-own-profiles.ts";
import * as binnedMeetings from "./0042-binned-meetings.ts";
import * as meetingsWithoutOutcome from "./0043-meetings-without-outcome.ts";
import * as filesOfPersons from "./0044-files-of-persons.ts";
import * as proposals from "./0045-proposals.ts";
import * as knownBrowsers from "./0046-known-browsers.ts";
import * as proposedFiles from "./0047-proposed-files.ts";
import * as peopleAtMeetings from "./0048-people-at-meetings.ts";
import * as withdrawnBodies from "./0049-withdrawn-bodies.ts";

/** Every step in order, named. A step that has been released is never edited. */
export const migrations: Record<string, Migration> = {
  "0001-councils": councils,
  "0002-documents": documents,
  "0003-publications": publications,
  "0004-outbox": outbox,
  "0005-publication-photos": publicationPhotos,
  "0006-deadlines": deadlines,
  "0007-people": people,
  "0008-elections": elections,
  "0009-draft-acts": draftActs,
  "0010-meetings": meetings,
  "0011-acts": acts,
  "0012-attachments": attachments,
  "0013-accounts": accounts,
  "0014-editing": editing,
  "0015-uploads": uploads,
  "0016-imports": imports,
  "0017-readiness-plan": readinessPlan,
  "0018-upkeep": upkeep,
  "0019-operators": operators,
  "0020-import-checks": importChecks,
  "0022-pay-rates": payRates,
  "0023-folded-titles": foldedTitles,
  "0024-file-care": fileCare,
  "0025-acts-by-title": actsByTitle,
  "0026-live": live,
  "0027-search-index": searchIndex,
  "0028-document-texts": documentTexts,
  "0029-streams": streams,
  "0030-minutes": minutes,
  "0031-search-in-texts": searchInTexts,
  "0032-recordings": recordings,
  "0033-corrected-days": correctedDays,
  "0034-tabs": tabs,
  "0035-forms-sent": formsSent,
  "0036-rare-questions": rareQuestions,
  "0037-saved-forms": savedForms,
  "0038-waiting-papers": waitingPapers,
  "0039-corrected-notices": correctedNotices,
  "0040-acts-to-come": actsToCome,
  "0041-own-profiles": ownProfiles,
  "0042-binned-meetings": binnedMeetings,
  "0043-meetings-without-outcome": meetingsWithoutOutcome,
  "0044-files-of-persons": filesOfPersons,
  "0045-proposals": proposals,
  "0046-known-browsers": knownBrowsers,
  "0047-proposed-files": proposedFiles,
  "0048-people-at-meetings": peopleAtMeetings,
  "0049-withdrawn-bodies": withdrawnBodies,
};
