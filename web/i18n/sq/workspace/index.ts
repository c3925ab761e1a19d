import { accounts } from "./accounts.ts";
import { audit } from "./audit.ts";
import { board } from "./board.ts";
import { consultation } from "./consultation.ts";
import { day } from "./day.ts";
import { desk } from "./desk.ts";
import { documents } from "./documents.ts";
import { editing } from "./editing.ts";
import { finder } from "./finder.ts";
import { gaps } from "./gaps.ts";
import { imports } from "./imports.ts";
import { letters } from "./letters.ts";
import { minutes } from "./minutes.ts";
import { operator } from "./operator.ts";
import { photos } from "./photos.ts";
import { profile } from "./profile.ts";
import { recording } from "./recording.ts";
import { review } from "./review.ts";
import { searches } from "./searches.ts";
import { sending } from "./sending.ts";
import { settings } from "./settings.ts";
import { shortcuts } from "./shortcuts.ts";
import { sitting } from "./sitting.ts";
import { upkeep } from "./upkeep.ts";
import { workspace } from "./workspace.ts";

/** Each feature of the workspace has a namespace of its own. */
export const workspacePhrases = {
  workspace,
  accounts,
  audit,
  board,
  consultation,
  day,
  desk,
  documents,
  editing,
  finder,
  gaps,
  imports,
  letters,
  minutes,
  operator,
  review,
  photos,
  profile,
  recording,
  searches,
  sending,
  settings,
  shortcuts,
  sitting,
  upkeep,
};
