import type { Clock } from "../clock.ts";

/**
 * The demo's now: the machine's time of day on the day on which the demo's world ends, so that "6 days left" reads
 * the same whenever the demo is shown.
 * @param demoDate `YYYY-MM-DD`; `null` is today.
 */
export function demoClock(demoDate: string | null): Clock {
  if (!demoDate) return { now: () => new Date() };
  const today = new Date().toISOString().slice(0, 10);
  const shift = Date.parse(`${demoDate}T00:00:00Z`) - Date.parse(`${today}T00:00:00Z`);
  return { now: () => new Date(Date.now() + shift), ofDevices: () => new Date() };
}
