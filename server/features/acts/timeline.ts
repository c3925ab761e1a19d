import type { Day } from "../../db/columns.ts";
import { phrases } from "../../http/phrases.ts";
import { numericDay } from "../../local-time.ts";
import type { LocalizedText } from "../../locale.shared.ts";
import type { DeadlineView } from "../deadlines/deadline-view.schema.ts";
import type { DraftRow } from "./act-page.queries.ts";
import type { Act, MeetingReference, ReviewStep, TimelineEntry, TimelineKind } from "./acts.schema.ts";
import type { CorrectedDay, RelationKind } from "./acts.shared.ts";

/** What a timeline is drawn from. */
export interface Life {
  act: Pick<Act, "adoptedOn" | "announcedOn" | "notifiedOn" | "inForceOn" | "repealedOn">;
  draft: Pick<DraftRow, "registered_on" | "initiative_from" | "consultation_from"> | null;
  /** Of the draft: K2 on the initiative, K3 on the draft. */
  consultations: readonly DeadlineView[];
  discussions: readonly { meeting: MeetingReference; result: TimelineEntry["result"] | null; isAdoption: boolean }[];
  vote: TimelineEntry["vote"] | null;
  steps: readonly ReviewStep[];
  /** Days that were entered wrongly. */
  corrections: readonly { event: CorrectedDay; was: Day; on: Day; reason: LocalizedText }[];
  /** What others do to it, each from a day. */
  changes: readonly { kind: RelationKind; day: Day; act: NonNullable<TimelineEntry["act"]> }[];
  /** Clocks that still run: L17, P1, P3. */
  clocks: readonly DeadlineView[];
  today: Day;
}

const changeKinds: Record<RelationKind, TimelineKind> = {
  amends: "amended",
  repeals: "repealed",
  implements: "implemented",
  supplements: "supplemented",
  corrects: "corrected",
};
const clockKinds: Record<string, TimelineKind> = { L17: "announce_by", P1: "deposit_by", P3: "answer_by" };
const consultationKinds: Record<string, TimelineKind> = { K2: "initiative_until", K3: "consultation_until" };

function correctedInWords({ was, on }: Life["corrections"][number]): LocalizedText {
  const days = { was: numericDay(was), on: numericDay(on) };
  return { sq: phrases("sq", "review")("corrected", days), en: phrases("en", "review")("corrected", days) };
}

/** In which order things of one day happen. */
const sequence: readonly TimelineKind[] = [
  ...(["draft_registered", "initiative", "consultation", "initiative_until", "consultation_until"] as const),
  ...(["discussed", "adopted", "announced", "notified", "deposited", "no_answer", "no_objection", "returned"] as const),
  ...(["reconsidered", "court", "ruled", "in_force"] as const),
  ...(["implemented", "amended", "supplemented", "corrected", "repealed"] as const),
  ...(["announce_by", "deposit_by", "answer_by"] as const),
];

/** The whole life of an act, from its draft to its repeal, in the order of the days; what lies ahead included. */
export function timelineOf(life: Life): TimelineEntry[] {
  const { act, draft, vote, today } = life;
  const entries: TimelineEntry[] = [];
  const add = (kind: TimelineKind, day: Day | null | undefined, more: Partial<TimelineEntry> = {}) => {
    if (day) entries.push({ kind, day, isAhead: day > today, ...more });
  };
  add("draft_registered", draft?.registered_on);
  add("initiative", draft?.initiative_from);
  add("consultation", draft?.consultation_from);
  for (const { rule, dueOn, closedOn } of life.consultations)
    if (consultationKinds[rule]) add(consultationKinds[rule], closedOn && closedOn < dueOn ? closedOn : dueOn);
  const adoption = life.discussions.find(({ isAdoption }) => isAdoption);
  for (const { meeting, result, isAdoption } of life.discussions)
    if (!isAdoption) add("discussed", meeting.day, { meeting, ...(result && { result }) });
  add("adopted", act.adoptedOn, { ...(adoption && { meeting: adoption.meeting }), ...(vote && { vote }) });
  const corrected = (event: CorrectedDay) => {
    const corrections = life.corrections.filter((one) => one.event === event);
    return corrections.length > 0 ? { notes: corrections.flatMap((one) => [correctedInWords(one), one.reason]) } : {};
  };
  add("announced", act.announcedOn, corrected("announced"));
  add("notified", act.notifiedOn, corrected("notified"));
  add("in_force", act.inForceOn, corrected("in_force"));
  for (const { step, day, protocolNumber, outcome, act: result } of life.steps)
    add(step, day, {
      ...(protocolNumber && { protocolNumber }),
      ...(outcome && { outcome }),
      ...(result && { act: result }),
    });
  for (const { kind, day, act: other } of life.changes) add(changeKinds[kind], day, { act: other });
  const isRepealTold = entries.some(({ kind, outcome }) => kind === "repealed" || outcome === "repealed");
  if (!isRepealTold) add("repealed", act.repealedOn);
  for (const { rule, dueOn, closedOn, overdue } of life.clocks)
    if (!closedOn && !overdue && clockKinds[rule]) entries.push({ kind: clockKinds[rule], day: dueOn, isAhead: true });
  const rank = ({ kind }: TimelineEntry) => sequence.indexOf(kind);
  return entries.toSorted((one, other) => one.day.localeCompare(other.day) || rank(one) - rank(other));
}
