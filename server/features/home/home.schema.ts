import * as v from "valibot";
import { isoDate, Localized } from "../../text.schema.ts";
import { actTypes, prefectStates } from "../acts/acts.shared.ts";
import { meetingKinds } from "../meetings/meetings.shared.ts";

const InBoth = v.object({ sq: v.string(), en: v.string() });
const instant = v.pipe(v.string(), v.isoTimestamp());

const Called = v.object({
  url: InBoth,
  kind: v.picklist(meetingKinds),
  /** The body that calls it. */
  body: Localized,
  /** Where the kind and the body do not say enough. */
  title: v.nullable(Localized),
  startsAt: instant,
  place: v.nullable(Localized),
  onlineUrl: v.nullable(v.string()),
});

/** What the council does now, next and did last, as its front page tells it. */
export const CouncilWork = v.object({
  /** A meeting that is open at this moment. */
  sitting: v.nullable(Called),
  /** The council's next meeting, with the first of its items and how large its package is. */
  next: v.nullable(
    v.object({
      ...Called.entries,
      isPlanned: v.boolean(),
      isOpen: v.boolean(),
      items: v.array(v.object({ number: v.string(), title: Localized })),
      itemCount: v.number(),
      /** Of all papers: how many, and bytes. */
      papers: v.object({ count: v.number(), size: v.number() }),
      /** Whether the legal period of notice was kept, and by how many days it was given ahead; `null` before the notice. */
      notice: v.nullable(v.object({ inTime: v.boolean(), daysAhead: v.number(), daysAsked: v.number() })),
    }),
  ),
  /** Draft acts on which anybody may comment, the soonest to end first. */
  consultations: v.array(
    v.object({
      url: InBoth,
      title: Localized,
      dueOn: isoDate,
      daysLeft: v.number(),
      unit: v.picklist(["working", "calendar"]),
    }),
  ),
  /** The acts adopted last. */
  acts: v.array(
    v.object({
      url: InBoth,
      type: v.picklist(actTypes),
      number: v.number(),
      title: Localized,
      adoptedOn: isoDate,
      vote: v.nullable(
        v.object({
          for: v.number(),
          against: v.number(),
          abstained: v.number(),
          outcome: v.picklist(["adopted", "rejected"]),
        }),
      ),
      prefectState: v.picklist(prefectStates),
    }),
  ),
  /** Public acts of this year. */
  actsThisYear: v.number(),
  /** Who sits in the council now: seats by the party on whose list they were won; `null` for none. */
  seats: v.array(
    v.object({
      party: v.nullable(v.object({ short: v.string(), name: Localized, colour: v.nullable(v.string()) })),
      count: v.number(),
    }),
  ),
});
export type CouncilWork = v.InferOutput<typeof CouncilWork>;
