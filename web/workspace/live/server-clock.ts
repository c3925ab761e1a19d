/**
 * The server's time as this device knows it: from the last answer on, by a clock that nobody sets, so that a wrong or a
 * jumping clock of the device says nothing. It never goes back.
 * @param ticks milliseconds that only go forward
 */
export function serverClock(start: string, ticks: () => number = () => performance.now()) {
  let [known, since] = [Date.parse(start), ticks()];
  let told = known;
  return {
    now(): number {
      told = Math.max(told, known + (ticks() - since));
      return told;
    },
    /** An answer said what time it is. */
    heard(instant: string): void {
      [known, since] = [Date.parse(instant), ticks()];
    },
  };
}
export type ServerClock = ReturnType<typeof serverClock>;
