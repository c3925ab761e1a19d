import type { Day } from "../../db/columns.ts";
import type { BodyKind } from "../bodies/bodies.shared.ts";
import { type Notice, noticeFor } from "../deadlines/deadline.ts";
import { asSet, type Reckoning } from "../deadlines/deadlines.queries.ts";
import { ruleFor } from "../deadlines/rules.ts";
import type { MeetingKind } from "./meetings.shared.ts";

/** The law asks for notice of the Council's own meetings; of all others the council's rules may speak. */
const noticeRule = "L3";
const announcedByLaw: readonly MeetingKind[] = ["ordinary", "extraordinary", "constitutive", "joint"];

/** Whether the notice given on a day was early enough for a meeting; `null` where no law sets a period. */
export function noticeOf(
  meeting: { kind: MeetingKind; body_kind: BodyKind; day: Day },
  givenOn: Day,
  { calendar, periodFor }: Reckoning,
): Notice | null {
  if (meeting.body_kind !== "council" || !announcedByLaw.includes(meeting.kind)) return null;
  const rule = ruleFor(noticeRule, meeting.day);
  const set = asSet(periodFor(noticeRule, meeting.day));
  return noticeFor({ rule, startsOn: meeting.day, calendar, set }, givenOn);
}
