import { sql } from "kysely";
import type { TenantTx } from "../../db/tenant-db.ts";

const publicMonths = (tx: TenantTx, now: Date) =>
  tx.selectFrom("pay_months as m").where("m.state", "=", "published").where("m.public_from", "<=", now);

/** Every public month, the newest first. */
export const findMonths = (tx: TenantTx, now: Date) =>
  publicMonths(tx, now)
    .select(["m.year", "m.month", "m.note"])
    .orderBy("m.year", "desc")
    .orderBy("m.month", "desc")
    .execute();

/** Payments of public months. */
const payments = (tx: TenantTx, now: Date) =>
  publicMonths(tx, now)
    .innerJoin("pay_entries as e", (join) => join.onRef("e.year", "=", "m.year").onRef("e.month", "=", "m.month"))
    .innerJoin("pay_rates as r", "r.id", "e.rate_id")
    .innerJoin("people as p", "p.id", "e.person_id");

const isPublicPerson = (now: Date) => sql<boolean>`(p.state = 'published' and p.public_from <= ${now})`;

/** What everybody received in each month of a year, in the order of family names; who is not public may not be named. */
export const findSums = (tx: TenantTx, year: number, now: Date) =>
  tx
    .selectFrom(
      // Summed first: a council has a dozen payments to each of its members, and looks each of them up once.
      publicMonths(tx, now)
        .where("m.year", "=", year)
        .innerJoin("pay_entries as e", (join) => join.onRef("e.year", "=", "m.year").onRef("e.month", "=", "m.month"))
        .select(["e.person_id", "m.month"])
        .select((eb) => eb.fn.sum<string>("e.amount").as("amount"))
        .groupBy(["e.person_id", "m.month"])
        .as("m"),
    )
    .innerJoin("people as p", "p.id", "m.person_id")
    .select(["p.slug", "p.name", "m.month", "m.amount"])
    .select(isPublicPerson(now).as("is_public"))
    .orderBy(sql`p.family_name collate "sq-x-icu"`)
    .orderBy(sql`p.name collate "sq-x-icu"`)
    .orderBy("p.slug")
    .orderBy("m.month")
    .execute();

/** Each payment to one member in a year. */
export const findPayments = (tx: TenantTx, year: number, member: string, now: Date) =>
  payments(tx, now)
    .where("m.year", "=", year)
    .where("p.slug", "=", member)
    .where(isPublicPerson(now))
    .select(["m.month", "r.applies_to", "r.basis", "r.amount as rate", "e.meetings", "e.amount", "e.note"])
    .orderBy("m.month")
    .orderBy("r.applies_to")
    .orderBy("r.id")
    .execute();

/** Rates in force on some day of a year, by what they are for. */
export const findRates = (tx: TenantTx, year: number) =>
  tx
    .selectFrom("pay_rates")
    .select(["applies_to", "basis", "amount", "legal_basis", "note", "valid_from", "valid_to"])
    .where("valid_from", "<=", `${year}-12-31`)
    .where((eb) => eb.or([eb("valid_to", "is", null), eb("valid_to", ">=", `${year}-01-01`)]))
    .orderBy("amount", "desc")
    .orderBy("applies_to")
    .orderBy("valid_from")
    .execute();

export interface PayFilters {
  year: number | null;
  member: string | null;
}
const matching = (tx: TenantTx, { year, member }: PayFilters, now: Date) =>
  payments(tx, now)
    .where(isPublicPerson(now))
    .$if(year !== null, (query) => query.where("m.year", "=", year!))
    .$if(member !== null, (query) => query.where("p.slug", "=", member!));

export const countPayments = async (tx: TenantTx, filters: PayFilters, now: Date): Promise<number> =>
  (
    await matching(tx, filters, now)
      .select((eb) => eb.fn.countAll<number>().as("total"))
      .executeTakeFirstOrThrow()
  ).total;

interface PlaceOfPayment {
  year: number;
  month: number;
  slug: string;
  applies_to: string;
  rate_id: string;
}
/** Payments, the newest month first; at most `size` after this one. */
export const findBatch = (tx: TenantTx, filters: PayFilters, now: Date, after: PlaceOfPayment | null, size: number) =>
  matching(tx, filters, now)
    .$if(after !== null, (query) =>
      query.where(
        sql<boolean>`(-m.year, -m.month, p.slug, r.applies_to, e.rate_id) > (${-after!.year}::integer, ${-after!.month}::integer, ${after!.slug}, ${after!.applies_to}, ${after!.rate_id}::uuid)`,
      ),
    )
    .select(["m.year", "m.month", "p.slug", "p.name", "e.rate_id", "r.applies_to", "r.basis", "r.amount as rate"])
    .select(["r.legal_basis", "e.meetings", "e.amount", "e.note"])
    .orderBy("m.year", "desc")
    .orderBy("m.month", "desc")
    .orderBy("p.slug")
    .orderBy("r.applies_to")
    .orderBy("e.rate_id")
    .limit(size)
    .execute();
export type PaymentRow = Awaited<ReturnType<typeof findBatch>>[number];
