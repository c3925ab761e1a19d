import * as v from "valibot";
import { localizedText } from "../../text.schema.ts";
import { attendanceStatuses, itemKinds, majorities, voteMethods } from "../meetings/meetings.shared.ts";
import { castChoices, endings } from "./steps.shared.ts";

const uuid = v.pipe(v.string(), v.uuid("input.wrong"));
const count = v.pipe(v.number("input.wrong"), v.integer("input.wrong"), v.minValue(0, "input.wrong"), v.maxValue(200));
/** No log is longer. */
const stepNumber = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(999_999));
const reason = v.nullish(localizedText(1_000));

const step = <const K extends string, E extends v.ObjectEntries>(kind: K, entries: E) =>
  v.strictObject({ kind: v.literal(kind), ...entries });

/** A member, or somebody who is heard without being one: the mayor, an expert, a resident. One of the two. */
const speaker = {
  personId: v.nullish(uuid),
  guest: v.nullish(v.pipe(v.string(), v.trim(), v.minLength(1, "text.required"), v.maxLength(120, "text.too_long"))),
};

/** Everything that can happen in a meeting, as the console writes it down. */
export const LiveStep = v.variant("kind", [
  step("opened", {}),
  /** The whole roll, as it was called: every member once. */
  step("roll_called", {
    members: v.pipe(
      v.array(v.strictObject({ personId: uuid, status: v.picklist(attendanceStatuses) })),
      v.minLength(1, "live.roll_empty"),
      v.maxLength(200),
    ),
  }),
  step("arrived", { personId: uuid }),
  step("left", { personId: uuid }),
  step("agenda_approved", {}),
  /** A new item at the end of the agenda; the console gives it its id, so that it can be begun before it has arrived. */
  step("item_added", {
    itemId: uuid,
    itemKind: v.picklist(itemKinds),
    title: localizedText(500),
    reason: localizedText(1_000),
  }),
  step("item_started", { itemId: uuid }),
  // What follows says which item, vote or speaker it is about: a step that waited for its connection touches no other.
  step("item_paused", { itemId: uuid }),
  /** Also of an item that is not under discussion, which is postponed or withdrawn before it is begun. */
  step("item_ended", { itemId: uuid, ending: v.nullish(v.picklist(endings)) }),
  step("speaker_listed", speaker),
  step("speaker_unlisted", speaker),
  step("speaker_began", speaker),
  step("speaker_ended", speaker),
  /** `vote` is the console's own name for it. */
  step("vote_opened", {
    vote: uuid,
    itemId: uuid,
    method: v.picklist(voteMethods),
    majority: v.picklist(majorities),
    /** Why another majority is applied than the rules propose. */
    majorityReason: reason,
  }),
  /** One or many at once, by name; called again, the last one counts. */
  step("ballots_cast", {
    vote: uuid,
    ballots: v.pipe(
      v.array(v.strictObject({ personId: uuid, choice: v.nullable(v.picklist(castChoices)) })),
      v.minLength(1, "input.wrong"),
      v.maxLength(200),
    ),
  }),
  /** Counts of a vote without names. */
  step("vote_closed", {
    vote: uuid,
    counts: v.nullish(v.strictObject({ votesFor: count, votesAgainst: count, abstentions: count })),
  }),
  step("vote_abandoned", { vote: uuid, reason: localizedText(1_000) }),
  step("break_began", {}),
  step("break_ended", {}),
  step("closed", {}),
  /** An earlier step that was a mistake: it stays in the log, and counts no more. */
  step("struck", { number: stepNumber, reason: localizedText(1_000) }),
]);
export type LiveStep = v.InferOutput<typeof LiveStep>;
export type LiveStepKind = LiveStep["kind"];

/** What a console sends: the step, and a name of its own by which a second sending is known again. */
export const LiveCommand = v.object({
  command: uuid,
  step: LiveStep,
  /** When it happened, where that was earlier than it arrives: written down while there was no connection. */
  at: v.nullish(
    v.pipe(
      v.string(),
      v.isoTimestamp("meetings.not_an_instant"),
      v.transform((text) => new Date(text)),
    ),
  ),
});
export type LiveCommand = v.InferOutput<typeof LiveCommand>;
