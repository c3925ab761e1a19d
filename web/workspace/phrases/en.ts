import { collections } from "../../i18n/en/collections.ts";
import { common } from "../../i18n/en/common.ts";
import { due } from "../../i18n/en/due.ts";
import { workspacePhrases } from "../../i18n/en/workspace/index.ts";

/** What the workspace's script speaks. */
export const phrases = { common, collections, due, ...workspacePhrases };
