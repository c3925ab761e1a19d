import { keepAccounts, keepOneself } from "./accounts.ts";
import { workByTwo } from "./approval.ts";
import { keepTheBoard } from "./board.ts";
import { callOff, meetAsUsual } from "./calling-off.ts";
import { consultOnDrafts } from "./consultation.ts";
import { editByScript, lookUp } from "./editing-api.ts";
import { keepDocuments, keepPhotos } from "./kept-files.ts";
import { changeTheAgenda } from "./meetings.ts";
import type { Work } from "./office.ts";
import { actsToThePrefect } from "./prefect.ts";
import { keepSettings } from "./settings.ts";
import { holdMeetings } from "./sitting.ts";
import { correctEachKind, livesOfEachKind, publishLater } from "./things.ts";
import { keepUp } from "./upkeep.ts";

/** Everything that is done in the workspace, in the order in which each turn does it. */
export const allWork: readonly Work[] = [
  livesOfEachKind,
  correctEachKind,
  publishLater,
  editByScript,
  lookUp,
  actsToThePrefect,
  consultOnDrafts,
  changeTheAgenda,
  meetAsUsual,
  callOff,
  holdMeetings,
  workByTwo,
  keepSettings,
  keepAccounts,
  keepOneself,
  keepTheBoard,
  keepDocuments,
  keepPhotos,
  keepUp,
];
