import { type LoggedStep, standingSteps } from "../live/live-state.shared.ts";
import type { ChapterKind } from "./chapters.shared.ts";

export interface ChapterFromLog {
  starts: number;
  kind: Exclude<ChapterKind, "other">;
  itemId: string | null;
}

/**
 * What the log of a meeting says of its recording: when it was opened, when each item was called and called again, and when
 * there was a break. What fell into one second comes a second later.
 * @param beginsAt the instant of the recording's first second
 */
export function chaptersFromLog(log: readonly LoggedStep[], beginsAt: Date): ChapterFromLog[] {
  const chapters: ChapterFromLog[] = [];
  let current: string | null = null;
  const add = (at: Date, kind: ChapterFromLog["kind"], itemId: string | null = null) => {
    const starts = Math.round((at.getTime() - beginsAt.getTime()) / 1_000);
    chapters.push({
      starts: Math.max(starts, (chapters.at(-1)?.starts ?? Number.NEGATIVE_INFINITY) + 1),
      kind,
      itemId,
    });
  };
  for (const { step, at } of standingSteps(log)) {
    if (step.kind === "opened") add(at, "opening");
    if (step.kind === "break_began") add(at, "break");
    // What was interrupted by the break goes on.
    if (step.kind === "break_ended" && current) add(at, "item", current);
    if (step.kind === "item_started") {
      current = step.itemId;
      add(at, "item", current);
    }
    if ((step.kind === "item_paused" || step.kind === "item_ended") && step.itemId === current) current = null;
  }
  return chapters;
}

/** When the meeting was opened, by its log; `null` where there is none. */
export const openedBy = (log: readonly LoggedStep[]): Date | null =>
  standingSteps(log).find(({ step }) => step.kind === "opened")?.at ?? null;
