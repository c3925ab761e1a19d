import type { Clock } from "../clock.ts";
import { wallTime, zone } from "../local-time.ts";

/**
 * The demo's now: the time of day in Tirana on the day on which the demo's world ends, so that "6 days left" reads the
 * same whenever the demo is shown.
 * @param demoDate `YYYY-MM-DD`; `null` is today.
 * @param devices What telephones show.
 */
export function demoClock(demoDate: string | null, devices = () => new Date()): Clock {
  if (!demoDate) return { now: devices };
  const started = devices();
  const plainTime = wallTime(started).toPlainTime();
  const { epochMilliseconds } = Temporal.PlainDate.from(demoDate).toZonedDateTime({ timeZone: zone, plainTime });
  const shift = epochMilliseconds - started.getTime();
  return { now: () => new Date(devices().getTime() + shift), ofDevices: devices };
}
