const two = (number: number) => String(number).padStart(2, "0");

/** Time that has passed, as a clock in a hall shows it: 04:09, from an hour on 1:04:09. */
export function elapsed(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1_000));
  const [hours, minutes] = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60];
  return `${hours > 0 ? `${hours}:${two(minutes)}` : two(minutes)}:${two(seconds % 60)}`;
}

/** For how long an item was discussed, with its stretches together. */
export const spentOn = (spans: readonly { from: Date; until: Date | null }[], now: number): number =>
  spans.reduce((sum, { from, until }) => sum + ((until?.getTime() ?? now) - from.getTime()), 0);
