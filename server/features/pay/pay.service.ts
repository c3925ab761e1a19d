import type { Selectable } from "kysely";
import type { InferOutput } from "valibot";
import { namingBreaches } from "../../db/breaches.ts";
import { json } from "../../db/columns.ts";
import { raiseVersion } from "../../db/content-versions.ts";
import type { TenantTx } from "../../db/tenant-db.ts";
import { type FieldProblem, InvalidInput } from "../../http/problem.ts";
import { parsed } from "../../http/validated.ts";
import { dayIn } from "../../local-time.ts";
import { type Doing, recordChange } from "../audit/audit.service.ts";
import { isSame } from "../editing/versions.ts";
import { publishedAt, recordStanding, type Standing, takenBack } from "../lifecycle/lifecycle.ts";
import {
  monthIsPublic,
  monthNotFound,
  monthNotPublished,
  monthPublicAlready,
  rateNotFound,
  ratesOverlap,
} from "./pay.errors.ts";
import { MonthInput, RateInput } from "./pay.schema.ts";
import type { PayRatesTable } from "./pay.tables.ts";

const breaches = { pay_rates_one_at_a_time: ratesOverlap };

function inOrder(validFrom: string, validTo: string | null | undefined): void {
  if (validTo && validTo < validFrom)
    throw new InvalidInput([{ path: "validTo", code: "pay.rate_ends_before_it_begins" }]);
}

/**
 * What is paid for what from a day on, with its legal basis. Readers see it at once in years of which pay is public.
 * @throws {InvalidInput} `pay.rates_overlap`
 */
export async function createRate(tx: TenantTx, by: Doing, given: RateInput): Promise<{ id: string }> {
  const input = parsed(RateInput, given);
  inOrder(input.validFrom, input.validTo);
  const { appliesTo, basis, amount, legalBasis, note, validFrom, validTo = null } = input;
  const made = await namingBreaches(breaches, () =>
    tx
      .insertInto("pay_rates")
      .values({
        ...{ basis, amount, applies_to: appliesTo, valid_from: validFrom, valid_to: validTo },
        legal_basis: json(legalBasis),
        note: note ? json(note) : null,
        updated_at: by.now,
      })
      .returning("id")
      .executeTakeFirstOrThrow(),
  );
  await raiseVersion(tx, "pay");
  await recordChange(tx, by, "pay_rate.created", "pay_rate", made.id, null, input);
  return made;
}

/**
 * Sets the last day of a rate, or (`null`) leaves it open. An amount is never changed: another rate follows.
 * @throws {InvalidInput} `pay.rate_not_found`, `pay.rates_overlap`
 */
export async function endRate(tx: TenantTx, by: Doing, id: string, validTo: string | null): Promise<void> {
  const rate = await tx.selectFrom("pay_rates").selectAll().where("id", "=", id).forUpdate().executeTakeFirst();
  if (!rate) throw rateNotFound();
  inOrder(rate.valid_from, validTo);
  await namingBreaches(breaches, () =>
    tx.updateTable("pay_rates").set({ valid_to: validTo, updated_at: by.now }).where("id", "=", id).execute(),
  );
  await raiseVersion(tx, "pay");
  await recordChange(tx, by, "pay_rate.ended", "pay_rate", id, { validTo: rate.valid_to }, { validTo });
}

type StoredRate = Selectable<PayRatesTable>;
const rememberedRate = (rate: StoredRate) => ({
  ...{ appliesTo: rate.applies_to, basis: rate.basis, amount: rate.amount, legalBasis: rate.legal_basis },
  ...{ note: rate.note, validFrom: rate.valid_from, validTo: rate.valid_to },
});

/** A rate as it is written; `null` where there is none. */
export async function findRate(tx: TenantTx, id: string) {
  const rate = await tx.selectFrom("pay_rates").selectAll().where("id", "=", id).executeTakeFirst();
  return rate ? rememberedRate(rate) : null;
}

/**
 * Mends a rate: all of it while nobody was paid at it, afterwards only its note and its last day.
 * @throws {InvalidInput} `pay.rate_not_found`, `pay.rates_overlap`
 */
export async function changeRate(tx: TenantTx, by: Doing, id: string, given: RateInput): Promise<void> {
  const input = parsed(RateInput, given);
  inOrder(input.validFrom, input.validTo);
  const stored = await tx.selectFrom("pay_rates").selectAll().where("id", "=", id).forUpdate().executeTakeFirst();
  if (!stored) throw rateNotFound();
  const before = rememberedRate(stored);
  const isPaid = await tx.selectFrom("pay_entries").select("rate_id").where("rate_id", "=", id).limit(1).execute();
  if (isPaid.length > 0) {
    const fixed = (["appliesTo", "basis", "amount", "legalBasis", "validFrom"] as const).filter(
      (name) => !isSame(before[name], input[name]),
    );
    if (fixed.length > 0) throw new InvalidInput(fixed.map((path) => ({ path, code: "pay.rate_is_paid" })));
  }
  const { appliesTo, basis, amount, legalBasis, note, validFrom, validTo = null } = input;
  await namingBreaches(breaches, () =>
    tx
      .updateTable("pay_rates")
      .set({
        ...{ basis, amount, applies_to: appliesTo, valid_from: validFrom, valid_to: validTo, updated_at: by.now },
        ...{ legal_basis: json(legalBasis), note: note ? json(note) : null },
      })
      .where("id", "=", id)
      .execute(),
  );
  await raiseVersion(tx, "pay");
  await recordChange(tx, by, "pay_rate.changed", "pay_rate", id, before, input);
}

type Checked = InferOutput<typeof MonthInput>;
/** `2026-03`: how the audit names a month. */
export const nameOf = ({ year, month }: Pick<Checked, "year" | "month">) => `${year}-${String(month).padStart(2, "0")}`;
const lastDayOf = ({ year, month }: Pick<Checked, "year" | "month">) =>
  Temporal.PlainYearMonth.from({ year, month }).toPlainDate({ day: 31 }).toString();

/** Payments that nobody can be sure of: to strangers, twice, at a rate not in force, or of another amount without a word. */
async function wrongEntries(tx: TenantTx, input: Checked): Promise<FieldProblem[]> {
  const [people, rates] = await Promise.all([
    tx
      .selectFrom("people")
      .where(
        "id",
        "in",
        input.entries.map(({ personId }) => personId),
      )
      .select("id")
      .execute(),
    tx
      .selectFrom("pay_rates")
      .where(
        "id",
        "in",
        input.entries.map(({ rateId }) => rateId),
      )
      .select(["id", "basis", "amount", "valid_from", "valid_to"])
      .execute(),
  ]);
  const [first, last] = [`${nameOf(input)}-01`, lastDayOf(input)];
  const seen = new Set<string>();
  return input.entries.flatMap(({ personId, rateId, meetings, amount, note }, at): FieldProblem[] => {
    const wrong = (field: string, code: string) => [{ path: `entries.${at}.${field}`, code }];
    const key = `${personId} ${rateId}`;
    if (seen.has(key)) return wrong("personId", "pay.paid_twice");
    seen.add(key);
    if (!people.some(({ id }) => id === personId)) return wrong("personId", "pay.person_unknown");
    const rate = rates.find(({ id }) => id === rateId);
    if (!rate) return wrong("rateId", "pay.rate_unknown");
    if (rate.valid_from > last || (rate.valid_to !== null && rate.valid_to < first))
      return wrong("rateId", "pay.rate_not_in_force");
    const isCounted = rate.basis === "meeting";
    if (isCounted && meetings == null) return wrong("meetings", "pay.meetings_required");
    if (!isCounted && meetings != null) return wrong("meetings", "pay.meetings_not_counted");
    const expected = isCounted ? meetings! * rate.amount : rate.amount;
    return amount === expected || note ? [] : wrong("amount", "pay.differs_without_note");
  });
}

const lockMonth = (tx: TenantTx, { year, month }: Pick<Checked, "year" | "month">) =>
  tx
    .selectFrom("pay_months")
    .selectAll()
    .where("year", "=", year)
    .where("month", "=", month)
    .forUpdate()
    .executeTakeFirst();

const entriesOf = (tx: TenantTx, { year, month }: Pick<Checked, "year" | "month">) =>
  tx
    .selectFrom("pay_entries")
    .where("year", "=", year)
    .where("month", "=", month)
    .select(["person_id", "rate_id", "meetings", "amount"])
    .orderBy("person_id")
    .orderBy("rate_id")
    .execute();

/**
 * Enters what was paid in a month, all of it: what stood there before is replaced. Readers of a public month see it at
 * once.
 * @throws {InvalidInput}
 */
export async function setMonth(tx: TenantTx, by: Doing, given: MonthInput): Promise<void> {
  const input = parsed(MonthInput, given);
  const { year, month, note, entries } = input;
  if (`${nameOf(input)}-01` > dayIn(by.now)) throw new InvalidInput([{ path: "month", code: "pay.month_to_come" }]);
  const problems = await wrongEntries(tx, input);
  if (problems.length > 0) throw new InvalidInput(problems);

  const values = { year, month, note: note ? json(note) : null };
  await tx
    .insertInto("pay_months")
    .values({ ...values, public_from: null, updated_at: by.now })
    .onConflict((conflict) =>
      conflict.columns(["tenant_id", "year", "month"] as never).doUpdateSet({ note: values.note, updated_at: by.now }),
    )
    .execute();
  const { state } = (await lockMonth(tx, input))!;
  const before = await entriesOf(tx, input);
  await tx.deleteFrom("pay_entries").where("year", "=", year).where("month", "=", month).execute();
  await tx
    .insertInto("pay_entries")
    .values(
      entries.map(({ personId, rateId, meetings = null, amount, note: word }) => ({
        ...{ year, month, meetings, amount, person_id: personId, rate_id: rateId },
        note: word ? json(word) : null,
      })),
    )
    .execute();
  if (state === "published") await raiseVersion(tx, "pay");
  const told = before.length > 0 ? { entries: before } : null;
  await recordChange(tx, by, "pay_month.set", "pay_month", nameOf(input), told, input);
}

/**
 * Publishes a month: now, or at an instant to come. A schedule that has not come may be moved.
 * @throws `pay.month_not_found`, `pay.month_public_already`
 */
export async function publishMonth(
  tx: TenantTx,
  by: Doing,
  of: { year: number; month: number },
  at: Date = by.now,
): Promise<void> {
  const before = await lockMonth(tx, of);
  if (!before) throw monthNotFound();
  const after = publishedAt(before, by, at, monthPublicAlready);
  await setStanding(tx, by, of, after);
  await recordStanding(tx, by, ["pay_month", nameOf(of)], before, after);
}

/**
 * Takes a month back.
 * @throws `pay.month_not_found`, `pay.month_not_published`
 */
export async function withdrawMonth(tx: TenantTx, by: Doing, of: { year: number; month: number }): Promise<void> {
  const before = await lockMonth(tx, of);
  if (!before) throw monthNotFound();
  const after = takenBack(before, by, monthNotPublished);
  await setStanding(tx, by, of, after);
  await recordStanding(tx, by, ["pay_month", nameOf(of)], before, after);
}

async function setStanding(tx: TenantTx, by: Doing, of: { year: number; month: number }, standing: Standing) {
  await tx
    .updateTable("pay_months")
    .set({ ...standing, updated_at: by.now })
    .where("year", "=", of.year)
    .where("month", "=", of.month)
    .execute();
  await raiseVersion(tx, "pay");
}

/** Takes away a month that is not public. @throws `pay.month_not_found`, `pay.month_is_public` */
export async function removeMonth(tx: TenantTx, by: Doing, of: { year: number; month: number }): Promise<void> {
  const stored = await lockMonth(tx, of);
  if (!stored) throw monthNotFound();
  if (stored.state === "published") throw monthIsPublic();
  const before = { entries: await entriesOf(tx, of) };
  await tx.deleteFrom("pay_months").where("year", "=", of.year).where("month", "=", of.month).execute();
  await recordChange(tx, by, "pay_month.removed", "pay_month", nameOf(of), before, null);
}
