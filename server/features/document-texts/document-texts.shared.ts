import { unreadReasons } from "../inspection/inspection.shared.ts";

/** Why nothing, or not everything, was read in a file; `missing` is not in the storage. */
export const unreadableReasons = [...unreadReasons, "missing"] as const;
export type UnreadableReason = (typeof unreadableReasons)[number];

/** How far a file has been read: `waiting` has its turn soon, `not_asked` is of a kind that holds no text to read. */
export const readingStates = ["waiting", "not_asked", "read", "recognised", "scanned", "unreadable"] as const;

/** What was read in a file, for the workspace. */
export interface TextReading {
  state: (typeof readingStates)[number];
  /** Of `unreadable`, and of `read` where the rest could not be read. */
  reason: UnreadableReason | null;
  /** Of the whole file; `null` where it has no pages. */
  pages: number | null;
  /** Whether it was read to its end. */
  isWhole: boolean;
  /** Pages that are pictures and that nobody could read. */
  pictures: number[];
  /** How many pages were read by a machine out of pictures. */
  recognised: number;
}
