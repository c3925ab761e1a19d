import * as v from "valibot";
import type { LocalizedText } from "../../locale.shared.ts";
import { stoodField, stoodOf } from "../../workspace/changed-meanwhile.shared.ts";
import { ChangedMeanwhile } from "../../workspace/changed-meanwhile.ts";
import type { TypedValues } from "../../workspace/typed-values.ts";
import { gapStood, reasonTold } from "./gaps-desk.shared.ts";
import type { Replaces } from "./numbering.service.ts";

const Stood = v.object({ reasons: v.array(v.string()) });
function readIn(typed: TypedValues): readonly string[] | null {
  try {
    const stood = v.safeParse(Stood, JSON.parse(String(typed[stoodField])));
    return stood.success ? stood.output.reasons : null;
  } catch {
    return null;
  }
}

/**
 * Replaces only reasons that whoever sends the form has read: on the page when it was opened, or when it came back. Numbers
 * may be added to those that it was opened for, and each may have a reason of its own. A form that does not say what it
 * showed goes through as it is.
 * @throws {ChangedMeanwhile} once
 */
export const readBefore =
  (typed: TypedValues): Replaces =>
  (earlier: readonly LocalizedText[]) => {
    const read = readIn(typed);
    if (!read) return;
    const unread = [...new Set(earlier.map(reasonTold))].filter((reason) => !read.includes(reason));
    if (unread.length === 0) return;
    const text = unread.join("; ").slice(0, 300);
    throw new ChangedMeanwhile([{ path: "reason.sq", code: "meanwhile.changed", params: { text } }], {
      ...typed,
      [stoodField]: stoodOf(gapStood([...read, ...unread])),
    });
  };
