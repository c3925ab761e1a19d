/** What a stretch of a recording shows: the roll call, an agenda item, a break, or what has a title of its own. */
export const chapterKinds = ["opening", "item", "break", "other"] as const;
export type ChapterKind = (typeof chapterKinds)[number];

/** The longest recording, in seconds: no meeting lasts two days. */
export const longestRecording = 172_800;

/** 754 as `12:34`, 3754 as `1:02:34`; before the beginning with a minus. */
export function clockOf(seconds: number): string {
  const two = (part: number) => String(part).padStart(2, "0");
  const whole = Math.abs(seconds);
  const [hours, minutes] = [Math.floor(whole / 3_600), Math.floor((whole % 3_600) / 60)];
  const clock = hours > 0 ? `${hours}:${two(minutes)}` : String(minutes);
  return `${seconds < 0 ? "-" : ""}${clock}:${two(whole % 60)}`;
}

/** `12:34` or `1:02:34` in seconds; `null` for anything else. Minutes may be more than 59 where no hours are said. */
export function secondsOf(clock: string): number | null {
  const [, minus, first, second, third] = /^([-−]?)(\d{1,4}):([0-5]\d)(?::([0-5]\d))?$/.exec(clock.trim()) ?? [];
  if (first === undefined || (third !== undefined && first.length > 2)) return null;
  const parts = [first, second, third].filter((part) => part !== undefined).map(Number);
  const seconds = parts.reduce((sum, part) => sum * 60 + part, 0);
  if (seconds > longestRecording) return null;
  return minus && seconds > 0 ? -seconds : seconds;
}

/** A second as the address of a recording's page has it: `?t=754`. */
export const momentOf = (url: string, seconds: number): string => `${url}?t=${Math.max(seconds, 0)}`;

/**
 * The chapters that a recording shows, in order: what lies behind its end is left out, and of what had begun before it only
 * the last, from its first second.
 * @param duration in seconds; `null` where nobody knows
 */
export function shownChapters<C extends { starts: number }>(chapters: readonly C[], duration: number | null): C[] {
  const inOrder = chapters
    .filter(({ starts }) => duration === null || starts < duration)
    .toSorted((one, other) => one.starts - other.starts);
  const first = inOrder.findLastIndex(({ starts }) => starts <= 0);
  return inOrder.slice(Math.max(first, 0)).map((chapter) => ({ ...chapter, starts: Math.max(chapter.starts, 0) }));
}
