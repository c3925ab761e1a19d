import * as v from "valibot";
import { isoDate, Localized, localizedText } from "../../text.schema.ts";
import { elementCodes, partCodes, sectionCodes } from "../elements/catalogue.shared.ts";
import { horizons } from "./readiness.shared.ts";

const Level = v.picklist(["none", "partial", "full"], "readiness.level_unknown");
const nearYears = v.check((day: string) => /^20\d\d-/.test(day), "date.impossible");

/** What a council itself holds of an element. */
export const JudgementInput = v.object({ level: Level, note: v.nullish(localizedText(1_000)) });
export type JudgementInput = v.InferInput<typeof JudgementInput>;

/** What is to be done about an element, until when, and by whom. */
export const StepInput = v.object({
  text: localizedText(1_000),
  dueOn: v.pipe(v.string("text.required"), v.minLength(1, "text.required"), isoDate, nearYears),
  responsible: v.nullish(v.pipe(v.string(), v.trim(), v.maxLength(120, "text.too_long"))),
});
export type StepInput = v.InferInput<typeof StepInput>;

export const DoneInput = v.object({ doneOn: v.nullable(v.pipe(v.string(), isoDate, nearYears)) });
export type DoneInput = v.InferInput<typeof DoneInput>;

export const CommentInput = v.object({
  text: v.pipe(v.string(), v.trim(), v.minLength(1, "text.required"), v.maxLength(2_000, "text.too_long")),
});
export type CommentInput = v.InferInput<typeof CommentInput>;

const StepChange = v.object({ ...StepInput.entries, doneOn: DoneInput.entries.doneOn });

/** All that a council says of an element at once: what is left out stays as it is, `null` takes it back. */
export const ElementChange = v.object({
  own: v.optional(v.nullable(JudgementInput)),
  short: v.optional(v.nullable(StepChange)),
  mid: v.optional(v.nullable(StepChange)),
  comment: v.optional(CommentInput.entries.text),
});
export type ElementChange = v.InferInput<typeof ElementChange>;

const InBoth = v.object({ sq: v.string(), en: v.string() });

const PublicStep = v.object({
  text: Localized,
  dueOn: isoDate,
  responsible: v.nullable(v.string()),
  doneOn: v.nullable(isoDate),
  /** Its day is past and it was not done. */
  isOverdue: v.boolean(),
});
export type Step = v.InferOutput<typeof PublicStep>;

const Steps = v.object(
  Object.fromEntries(horizons.map((horizon) => [horizon, v.nullable(PublicStep)])) as Record<
    (typeof horizons)[number],
    v.NullableSchema<typeof PublicStep, undefined>
  >,
);

/** What a council judges and plans for an element, as it may be public. */
export const PlannedElement = v.object({
  code: v.picklist(elementCodes),
  own: v.nullable(v.object({ level: Level, note: v.nullish(Localized), day: isoDate })),
  steps: Steps,
});
export type PlannedElement = v.InferOutput<typeof PlannedElement>;

/** The elements of which there is a judgement or a plan; `null` where the council keeps them to itself. */
export const PublicPlan = v.object({ elements: v.nullable(v.array(PlannedElement)) });
export type PublicPlan = v.InferOutput<typeof PublicPlan>;

/** A row of the board. Instants are ISO 8601, days `YYYY-MM-DD`. */
export const BoardRow = v.object({
  code: v.picklist(elementCodes),
  part: v.picklist(partCodes),
  section: v.picklist(sectionCodes),
  title: InBoth,
  short: InBoth,
  path: InBoth,
  computed: v.object({ level: Level, reason: InBoth }),
  own: v.nullable(v.object({ level: Level, note: v.nullish(Localized), by: v.string(), at: v.string() })),
  /** The council's own level is another than the computed one. */
  disagrees: v.boolean(),
  steps: Steps,
  comments: v.number(),
  /** The latest comment. */
  comment: v.nullable(v.object({ text: v.string(), by: v.string(), at: v.string() })),
});
export type BoardRow = v.InferOutput<typeof BoardRow>;

export const Board = v.object({
  today: isoDate,
  /** Whether the judgements and the plan are public. */
  isPublic: v.boolean(),
  rows: v.array(BoardRow),
  /** Everybody who is named in the plan, in alphabetical order. */
  responsible: v.array(v.string()),
});
export type Board = v.InferOutput<typeof Board>;

/** One element with all that was said of it, the latest first. */
export const BoardElement = v.object({
  today: isoDate,
  isPublic: v.boolean(),
  row: BoardRow,
  judgements: v.array(
    v.object({ level: v.nullable(Level), note: v.nullish(Localized), by: v.string(), at: v.string() }),
  ),
  comments: v.array(v.object({ text: v.string(), by: v.string(), at: v.string() })),
  responsible: v.array(v.string()),
});
export type BoardElement = v.InferOutput<typeof BoardElement>;

/** How the board is narrowed: every filter may be left out. */
export const BoardQuery = v.object({
  part: v.optional(v.picklist(partCodes)),
  level: v.optional(Level),
  differs: v.optional(v.literal("1")),
  overdue: v.optional(v.literal("1")),
  /** A name, or `-` for steps that nobody has taken on. */
  responsible: v.optional(v.pipe(v.string(), v.maxLength(120))),
});
export type BoardQuery = v.InferOutput<typeof BoardQuery>;
