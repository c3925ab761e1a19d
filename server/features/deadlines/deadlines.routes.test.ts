import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createWorld, type TestWorld, testNow } from "../../../tests/support/world.ts";
import type { Doing } from "../audit/audit.service.ts";
import { addDayOff, removeDayOff } from "./days-off.service.ts";
import type { ComputedDeadline, HolidayList, RuleList } from "./deadlines.schema.ts";
import { setCouncilPeriod } from "./periods.service.ts";

let world: TestWorld;
const doing: Doing = { actor: { kind: "system", name: "sekretaria" }, now: new Date(testNow) };
const ground = { sq: "Rregullorja e Këshillit, neni 12", en: "the rules of procedure, Article 12" };
beforeAll(async () => {
  world = await createWorld();
  await world.krasta.db.write(async (tx) => {
    const reason = { sq: "Vendim i Këshillit të Ministrave" };
    await setCouncilPeriod(tx, doing, {
      rule: "L3",
      number: 7,
      unit: "calendar",
      basis: "council",
      ground,
      validFrom: "2026-01-01",
    });
    await addDayOff(tx, doing, { day: "2026-03-17", name: { sq: "Pushim shtesë" }, reason, source: "VKM nr. 1" });
    await removeDayOff(tx, doing, { day: "2026-05-27", reason, source: "VKM nr. 2" });
  });
});
afterAll(() => world.end());

const compute = (query: string) => world.lisi.json<ComputedDeadline>(`/api/v1/deadlines/compute?${query}`);
const refusal = async (path: string) => {
  const answer = await world.lisi.get(`/api/v1${path}`, { "accept-language": "sq" });
  const { code, title, fields } = (await answer.json()) as { code: string; title: string; fields?: object[] };
  return { status: answer.status, type: answer.headers.get("content-type"), code, title, fields };
};

describe("The public calculator", () => {
  it("answers due when, how many days left, and how that was computed in both languages", async () => {
    const answer = await compute("rule=K3&from=2026-03-05");
    expect(answer).toMatchObject({
      rule: { code: "K3", article: "15/1", title: { sq: "Komentet për projektaktin" } },
      from: "2026-03-05",
      dueOn: "2026-04-08",
      dueAt: null,
      today: "2026-03-05",
      daysLeft: 20,
      overdue: false,
      notice: null,
      certainty: { period: "V", estimatedDays: ["2026-03-20"], generatedYears: [] },
    });
    expect(answer.steps.at(-2)).toEqual({
      sq: "Afati prej 20 ditësh pune mbaron më 8 prill 2026 (e mërkurë).",
      en: "The period of 20 working days ends on 8 April 2026 (Wednesday).",
    });
  });

  it("what is over is over", async () => {
    expect(await compute("rule=I1&from=2026-02-02")).toMatchObject({
      dueOn: "2026-02-16",
      daysLeft: -13,
      overdue: true,
    });
  });

  it("hours are counted from a time of day", async () => {
    const answer = await compute("rule=I3&from=2026-03-27T10:00");
    expect(answer).toMatchObject({ dueOn: "2026-03-29", dueAt: "2026-03-29T09:00:00.000Z" });
  });

  it("a notice is judged", async () => {
    const answer = await compute("rule=L3&from=2026-03-30&given=2026-03-26");
    expect(answer).toMatchObject({ dueOn: "2026-03-25", notice: { given: "2026-03-26", inTime: false, by: -1 } });
  });

  it("each council counts by its own calendar and rules", async () => {
    const there = (query: string) => world.krasta.json<ComputedDeadline>(`/api/v1/deadlines/compute?${query}`);
    expect((await there("rule=I1&from=2026-03-05")).dueOn).toBe("2026-03-25");
    expect((await there("rule=L3&from=2026-03-30")).dueOn).toBe("2026-03-23");
    expect((await compute("rule=I1&from=2026-03-05")).dueOn).toBe("2026-03-24");
  });

  it.each([
    ["/deadlines/compute?rule=X9&from=2026-03-05", 404, "deadlines.unknown_rule", "Nuk ka rregull me kodin “X9”."],
    [
      "/deadlines/compute?rule=I1&from=2016-03-05",
      404,
      "deadlines.unknown_year",
      "Festat e vitit 2016 nuk dihen, prandaj asgjë nuk llogaritet me to.",
    ],
    [
      "/deadlines/compute?rule=K14a&from=2026-03-05",
      422,
      "deadlines.period_not_set",
      "Ligji nuk cakton afat për K14a dhe as Këshilli nuk e ka caktuar ende.",
    ],
    [
      "/deadlines/compute?rule=O6b&from=2024-03-05",
      422,
      "deadlines.not_in_force",
      "Rregulli O6b nuk vlen për një ngjarje të datës 05.03.2024.",
    ],
    [
      "/deadlines/compute?rule=I3&from=2026-03-05",
      422,
      "deadlines.hour_needed",
      "Rregulli I3 numëron orë: duhet edhe ora, si 2026-03-05T10:30.",
    ],
    [
      "/deadlines/compute?rule=I1&from=2026-03-05&given=2026-03-04",
      422,
      "deadlines.counts_forward",
      "Rregulli I1 nuk kërkon njoftim para një ngjarjeje.",
    ],
    [
      "/holidays?year=2017",
      404,
      "deadlines.unknown_year",
      "Festat e vitit 2017 nuk dihen, prandaj asgjë nuk llogaritet me to.",
    ],
  ])("%s is refused: %i %s", async (path, status, code, title) => {
    expect(await refusal(path)).toMatchObject({ status, code, title, type: "application/problem+json" });
  });

  it.each([
    ["rule=I1", "from", "input.wrong"],
    ["rule=I1&from=5.3.2026", "from", "deadlines.date_or_time_malformed"],
    ["rule=I1&from=2026-02-30", "from", "date.impossible"],
    ["rule=I1&from=9999-12-31", "from", "date.impossible"],
    ["rule=I3&from=2026-03-05T25:00", "from", "deadlines.date_or_time_malformed"],
    ["rule=L3&from=2026-03-05&given=yesterday", "given", "date.malformed"],
  ])("%s names the field", async (query, path, code) => {
    const { status, fields } = await refusal(`/deadlines/compute?${query}`);
    expect(status).toBe(422);
    expect(fields).toContainEqual({ path, code, message: expect.stringMatching(/^[A-ZËÇ].+\.$/) });
  });
});

describe("The rules", () => {
  it("are published with law, article, source and certainty, and with the council's own where it has one", async () => {
    const there = await world.krasta.json<RuleList>("/api/v1/deadlines/rules");
    const here = await world.lisi.json<RuleList>("/api/v1/deadlines/rules");
    const notice = (list: RuleList) => list.rules.find(({ code }) => code === "L3");
    expect(notice(here)).toMatchObject({
      number: 5,
      unit: "calendar",
      direction: "before",
      law: "139/2015",
      article: "53/4",
      source: "bashkiamaliq.gov.al/funksionet-e-keshillit; elbasani.gov.al/en-us/Keshilli",
      certainty: "V",
      unitCertainty: "M+",
      council: null,
    });
    expect(notice(there)?.council).toEqual({
      number: 7,
      unit: "calendar",
      basis: "council",
      ground,
      validFrom: "2026-01-01",
      validTo: null,
    });
    expect(here.counting).toMatchObject({ code: "O4", law: "44/2015", certainty: "M+" });
  });
});

describe("The holidays of a year", () => {
  it("are listed with the days to which they move, estimated ones marked", async () => {
    const { basis, days } = await world.lisi.json<HolidayList>("/api/v1/holidays?year=2026");
    expect(basis).toBe("listed");
    expect(days).toHaveLength(23);
    expect(days.filter(({ estimated }) => estimated).map(({ day }) => day)).toEqual(["2026-03-20", "2026-05-27"]);
  });

  it("a derived year says so", async () => {
    const { basis, days } = await world.lisi.json<HolidayList>("/api/v1/holidays?year=2025");
    expect(basis).toBe("generated");
    expect(days.every((day) => day.basis === "generated")).toBe(true);
  });

  it("show what the council entered, also what it removed", async () => {
    const { days } = await world.krasta.json<HolidayList>("/api/v1/holidays?year=2026");
    expect(days.find(({ day }) => day === "2026-03-17")).toMatchObject({
      basis: "council",
      change: "added",
      nonWorking: true,
      source: "VKM nr. 1",
    });
    expect(days.find(({ day }) => day === "2026-05-27")).toMatchObject({
      change: "removed",
      nonWorking: false,
      estimated: false,
    });
  });

  it.each([
    ["", "input.wrong"],
    ["?year=two", "deadlines.year_malformed"],
    ["?year=20266", "deadlines.year_malformed"],
  ])("“%s” is no year", async (query, code) => {
    const { status, fields } = await refusal(`/holidays${query}`);
    expect([status, fields]).toEqual([422, [expect.objectContaining({ path: "year", code })]]);
  });
});

it("the calculator is described for programs", async () => {
  const api = await world.lisi.json<{ paths: Record<string, { get: { responses: object } }> }>("/api/v1/openapi.json");
  expect(api.paths["/deadlines/compute"]!.get.responses).toHaveProperty([
    "200",
    "content",
    "application/json",
    "schema",
    "properties",
    "steps",
  ]);
  expect(api.paths["/holidays"]).toBeDefined();
});
