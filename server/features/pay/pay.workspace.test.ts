import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { signedIn, type Visitor } from "../../../tests/support/accounts.ts";
import { refusal } from "../../../tests/support/acts.ts";
import { doing } from "../../../tests/support/content.ts";
import { fieldsOn } from "../../../tests/support/fields-on.ts";
import { createWorld, type TestCouncil, type TestWorld } from "../../../tests/support/world.ts";
import type { RateInput } from "./pay.schema.ts";
import { changeRate, createRate, findRate, setMonth } from "./pay.service.ts";

/** The world stands at 05.03.2026. */
let world: TestWorld;
let lisi: TestCouncil;
let secretary: Visitor;
let editor: Visitor;
let auditor: Visitor;
let neighbour: Visitor;
let people: string[];
let stranger: string;
beforeAll(async () => {
  world = await createWorld();
  ({ lisi } = world);
  [secretary, editor, auditor, neighbour] = await Promise.all([
    signedIn(world, lisi, ["secretary"]),
    signedIn(world, lisi, ["editor"]),
    signedIn(world, lisi, ["auditor"]),
    signedIn(world, world.krasta, ["secretary"]),
  ]);
  people = await Promise.all(Array.from({ length: 31 }, (_, at) => person(lisi, at + 1)));
  stranger = await person(world.krasta, 99);
});
afterAll(() => world.end());

const by = () => doing(world);
const person = (council: TestCouncil, number: number) =>
  council.db.write(async (tx) => {
    const { id } = await tx
      .insertInto("people")
      .values({
        ...{ slug: `anetar-${number}`, name: `Anëtar ${number}`, family_name: String(number), gender: null },
        ...{ contacts: "{}", photo_renditions: "[]", folded_text: `anetar ${number}`, public_from: null },
        ...{ photo_width: null, photo_height: null, photo_sha256: null },
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    return id;
  });
const rateOf = (given: Partial<RateInput> = {}): RateInput => ({
  ...{ appliesTo: "member", basis: "month", amount: 15_000, validFrom: "2023-09-20" },
  legalBasis: { sq: "Vendimi nr. 12, datë 20.09.2023", en: "Decision no. 12 of 20.09.2023" },
  ...given,
});
const rate = async (given: Partial<RateInput> = {}, council = lisi) =>
  (await council.db.write((tx) => createRate(tx, by(), rateOf(given)))).id;
const change = (id: string, given: Partial<RateInput>, council = lisi) =>
  refusal(council.db.write((tx) => changeRate(tx, by(), id, rateOf(given))));
const text = async (answer: Response | Promise<Response>) => (await answer).text();
const pay = (month: number, entries: { personId: string; rateId: string; amount: number }[]) =>
  lisi.db.write((tx) => setMonth(tx, by(), { year: 2026, month, entries }));

describe("A rate of pay", () => {
  it("is mended in all its parts while nobody was paid at it", async () => {
    const id = await rate({ appliesTo: "chair" });
    const mended = { appliesTo: "deputy_chair", amount: 18_000, basis: "meeting", validFrom: "2024-01-01" } as const;
    expect(await change(id, mended)).toBeNull();
    expect(await lisi.db.read((tx) => findRate(tx, id))).toMatchObject({ ...mended, validTo: null });
  });

  it("at which somebody was paid takes a note and a last day, and is otherwise followed by another", async () => {
    const id = await rate({ appliesTo: "committee_chair" });
    await pay(1, [{ personId: people[0]!, rateId: id, amount: 15_000 }]);
    const given = { appliesTo: "committee_chair" } as const;
    expect(await change(id, { ...given, validTo: "2026-02-28", note: { sq: "Deri në vendimin e ri." } })).toBeNull();
    for (const fixed of [{ amount: 16_000 }, { basis: "meeting" as const }, { validFrom: "2024-01-01" }])
      expect(await change(id, { ...given, ...fixed })).toMatchObject({
        fields: [{ path: Object.keys(fixed)[0], code: "pay.rate_is_paid" }],
      });
    expect(await change(id, { appliesTo: "secretary", legalBasis: { sq: "Tjetër" } })).toMatchObject({
      fields: [
        { path: "appliesTo", code: "pay.rate_is_paid" },
        { path: "legalBasis", code: "pay.rate_is_paid" },
      ],
    });
  });

  it("is not changed to what is wrong, to what meets another, or where there is none of the council’s", async () => {
    const first = await rate({ appliesTo: "secretary", validTo: "2024-12-31" });
    const second = await rate({ appliesTo: "secretary", validFrom: "2025-01-01" });
    expect(await change(second, { appliesTo: "secretary", validFrom: "2024-06-01" })).toEqual({
      code: "pay.rates_overlap",
    });
    expect(await change(first, { appliesTo: "secretary", validTo: "2023-01-01" })).toMatchObject({
      fields: [{ path: "validTo", code: "pay.rate_ends_before_it_begins" }],
    });
    for (const [path, wrong] of Object.entries({
      amount: -1,
      basis: "year",
      appliesTo: "mayor",
      validFrom: "31.12.2026",
    }))
      expect(await change(first, { [path]: wrong } as never)).toMatchObject({ fields: [{ path }] });
    expect(await change(first, { legalBasis: { sq: " " } })).toMatchObject({ fields: [{ path: "legalBasis.sq" }] });
    expect(await change(crypto.randomUUID(), {})).toEqual({ code: "pay.rate_not_found" });
    expect(await change(first, {}, world.krasta)).toEqual({ code: "pay.rate_not_found" });
  });

  it("in its form says at the field what is wrong, keeps what was typed, and is the neighbour’s to nobody here", async () => {
    const id = await rate({ appliesTo: "liaison", amount: 4_000 });
    const at = `/admin/masat-e-pagave/${id}`;
    const form = fieldsOn(await text(secretary.get(at)));
    const refused = await secretary.post(at, { ...form, amount: "katër mijë", "legalBasis.sq": "Vendimi nr. 7" });
    const page = await refused.text();
    expect(refused.status).toBe(422);
    expect(page).toContain('href="#thing-amount"');
    expect(page).toContain('value="katër mijë"');
    expect(page).toContain('value="Vendimi nr. 7"');
    const backwards = await secretary.post(at, { ...form, validTo: "2020-01-01" });
    expect(await backwards.text()).toContain("Dita e fundit vjen para së parës.");
    expect((await neighbour.get(at)).status).toBe(404);
    expect((await neighbour.post(at, form)).status).toBe(404);
    expect((await secretary.post("/admin/masat-e-pagave/jo", form)).status).toBe(404);
    expect((await secretary.post(at, { ...form, amount: "5000" })).headers.get("location")).toContain("done=saved");
  });

  it("is read by the auditor, and changed by an editor only where the council wants no approval", async () => {
    const id = await rate({ appliesTo: "committee_member", basis: "meeting", amount: 2_000 });
    const at = `/admin/masat-e-pagave/${id}`;
    const form = fieldsOn(await text(editor.get(at)));
    expect((await auditor.get(at)).status).toBe(200);
    expect((await auditor.post(at, form)).status).toBe(403);
    expect((await editor.post(at, { ...form, amount: "2100" })).status).toBe(303);
    await lisi.db.write((tx) => tx.updateTable("tenant_settings").set({ approval: true }).execute());
    const again = fieldsOn(await text(editor.get(at)));
    expect((await editor.post(at, { ...again, amount: "2200" })).status).toBe(403);
    expect((await secretary.post(at, { ...again, amount: "2300" })).status).toBe(303);
    await lisi.db.write((tx) => tx.updateTable("tenant_settings").set({ approval: false }).execute());
  });
});

describe("The form of a month of pay", () => {
  let monthly: string;
  let past: string[];
  const at = "/admin/pagat/2026-02";
  beforeAll(async () => {
    monthly = await rate({ amount: 17_000, validFrom: "2026-01-01" });
    past = await Promise.all(
      Array.from({ length: 12 }, (_, year) =>
        rate({ validFrom: `${2008 + year}-01-01`, validTo: `${2008 + year}-12-31`, amount: 9_000 + year }),
      ),
    );
    await pay(
      2,
      people.map((personId) => ({ personId, rateId: monthly, amount: 17_000 })),
    );
  });

  it("of thirty-one councillors is small: a line for each, and of the rates those in force", async () => {
    const page = await text(secretary.get(at));
    expect(Buffer.byteLength(page)).toBeLessThan(120_000);
    expect(page.match(/class="folded"/g)).toHaveLength(31);
    expect(page).toContain("Anëtar 31 · Anëtar i Këshillit, 17000 lekë");
    for (const id of past) expect(page).not.toContain(id);
    expect(await text(secretary.get("/en/admin/pay/2026-02"))).toContain("Open all 31 rows");
  });

  it("keeps every row that was not opened, and opens one or all without script", async () => {
    const form = fieldsOn(await text(secretary.get(at)));
    expect(Object.keys(form).filter((name) => /^entries\.r\d+\.personId$/.test(name))).toHaveLength(31);
    const one = await text(secretary.post(at, { ...form, do: "open:entries.r4" }));
    expect(one.match(/class="folded"/g)).toHaveLength(30);
    const opened = fieldsOn(one);
    expect(opened["entries.r4.amount"]).toBe("17000");
    // What is chosen stands in the list; others are found by words.
    expect(one).toContain(`<option`);
    expect(opened["entries.r4.personId"]).toBe(form["entries.r4.personId"]);
    expect(await text(secretary.post(at, { ...form, do: "open:entries" }))).not.toContain('class="folded"');
    const saved = await secretary.post(at, { ...opened, "entries.r4.amount": "0", "entries.r4.note.sq": "Mungoi." });
    expect(saved.headers.get("location")).toContain("done=saved");
    const rows = await lisi.db.read((tx) =>
      tx.selectFrom("pay_entries").where("month", "=", 2).select(["person_id", "amount"]).execute(),
    );
    expect(rows.filter(({ amount }) => amount === 17_000)).toHaveLength(30);
  });

  it("opens the row in which something is wrong and says it there", async () => {
    const form = fieldsOn(await text(secretary.get(at)));
    const wrong = async (fields: Record<string, string>) => {
      const answer = await secretary.post(at, { ...form, ...fields });
      expect(answer.status).toBe(422);
      return answer.text();
    };
    const differs = await wrong({ "entries.r3.amount": "1" });
    expect(differs).toContain("Kjo nuk është shuma që jep masa.");
    expect(differs).toContain('href="#thing-entries-r3-amount"');
    expect(differs).toContain('id="thing-entries-r3-amount"');
    expect(await wrong({ "entries.r1.personId": form["entries.r0.personId"]! })).toContain("paguhet dy herë");
    expect(await wrong({ "entries.r0.meetings": "3" })).toContain("mbledhjet nuk numërohen");
    expect(await wrong({ "entries.r0.rateId": past[0]! })).toContain("Kjo masë nuk është në fuqi në atë muaj.");
    expect(await wrong({ "entries.r0.personId": stranger })).toContain("Ky person nuk gjendet këtu.");
    expect(await wrong({ "entries.r0.rateId": crypto.randomUUID() })).toContain("Kjo masë page nuk gjendet këtu.");
    expect(await wrong({ "entries.r0.amount": "shumë" })).toContain('href="#thing-entries-r0-amount"');
    expect(await wrong({ month: "13" })).toContain("Muaji është nga 1 deri në 12");
    expect(await wrong({ month: "4" })).toMatch(/href="#thing-month"/);
  });

  it("is not there twice, not of a month to come, not without payments, and nobody’s who only reads", async () => {
    const fresh = "/admin/pagat/i-ri";
    const one = { "entries.n1.personId": people[0]!, "entries.n1.rateId": monthly, "entries.n1.amount": "17000" };
    const sent = async (fields: Record<string, string>) => secretary.post(fresh, { ...one, year: "2026", ...fields });
    expect(await text(sent({ month: "2" }))).toContain("Ky muaj është shënuar tashmë.");
    expect(await text(sent({ month: "4" }))).toContain("Ky muaj ende nuk ka filluar.");
    expect(await text(secretary.post(fresh, { year: "2026", month: "3" }))).toContain(
      "Një muaj ka të paktën një pagesë.",
    );
    expect((await auditor.post(fresh, { ...one, year: "2026", month: "3" })).status).toBe(403);
    expect((await auditor.post(at, {})).status).toBe(403);
    expect((await neighbour.get(at)).status).toBe(404);
    expect((await neighbour.post(at, one)).status).toBe(404);
    for (const id of ["2026-13", "2026", "abc"]) expect((await secretary.get(`/admin/pagat/${id}`)).status).toBe(404);
  });
});
