import { entranceWorkspace } from "../features/accounts/entrance.workspace.ts";
import { ownWorkspace } from "../features/accounts/own.workspace.ts";
import { usersWorkspace } from "../features/accounts/users.workspace.ts";
import { actsWorkspace } from "../features/acts/acts.workspace.ts";
import { auditWorkspace } from "../features/audit/audit.workspace.ts";
import { dayWorkspace } from "../features/day/day.workspace.ts";
import { documentsWorkspace } from "../features/documents/documents.workspace.ts";
import { draftActsWorkspace } from "../features/draft-acts/draft-acts.workspace.ts";
import { approvalsWorkspace } from "../features/editing/approvals.workspace.ts";
import { editingWorkspace } from "../features/editing/editing.workspace.ts";
import { finderWorkspace } from "../features/finder/finder.workspace.ts";
import { importsWorkspace } from "../features/imports/imports.workspace.ts";
import { liveWorkspace } from "../features/live/live.workspace.ts";
import { mailingsWorkspace } from "../features/mailings/mailings.workspace.ts";
import { meetingsWorkspace } from "../features/meetings/meetings.workspace.ts";
import { minutesWorkspace } from "../features/minutes/minutes.workspace.ts";
import { visitsWorkspace } from "../features/operators/visits.workspace.ts";
import { ownProfileWorkspace } from "../features/own-profile/own-profile.workspace.ts";
import { photosWorkspace } from "../features/photos/photos.workspace.ts";
import { readinessWorkspace } from "../features/readiness/readiness.workspace.ts";
import { recordingsWorkspace } from "../features/recordings/recordings.workspace.ts";
import { searchesWorkspace } from "../features/search/searches.workspace.ts";
import { settingsWorkspace } from "../features/settings/settings.workspace.ts";
import { shortcutsWorkspace } from "../features/shortcuts/shortcuts.workspace.ts";
import { upkeepWorkspace } from "../features/upkeep/upkeep.workspace.ts";
import { uploadsWorkspace } from "../features/uploads/uploads.workspace.ts";
import type { WorkspaceFeatureOf } from "./feature.ts";

/** All that there is in the workspace: each feature says in its own file what it adds. */
export const workspaceFeatures: readonly WorkspaceFeatureOf[] = [
  entranceWorkspace,
  ownWorkspace,
  visitsWorkspace,
  dayWorkspace,
  ownProfileWorkspace,
  // Before the acts themselves, below whose address one of its pages stands.
  actsWorkspace,
  draftActsWorkspace,
  editingWorkspace,
  approvalsWorkspace,
  meetingsWorkspace,
  minutesWorkspace,
  liveWorkspace,
  recordingsWorkspace,
  importsWorkspace,
  usersWorkspace,
  photosWorkspace,
  readinessWorkspace,
  auditWorkspace,
  documentsWorkspace,
  uploadsWorkspace,
  mailingsWorkspace,
  upkeepWorkspace,
  searchesWorkspace,
  settingsWorkspace,
  finderWorkspace,
  shortcutsWorkspace,
];
