import type { Day } from "../../db/columns.ts";
import type { TenantTx } from "../../db/tenant-db.ts";
import { dayIn } from "../../local-time.ts";
import type { LocalizedText } from "../../locale.shared.ts";
import type { BodyKind } from "../bodies/bodies.shared.ts";
import { instantIn } from "../deadlines/deadline.ts";
import { findReckoning, type Reckoning } from "../deadlines/deadlines.queries.ts";
import { noDayFound } from "./meetings.errors.ts";
import type { MeetingKind } from "./meetings.shared.ts";
import { noticeOf } from "./notice.ts";
import { type Rhythm, rhythmDays } from "./rhythm.ts";

/** A day on which nobody works, in whose place another is proposed. */
export interface SkippedDay {
  day: Day;
  /** The holidays on it; none where it is a weekend. */
  because: LocalizedText[];
}

/** When a meeting could be, and until when its notice must be given. */
export interface ProposedDay {
  day: Day;
  startsAt: Date;
  endsAt: Date | null;
  skipped: SkippedDay[];
  /** The latest day on which the notice is in time; `null` where no law sets a period. */
  noticeBy: Day | null;
  /** Whether it still is. */
  isInTime: boolean;
}

export interface Usual {
  kind: MeetingKind;
  body: { id: string; kind: BodyKind };
  rhythm: Rhythm;
  /** `18:00` in Tirana. */
  time: string;
  minutes: number | null;
}

/** What is to be said of a meeting on a day that somebody chose. */
export function proposalAt(usual: Usual, startsAt: Date, now: Date, reckoning: Reckoning): ProposedDay {
  const day = dayIn(startsAt);
  const notice = noticeOf({ kind: usual.kind, body_kind: usual.body.kind, day }, dayIn(now), reckoning);
  const endsAt = usual.minutes === null ? null : new Date(startsAt.getTime() + usual.minutes * 60_000);
  return { day, startsAt, endsAt, skipped: [], noticeBy: notice?.dueOn ?? null, isInTime: notice?.inTime ?? true };
}

/** On which days from today on the body meets already. */
async function daysTaken(tx: TenantTx, { body, kind }: Usual, today: Day) {
  const rows = await tx
    .selectFrom("meetings")
    .where("body_id", "=", body.id)
    .where("day", ">=", today)
    .where("stage", "not in", ["cancelled", "postponed"])
    .where("binned_at", "is", null)
    .where("kind", "not in", ["event", "ceremony"])
    .select(["day", "kind"])
    .execute();
  const ofKind = rows.filter((row) => row.kind === kind);
  return { days: new Set(rows.map(({ day }) => day)), months: new Set(ofKind.map(({ day }) => day.slice(0, 7))) };
}

/** Moves a day that is off to the next on which people work. */
function workingDay(wanted: Day, { calendar }: Reckoning): { day: Day; skipped: SkippedDay[] } {
  const skipped: SkippedDay[] = [];
  let day = wanted;
  while (!calendar.isWorking(day)) {
    skipped.push({ day, because: calendar.daysOff(day).map(({ name }) => name) });
    day = Temporal.PlainDate.from(day).add({ days: 1 }).toString();
  }
  return { day, skipped };
}

/** A year of weeks. */
const mostTried = 53;

/**
 * The next day on which a body is used to meet, for which the notice can still be given in time, and on which it does not
 * meet already. A day off makes way for the next working day.
 * @throws `meetings.no_day_found`, `deadlines.unknown_year`
 */
export async function proposeDay(tx: TenantTx, now: Date, usual: Usual): Promise<ProposedDay> {
  const today = dayIn(now);
  const [reckoning, taken] = await Promise.all([findReckoning(tx), daysTaken(tx, usual, today)]);
  const tomorrow = Temporal.PlainDate.from(today).add({ days: 1 }).toString();
  let tried = 0;
  for (const wanted of rhythmDays(usual.rhythm, tomorrow)) {
    tried += 1;
    if (tried > mostTried) break;
    if (usual.rhythm.week !== null && taken.months.has(wanted.slice(0, 7))) continue;
    const { day, skipped } = workingDay(wanted, reckoning);
    if (taken.days.has(day)) continue;
    const proposal = proposalAt(usual, instantIn(`${day}T${usual.time}`), now, reckoning);
    if (proposal.isInTime) return { ...proposal, skipped };
  }
  throw noDayFound();
}
