import { Hono } from "hono";
import { describeRoute } from "hono-openapi";
import type { TenantTx } from "../../db/tenant-db.ts";
import { jsonOf, problem } from "../../http/describe.ts";
import { aSlug, aYear, readQuery } from "../../http/list-query.ts";
import type { CouncilScope } from "../../http/scope.ts";
import { dayIn } from "../../local-time.ts";
import { personUrl } from "../elements/item-urls.shared.ts";
import { nextScheduled } from "../schedule/schedule.queries.ts";
import { missingMonths } from "./missing-months.ts";
import { findMonths, findPayments, findRates, findSums, type PayFilters } from "./pay.queries.ts";
import { type PaidMember, PayYear } from "./pay.schema.ts";

type Sum = Awaited<ReturnType<typeof findSums>>[number];

/** A row for each member, whose amounts stand under their months. */
function byMember(sums: readonly Sum[]): PaidMember[] {
  return [...Map.groupBy(sums, ({ slug }) => slug).values()].map((own) => {
    const { slug, name } = own[0]!;
    const amounts = new Map(own.map(({ month, amount }) => [month, Number(amount)]));
    const months = Array.from({ length: 12 }, (_, at) => amounts.get(at + 1) ?? null);
    return {
      slug,
      name,
      url: personUrl(slug),
      months,
      total: months.reduce<number>((sum, one) => sum + (one ?? 0), 0),
    };
  });
}

const empty = { months: [], missing: [], total: 0, unnamed: 0, rates: [], members: [], everybody: [], payments: [] };

async function yearOfPay(tx: TenantTx, filters: PayFilters, now: Date): Promise<PayYear> {
  const known = await findMonths(tx, now);
  const years = [...new Set(known.map(({ year }) => year))];
  const year = filters.year ?? years[0] ?? null;
  if (year === null) return { ...empty, years, year };
  const [sums, rates, payments] = await Promise.all([
    findSums(tx, year, now),
    findRates(tx, year),
    filters.member ? findPayments(tx, year, filters.member, now) : [],
  ]);
  const everybody = byMember(sums.filter((one) => one.is_public));
  const members = filters.member ? everybody.filter(({ slug }) => slug === filters.member) : everybody;
  const ofMonth = (month: number) => members.reduce((sum, { months }) => sum + (months[month - 1] ?? 0), 0);
  return {
    years,
    year,
    months: known
      .filter((one) => one.year === year)
      .map(({ month, note }) => ({ month, note, total: ofMonth(month) }))
      .reverse(),
    missing: missingMonths(known, year, dayIn(now)),
    total: members.reduce((sum, { total }) => sum + total, 0),
    unnamed: sums.reduce((sum, one) => sum + (one.is_public ? 0 : Number(one.amount)), 0),
    rates: rates.map(({ applies_to, basis, amount, legal_basis, note, valid_from, valid_to }) => ({
      ...{ basis, amount, note, appliesTo: applies_to, legalBasis: legal_basis },
      ...{ validFrom: valid_from, validTo: valid_to },
    })),
    members,
    everybody: everybody.map(({ slug, name }) => ({ slug, name })),
    payments: payments.map(({ applies_to, ...payment }) => ({ ...payment, appliesTo: applies_to })),
  };
}

export const pay = new Hono<CouncilScope>().get(
  "/",
  describeRoute({
    tags: ["pay"],
    summary: "What councillors were paid in a year, month by month, at which rate and on which legal basis",
    responses: {
      200: jsonOf(PayYear),
      400: problem("A filter that does not exist"),
      422: problem("A filter that means nothing"),
    },
  }),
  async (c) => {
    const { db, notes, now } = c.var;
    const filters = readQuery({ year: aYear, member: aSlug }, new URL(c.req.url).searchParams);
    notes.shows("pay");
    notes.shows("people");
    const year = await db.read(async (tx) => {
      const [found, scheduled] = await Promise.all([yearOfPay(tx, filters, now), nextScheduled(tx, now)]);
      notes.holdsUntil(scheduled);
      return found;
    });
    const isKnown = year.members.length > 0 || (filters.year === null && filters.member === null);
    if (!isKnown) notes.isPassing();
    return c.json(year satisfies PayYear, 200);
  },
);
export type PayApi = typeof pay;
