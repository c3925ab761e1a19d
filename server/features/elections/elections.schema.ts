import * as v from "valibot";
import { isoDate, Localized, localizedText } from "../../text.schema.ts";
import { endReasons } from "../bodies/bodies.shared.ts";
import { DocumentHistory } from "../documents/documents.schema.ts";
import { electionKinds } from "./elections.shared.ts";

const day = v.pipe(v.string(), v.isoDate());
const InBoth = v.object({ sq: v.string(), en: v.string() });
const count = v.nullable(v.number());

/** A list with its result. `share` is its percentage of the valid ballots, or of all lists' votes where these are unknown. */
export const ListResult = v.object({
  position: v.number(),
  name: Localized,
  shortName: v.string(),
  /** `#rrggbb` of its party. */
  colour: v.nullable(v.string()),
  votes: v.number(),
  share: v.number(),
  seats: v.number(),
});
export type ListResult = v.InferOutput<typeof ListResult>;

/** An election with its results. Counts are `null` where they are not known; `turnout` is a percentage. */
export const ElectionSummary = v.object({
  slug: v.string(),
  url: InBoth,
  kind: v.picklist(electionKinds),
  heldOn: day,
  seats: v.number(),
  electorate: count,
  voters: count,
  turnout: count,
  validBallots: count,
  invalidBallots: count,
  lists: v.array(ListResult),
});
export type ElectionSummary = v.InferOutput<typeof ElectionSummary>;

export const ElectionList = v.object({ total: v.number(), items: v.array(ElectionSummary) });
export type ElectionList = v.InferOutput<typeof ElectionList>;

const Holder = v.object({
  /** `null` where the person is not public. */
  name: v.nullable(v.string()),
  url: v.nullable(InBoth),
  /** Their last day, or their first. */
  on: day,
});

/** A seat that changed hands during the term; `came` is `null` while it is vacant. */
export const MandateChange = v.object({
  seat: v.number(),
  left: v.object({ ...Holder.entries, reason: v.nullable(v.picklist(endReasons)), note: v.nullable(Localized) }),
  came: v.nullable(Holder),
});
export type MandateChange = v.InferOutput<typeof MandateChange>;

const Near = v.object({ url: InBoth, kind: v.picklist(electionKinds), heldOn: day });

/** Percentage points and seats more or less than in the election before, in which a new list was not. */
const Difference = v.object({ share: v.number(), seats: v.number(), isNew: v.boolean() });

export const Election = v.object({
  ...ElectionSummary.entries,
  lists: v.array(v.object({ ...ListResult.entries, difference: v.nullable(Difference) })),
  /** The ordinary election before, where this is one; `gone` are lists that did not stand again. */
  previous: v.nullable(
    v.object({
      ...Near.entries,
      turnoutDifference: v.nullable(v.number()),
      gone: v.array(v.pick(ListResult, ["name", "shortName", "share", "seats"])),
    }),
  ),
  term: v.nullable(v.object({ slug: v.string(), beginsOn: day, endsOn: v.nullable(day) })),
  changes: v.array(MandateChange),
  source: v.nullable(Localized),
  sourceUrl: v.nullable(v.string()),
  note: v.nullable(Localized),
  documents: v.array(DocumentHistory),
  older: v.nullable(Near),
  newer: v.nullable(Near),
});
export type Election = v.InferOutput<typeof Election>;

const natural = v.pipe(v.number("number.not_whole"), v.integer("number.not_whole"), v.minValue(0, "number.negative"));
const inDatabase = v.pipe(natural, v.maxValue(100_000_000, "number.too_large"));
const nullishCount = v.nullish(inDatabase);

export const ElectionInput = v.strictObject({
  kind: v.picklist(electionKinds, "filter.not_a_choice"),
  heldOn: isoDate,
  /** The term of the council that it began, or into which it fell. */
  termId: v.nullish(v.pipe(v.string(), v.uuid())),
  seats: v.pipe(natural, v.minValue(1, "elections.seats_out_of_range"), v.maxValue(99, "elections.seats_out_of_range")),
  electorate: nullishCount,
  voters: nullishCount,
  validBallots: nullishCount,
  invalidBallots: nullishCount,
  /** Who says so: “Komisioni Qendror i Zgjedhjeve”. */
  source: v.nullish(localizedText(300)),
  sourceUrl: v.nullish(v.pipe(v.string(), v.trim(), v.url("url.malformed"), v.startsWith("https://", "url.malformed"))),
  note: v.nullish(localizedText(2_000)),
  /** In the order of the ballot. */
  lists: v.pipe(
    v.array(
      v.strictObject({
        name: localizedText(200),
        shortName: v.pipe(v.string(), v.trim(), v.minLength(1, "text.required"), v.maxLength(20, "text.too_long")),
        partyId: v.nullish(v.pipe(v.string(), v.uuid())),
        votes: inDatabase,
        seats: inDatabase,
      }),
    ),
    v.minLength(1, "elections.without_lists"),
    v.maxLength(100, "elections.too_many_lists"),
  ),
});
export type ElectionInput = v.InferInput<typeof ElectionInput>;
