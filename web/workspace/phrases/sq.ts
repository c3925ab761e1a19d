import { collections } from "../../i18n/sq/collections.ts";
import { common } from "../../i18n/sq/common.ts";
import { due } from "../../i18n/sq/due.ts";
import { workspacePhrases } from "../../i18n/sq/workspace/index.ts";

/** What the workspace's script speaks. */
export const phrases = { common, collections, due, ...workspacePhrases };
