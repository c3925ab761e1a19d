import * as v from "valibot";
import { isoDate, Localized, localizedText } from "../../text.schema.ts";
import { paidRoles, payBases } from "./pay.shared.ts";

const day = v.pipe(v.string(), v.isoDate());
const InBoth = v.object({ sq: v.string(), en: v.string() });

/** What is paid for what. Whole lekë; `validTo` is the last day, `null` while it is in force. */
export const RateView = v.object({
  appliesTo: v.picklist(paidRoles),
  basis: v.picklist(payBases),
  amount: v.number(),
  legalBasis: Localized,
  note: v.nullable(Localized),
  validFrom: day,
  validTo: v.nullable(day),
});
export type RateView = v.InferOutput<typeof RateView>;

/** What somebody received in a year, from January to December; `null` in a month that is not published or without pay. */
export const PaidMember = v.object({
  slug: v.string(),
  name: v.string(),
  url: InBoth,
  months: v.pipe(v.array(v.nullable(v.number())), v.length(12)),
  total: v.number(),
});
export type PaidMember = v.InferOutput<typeof PaidMember>;

/** One payment: for what, at which rate, for how many meetings where these are counted. */
export const Payment = v.object({
  month: v.number(),
  appliesTo: v.picklist(paidRoles),
  basis: v.picklist(payBases),
  rate: v.number(),
  meetings: v.nullable(v.number()),
  amount: v.number(),
  note: v.nullable(Localized),
});
export type Payment = v.InferOutput<typeof Payment>;

export const PayYear = v.object({
  /** Years of which a month is public, the newest first. */
  years: v.array(v.number()),
  /** The one that is shown; `null` where nothing is public. */
  year: v.nullable(v.number()),
  /** The months of the year that are public. */
  months: v.array(v.object({ month: v.number(), total: v.number(), note: v.nullable(Localized) })),
  /** Months of the year that are over and not public, though one before them or after them is. */
  missing: v.array(v.number()),
  total: v.number(),
  /** What people received whose names are not public here; not in the total. */
  unnamed: v.number(),
  /** Rates that were in force in the year. */
  rates: v.array(RateView),
  /** Everybody who was paid in the year; one alone where one is asked for. */
  members: v.array(PaidMember),
  /** Who can be asked for. */
  everybody: v.array(v.object({ slug: v.string(), name: v.string() })),
  /** Each payment, where one member is asked for. */
  payments: v.array(Payment),
});
export type PayYear = v.InferOutput<typeof PayYear>;

const lek = v.pipe(
  v.number("number.not_whole"),
  v.integer("number.not_whole"),
  v.minValue(0, "number.negative"),
  v.maxValue(100_000_000, "number.too_large"),
);
const uuid = v.pipe(v.string(), v.uuid());

export const RateInput = v.strictObject({
  appliesTo: v.picklist(paidRoles, "filter.not_a_choice"),
  basis: v.picklist(payBases, "filter.not_a_choice"),
  amount: lek,
  legalBasis: localizedText(500),
  note: v.nullish(localizedText(1_000)),
  validFrom: isoDate,
  validTo: v.nullish(isoDate),
});
export type RateInput = v.InferInput<typeof RateInput>;

export const MonthInput = v.strictObject({
  year: v.pipe(
    v.number(),
    v.integer(),
    v.minValue(2000, "pay.month_out_of_range"),
    v.maxValue(2199, "pay.month_out_of_range"),
  ),
  month: v.pipe(
    v.number(),
    v.integer(),
    v.minValue(1, "pay.month_out_of_range"),
    v.maxValue(12, "pay.month_out_of_range"),
  ),
  note: v.nullish(localizedText(1_000)),
  entries: v.pipe(
    v.array(
      v.strictObject({
        personId: uuid,
        rateId: uuid,
        /** Where the rate is for each meeting. */
        meetings: v.nullish(
          v.pipe(
            v.number("number.not_whole"),
            v.integer("number.not_whole"),
            v.minValue(0, "number.negative"),
            v.maxValue(100, "number.too_large"),
          ),
        ),
        amount: lek,
        /** Says why the amount is not what the rate gives. */
        note: v.nullish(localizedText(500)),
      }),
    ),
    v.minLength(1, "pay.without_entries"),
    v.maxLength(1_000, "pay.too_many_entries"),
  ),
});
export type MonthInput = v.InferInput<typeof MonthInput>;
