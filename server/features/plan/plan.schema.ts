import * as v from "valibot";
import { place } from "../../number.schema.ts";
import { isoDate, Localized, localizedText } from "../../text.schema.ts";
import { actTypes, proposerKinds, subjects } from "../acts/acts.shared.ts";
import { planStates } from "./plan.shared.ts";

const InBoth = v.object({ sq: v.string(), en: v.string() });
const uuid = v.pipe(v.string(), v.uuid());
const ActReference = v.object({
  url: InBoth,
  type: v.picklist(actTypes),
  number: v.number(),
  adoptedOn: isoDate,
});

/** A planned act and what became of it. */
export const PlanItem = v.object({
  id: v.string(),
  title: Localized,
  type: v.picklist(actTypes),
  subject: v.picklist(subjects),
  proposer: v.object({ kind: v.picklist(proposerKinds), text: v.nullable(Localized) }),
  /** Whether the public is to be consulted on it. */
  isConsulted: v.boolean(),
  state: v.picklist(planStates),
  /** The act that came of it. */
  act: v.nullable(ActReference),
  /** Where its draft stands. */
  draft: v.nullable(InBoth),
  dropped: v.nullable(v.object({ on: isoDate, reason: Localized })),
});
export type PlanItem = v.InferOutput<typeof PlanItem>;

/** The plan of one year, month by month; months without a planned act are left out. */
export const Plan = v.object({
  year: v.number(),
  /** Years whose plans are public, the latest first. */
  years: v.array(v.number()),
  /** By what it was adopted, as the papers print it, and where that act stands. */
  adoptingAct: v.nullable(Localized),
  act: v.nullable(ActReference),
  note: v.nullable(Localized),
  total: v.number(),
  tally: v.array(v.object({ state: v.picklist(planStates), count: v.number() })),
  months: v.array(v.object({ month: v.number(), items: v.array(PlanItem) })),
});
export type Plan = v.InferOutput<typeof Plan>;

const year = v.pipe(
  v.number(),
  v.integer(),
  v.minValue(2000, "filter.not_a_year"),
  v.maxValue(2199, "filter.not_a_year"),
);

/** What a plan is made of beside its items. */
export const PlanInput = v.strictObject({
  year,
  adoptingAct: v.nullish(localizedText(300)),
  /** The act by which it was adopted, where it is in the register. */
  actId: v.nullish(uuid),
  note: v.nullish(localizedText(1_000)),
});
export type PlanInput = v.InferInput<typeof PlanInput>;
export const PlanChange = v.partial(v.omit(PlanInput, ["year"]));
export type PlanChange = v.InferInput<typeof PlanChange>;

export const PlanItemInput = v.strictObject({
  month: v.pipe(v.number(), v.integer(), v.minValue(1, "filter.not_a_month"), v.maxValue(12, "filter.not_a_month")),
  /** Its place within the month; behind all others when it is left out. */
  position: v.optional(place),
  title: localizedText(500),
  type: v.picklist(actTypes),
  subject: v.picklist(subjects),
  proposerKind: v.picklist(proposerKinds),
  proposer: v.nullish(localizedText(300)),
  isConsulted: v.boolean(),
  draftActId: v.nullish(uuid),
  actId: v.nullish(uuid),
});
export type PlanItemInput = v.InferInput<typeof PlanItemInput>;
export const PlanItemChange = v.partial(PlanItemInput);
export type PlanItemChange = v.InferInput<typeof PlanItemChange>;

export const DropInput = v.strictObject({
  /** Today when it is left out. */
  on: v.optional(isoDate),
  reason: localizedText(500),
});
export type DropInput = v.InferInput<typeof DropInput>;

/**
 * A plan whole. Its acts stand in their order within each month; one without an id is new, one that is left out was never
 * told to anybody, and what was given up says since when and why.
 */
export const PlanEdit = v.strictObject({
  ...PlanInput.entries,
  items: v.optional(
    v.pipe(
      v.array(
        v.strictObject({
          id: v.nullish(uuid),
          ...v.omit(PlanItemInput, ["position"]).entries,
          dropped: v.nullish(DropInput),
        }),
      ),
      v.maxLength(500, "plan.too_many_items"),
    ),
    [],
  ),
});
export type PlanEdit = v.InferOutput<typeof PlanEdit>;
