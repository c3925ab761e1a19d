import type { Doing } from "../../features/audit/audit.service.ts";
import { zone } from "../../local-time.ts";

/** An hour of a day in Tirana. */
export const instant = (day: string, time: string): Date =>
  new Date(Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: zone, plainTime: time }).epochMilliseconds);

/** Everything the demo does is done by the demo, at nine in the morning of its day unless told. */
export const onDay = (day: string, time = "09:00"): Doing => ({
  actor: { kind: "system", name: "demo" },
  now: instant(day, time),
});
