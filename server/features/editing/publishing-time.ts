import { InvalidInput } from "../../http/problem.ts";
import { zone } from "../../local-time.ts";

/** Whoever chose the minute in which we are has not chosen the past. */
const grace = { minutes: 10 } as const;
const years = 2;

/** As clocks in Tirana show it; `null` in the hour that they leave out in spring. */
function shownInTirana(text: string): Temporal.Instant | null {
  const shown = Temporal.PlainDateTime.from(text, { overflow: "reject" });
  const at = shown.toZonedDateTime(zone);
  return at.toPlainDateTime().equals(shown) ? at.toInstant() : null;
}

/** A time with its zone, or as clocks in Tirana show it; `null` for one that does not exist. */
function instantOf(text: string): Temporal.Instant | null {
  for (const read of [Temporal.Instant.from, shownInTirana])
    try {
      return read(text);
    } catch {
      // The other way, or none.
    }
  return null;
}

/**
 * When something is published: now where nothing is said, or a time that has not come.
 * @throws at `at`: `date.impossible`, `editing.time_past`, `editing.time_far`
 */
export function publishingTime(text: string, now: Date): Date {
  if (text.trim() === "") return now;
  const problem = (code: string) => new InvalidInput([{ path: "at", code, params: { years } }]);
  const at = instantOf(text.trim());
  if (!at) throw problem("date.impossible");
  const present = Temporal.Instant.fromEpochMilliseconds(now.getTime());
  if (Temporal.Instant.compare(at, present.subtract(grace)) < 0) throw problem("editing.time_past");
  const last = present.toZonedDateTimeISO(zone).add({ years }).toInstant();
  if (Temporal.Instant.compare(at, last) > 0) throw problem("editing.time_far");
  return new Date(Math.max(at.epochMilliseconds, now.getTime()));
}
