import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { doing } from "../../../tests/support/content.ts";
import { createWorld, type TestCouncil, type TestWorld } from "../../../tests/support/world.ts";
import { InvalidInput } from "../../http/problem.ts";
import { slugOf } from "../publications/slug.ts";
import { lastDueMonth, missingMonths } from "./missing-months.ts";
import { payRegisters } from "./pay.registers.ts";
import type { MonthInput, PayYear, RateInput } from "./pay.schema.ts";
import { createRate, endRate, publishMonth, setMonth, withdrawMonth } from "./pay.service.ts";

let world: TestWorld;
let lisi: TestCouncil;
let krasta: TestCouncil;
const api = "/api/v1/pay";
const by = () => doing(world);

const person = (council: TestCouncil, name: string, isPublic = true) =>
  council.db.write(async (tx) => {
    const { id } = await tx
      .insertInto("people")
      .values({
        slug: slugOf(name),
        name,
        family_name: name.split(" ")[1]!,
        gender: null,
        contacts: "{}",
        photo_renditions: "[]",
        folded_text: "",
        photo_width: null,
        photo_height: null,
        photo_sha256: null,
        ...(isPublic ? { state: "published" as const, public_from: world.clock.now() } : { public_from: null }),
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    return id;
  });

const rate = (council: TestCouncil, given: Partial<RateInput> = {}) =>
  council.db.write((tx) =>
    createRate(tx, by(), {
      appliesTo: "member",
      basis: "month",
      amount: 15_000,
      legalBasis: { sq: "Vendimi nr. 12, datë 20.09.2023", en: "Decision no. 12 of 20.09.2023" },
      validFrom: "2023-09-20",
      ...given,
    }),
  );
const set = (council: TestCouncil, given: MonthInput) => council.db.write((tx) => setMonth(tx, by(), given));
const publish = (council: TestCouncil, year: number, month: number, at?: Date) =>
  council.db.write((tx) => publishMonth(tx, by(), { year, month }, at));
const refusal = async (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => "done",
    (error) => (error instanceof InvalidInput ? error.fields.map(({ path, code }) => `${path}: ${code}`) : error.code),
  );
const year = (council: TestCouncil, query = "") => council.json<PayYear>(api + query);

let ana: string;
let besim: string;
let hidden: string;
let monthly: string;
let byMeeting: string;

beforeAll(async () => {
  world = await createWorld();
  ({ lisi, krasta } = world);
  ana = await person(lisi, "Ana Zeka");
  besim = await person(lisi, "Besim Çela");
  hidden = await person(lisi, "Fshehur Askush", false);
  monthly = (await rate(lisi)).id;
  byMeeting = (await rate(lisi, { appliesTo: "committee_member", basis: "meeting", amount: 2_000 })).id;
});
afterAll(() => world.end());

describe("What councillors are paid", () => {
  it("is nowhere before a month is published", async () => {
    await set(lisi, { year: 2025, month: 12, entries: [{ personId: ana, rateId: monthly, amount: 15_000 }] });
    expect(await year(lisi)).toMatchObject({ years: [], year: null, members: [], rates: [] });
    const page = await (await lisi.get("/en/councillors-pay")).text();
    expect(page).not.toContain("Ana Zeka");
    expect(page).toContain("How it is done on paper today");
  });

  it("is read by councillor and month, with sums, rates and their legal basis", async () => {
    await publish(lisi, 2025, 12);
    await set(lisi, {
      year: 2026,
      month: 1,
      note: { sq: "Me mbledhjen e jashtëzakonshme.", en: "With the extraordinary meeting." },
      entries: [
        { personId: besim, rateId: monthly, amount: 15_000 },
        { personId: ana, rateId: monthly, amount: 7_500, note: { sq: "Nga mesi i muajit.", en: "From mid-month." } },
        { personId: ana, rateId: byMeeting, meetings: 3, amount: 6_000 },
        { personId: hidden, rateId: monthly, amount: 15_000 },
      ],
    });
    await publish(lisi, 2026, 1);
    const shown = await year(lisi);
    expect(shown).toMatchObject({ years: [2026, 2025], year: 2026, total: 28_500, unnamed: 15_000, missing: [] });
    expect(shown.members.map(({ name, months, total }) => [name, months[0], total])).toEqual([
      ["Besim Çela", 15_000, 15_000],
      ["Ana Zeka", 13_500, 13_500],
    ]);
    expect(shown.months).toEqual([
      { month: 1, total: 28_500, note: expect.objectContaining({ en: "With the extraordinary meeting." }) },
    ]);
    expect(shown.rates.map(({ appliesTo, amount }) => [appliesTo, amount])).toEqual([
      ["member", 15_000],
      ["committee_member", 2_000],
    ]);
    expect(JSON.stringify(shown)).not.toContain("Fshehur");
  });

  it("has a page in both languages, where a year and a councillor can be chosen", async () => {
    await world.catchUp();
    const sq = await (await lisi.get("/pagesat")).text();
    for (const said of [
      "Paguar në vitin 2026",
      "Besim Çela",
      "Vendimi nr. 12, datë 20.09.2023",
      "në muaj",
      "/pagesat.xlsx?year=2026",
    ])
      expect(sq).toContain(said);
    const en = await (await lisi.get("/en/councillors-pay?year=2026&member=ana-zeka")).text();
    for (const said of [
      "Paid in 2026",
      "From mid-month.",
      "Member of a committee",
      "/en/councillors-pay.csv?year=2026&amp;member=ana-zeka",
    ])
      expect(en).toContain(said);
    expect(en).not.toMatch(/<th[^>]*>\s*<a[^>]*>Besim/);
    const before = await (await lisi.get("/en/councillors-pay?year=2025")).text();
    expect(before).toContain("Paid in 2025");
    expect(before).not.toContain("Besim Çela");
  });

  it("of one councillor is each payment, with its rate and meetings", async () => {
    const shown = await year(lisi, "?year=2026&member=ana-zeka");
    expect(shown.payments.map(({ appliesTo, rate, meetings, amount }) => [appliesTo, rate, meetings, amount])).toEqual([
      ["committee_member", 2_000, 3, 6_000],
      ["member", 15_000, null, 7_500],
    ]);
    expect([shown.total, shown.months[0]!.total, shown.everybody.length]).toEqual([13_500, 13_500, 2]);
  });

  it("in a year or of somebody unknown is nothing, and says so", async () => {
    expect(await year(lisi, "?year=2019")).toMatchObject({ year: 2019, members: [] });
    expect(await (await lisi.get("/pagesat?year=2019")).text()).toContain("Nuk u gjet asgjë");
    expect(await year(lisi, "?member=fshehur-askush")).toMatchObject({ members: [], payments: [] });
  });

  it.each([
    ["?year=now", 422],
    ["?member=A%20B", 422],
    ["?month=3", 400],
  ])("cannot be asked for with %s", async (query, status) => expect((await lisi.get(api + query)).status).toBe(status));

  it("asked for with a wrong year is a page that says so, with the field beside it", async () => {
    const answer = await lisi.get("/en/councillors-pay?year=now");
    expect(answer.status).toBe(422);
    expect(await answer.text()).toMatch(/href="#year".*<select[^>]* id="year"/s);
  });

  it("of one council is unknown in the other", async () => {
    expect(await year(krasta)).toMatchObject({ years: [], members: [] });
    expect(
      await refusal(set(krasta, { year: 2026, month: 1, entries: [{ personId: ana, rateId: monthly, amount: 1 }] })),
    ).toEqual(["entries.0.personId: pay.person_unknown"]);
    expect(await refusal(krasta.db.write((tx) => endRate(tx, by(), monthly, "2026-01-01")))).toBe("pay.rate_not_found");
    expect(await refusal(publish(krasta, 2026, 1))).toBe("pay.month_not_found");
  });

  it("is scheduled, corrected and taken back", async () => {
    const entries = [{ personId: besim, rateId: monthly, amount: 15_000 }];
    await set(lisi, { year: 2026, month: 2, entries });
    await publish(lisi, 2026, 2, new Date(world.clock.now().getTime() + 60_000));
    expect((await year(lisi)).months).toHaveLength(1);
    await publish(lisi, 2026, 2);
    expect((await year(lisi)).months).toHaveLength(2);
    expect(await refusal(publish(lisi, 2026, 2))).toBe("pay.month_public_already");
    await set(lisi, { year: 2026, month: 2, entries: [{ ...entries[0]!, amount: 10_000, note: { sq: "Zbritje." } }] });
    expect((await year(lisi)).months.at(-1)!.total).toBe(10_000);
    await lisi.db.write((tx) => withdrawMonth(tx, by(), { year: 2026, month: 2 }));
    expect((await year(lisi)).months).toHaveLength(1);
    expect(await refusal(lisi.db.write((tx) => withdrawMonth(tx, by(), { year: 2026, month: 2 })))).toBe(
      "pay.month_not_published",
    );
    const audit = await lisi.db.read((tx) =>
      tx
        .selectFrom("audit_log")
        .where("subject_id", "=", "2026-02")
        .select(["action", "before"])
        .orderBy("id")
        .execute(),
    );
    expect(audit.map(({ action }) => action)).toEqual([
      "pay_month.set",
      "pay_month.published",
      "pay_month.published",
      "pay_month.set",
      "pay_month.withdrawn",
    ]);
    expect(audit[3]!.before).toMatchObject({ entries: [{ amount: 15_000 }] });
  });
});

describe("A month is refused, with the payment and the reason,", () => {
  const paid = () => ({ personId: ana, rateId: monthly, amount: 15_000 });
  it.each<[string, () => Partial<MonthInput>, string]>([
    ["with somebody paid twice", () => ({ entries: [paid(), paid()] }), "entries.1.personId: pay.paid_twice"],
    ["with an unknown rate", () => ({ entries: [{ ...paid(), rateId: ana }] }), "entries.0.rateId: pay.rate_unknown"],
    [
      "at a rate not yet in force",
      () => ({ year: 2023, month: 8, entries: [paid()] }),
      "entries.0.rateId: pay.rate_not_in_force",
    ],
    [
      "with another amount and no word why",
      () => ({ entries: [{ ...paid(), amount: 14_999 }] }),
      "entries.0.amount: pay.differs_without_note",
    ],
    [
      "without the meetings that are paid",
      () => ({ entries: [{ ...paid(), rateId: byMeeting }] }),
      "entries.0.meetings: pay.meetings_required",
    ],
    [
      "with meetings that are not",
      () => ({ entries: [{ ...paid(), meetings: 2 }] }),
      "entries.0.meetings: pay.meetings_not_counted",
    ],
    [
      "with an amount below nothing",
      () => ({ entries: [{ ...paid(), amount: -1 }] }),
      "entries.0.amount: number.negative",
    ],
    ["with nobody in it", () => ({ entries: [] }), "entries: pay.without_entries"],
    ["that does not exist", () => ({ month: 13, entries: [paid()] }), "month: pay.month_out_of_range"],
    ["that has not begun", () => ({ year: 2026, month: 4, entries: [paid()] }), "month: pay.month_to_come"],
  ])("%s", async (_, given, refused) => {
    expect(await refusal(set(lisi, { year: 2025, month: 11, entries: [paid()], ...given() }))).toEqual([refused]);
    expect((await year(lisi, "?year=2025")).months).toHaveLength(1);
  });

  it("and a rate, where another for the same is in force or its days run backwards", async () => {
    expect(await refusal(rate(lisi, { validFrom: "2024-01-01" }))).toBe("pay.rates_overlap");
    expect(await refusal(rate(lisi, { validFrom: "2020-01-02", validTo: "2020-01-01" }))).toEqual([
      "validTo: pay.rate_ends_before_it_begins",
    ]);
    await lisi.db.write((tx) => endRate(tx, by(), monthly, "2026-12-31"));
    expect(await refusal(rate(lisi, { validFrom: "2027-01-01", amount: 16_000 }))).toBe("done");
    expect((await year(lisi)).rates).toHaveLength(2);
  });
});

describe("Months that are due", () => {
  it("are those that ended a month ago", () => {
    expect(lastDueMonth("2026-03-01")).toEqual({ year: 2026, month: 1 });
    expect(lastDueMonth("2026-01-31")).toEqual({ year: 2025, month: 11 });
  });

  it("are missing from the first that was ever published, and not before", () => {
    const there = [2, 3, 6].map((month) => ({ year: 2025, month }));
    expect(missingMonths(there, 2025, "2025-10-15")).toEqual([4, 5, 7, 8]);
    expect(missingMonths(there, 2026, "2026-03-31")).toEqual([1]);
    expect(missingMonths([], 2025, "2025-10-15")).toEqual([]);
  });

  it("tell how complete the element is", async () => {
    const readiness = async () => {
      const { elements } = await lisi.json<{ elements: { code: string; readiness: string; reason: { en: string } }[] }>(
        "/api/v1/elements",
      );
      const { readiness: level, reason } = elements.find(({ code }) => code === "I.4.2")!;
      return [level, reason.en];
    };
    expect(await readiness()).toEqual(["full", expect.stringContaining("until 01.2026")]);
    await lisi.db.write((tx) => withdrawMonth(tx, by(), { year: 2026, month: 1 }));
    expect(await readiness()).toEqual(["partial", "One month of 2026 that is due has not been published."]);
    expect(await (await lisi.get("/en/councillors-pay?year=2025")).text()).not.toContain("although due");
    await publish(lisi, 2026, 1);
  });
});

it("The register has each payment once, whatever the size of its batches, and nobody who is not public", async () => {
  const [register] = payRegisters;
  const all = (query: string, size: number) =>
    lisi.db.read(async (tx) => {
      const found = [];
      const filters = register!.filters(new URLSearchParams(query));
      for (let after = null; ; ) {
        const batch = await register!.batch(tx, filters, world.clock.now(), after, size);
        found.push(...batch);
        if (batch.length < size) return { rows: found, total: await register!.total(tx, filters, world.clock.now()) };
        after = batch.at(-1);
      }
    });
  const whole = await all("", 100);
  expect(whole.rows.map(({ year, month, slug, amount }) => [year, month, slug, amount])).toEqual([
    [2026, 1, "ana-zeka", 6_000],
    [2026, 1, "ana-zeka", 7_500],
    [2026, 1, "besim-cela", 15_000],
    [2025, 12, "ana-zeka", 15_000],
  ]);
  expect(whole.total).toBe(4);
  expect(await all("", 1)).toEqual(whole);
  expect((await all("year=2025&member=ana-zeka", 100)).total).toBe(1);
});
