import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createWorld, type TestWorld } from "../../../tests/support/world.ts";
import { addDayOff } from "./days-off.service.ts";
import { setCouncilPeriod } from "./periods.service.ts";

let world: TestWorld;
beforeAll(async () => {
  world = await createWorld();
  const by = { actor: { kind: "system", name: "test" } as const, now: world.clock.now() };
  const ground = { sq: "Neni 12 i rregullores", en: "Article 12 of the rules" };
  await world.krasta.db.write(async (tx) => {
    await setCouncilPeriod(tx, by, {
      ...{ rule: "L3", number: 7, unit: "calendar", basis: "council", ground, validFrom: "2026-01-01" },
    });
    await addDayOff(tx, by, {
      day: "2026-03-17",
      name: { sq: "Pushim shtesë", en: "Extra day off" },
      nonWorking: true,
      reason: { sq: "Vendim i qeverisë", en: "Decision of the government" },
      source: "VKM nr. 1",
    });
  });
});
afterAll(() => world.end());

const page = async (path: string, council = world.lisi) => {
  const answer = await council.get(path);
  return { status: answer.status, html: (await answer.text()).replaceAll("&#39;", "'") };
};

describe("The page of periods and holidays", () => {
  it("lists every period with its law, article and how sure it is, in both languages", async () => {
    const { html } = await page("/afatet");
    for (const words of [
      "Afatet dhe festat",
      "Komentet për projektaktin",
      "20 ditë pune",
      "të paktën 5 ditë kalendarike para",
      "deri më 31 dhjetor të çdo viti",
      "i lexuar në burim",
      "ende pa u krahasuar me ligjin",
      "as ligji, as Këshilli nuk e kanë caktuar",
    ])
      expect(html).toContain(words);
    const english = (await page("/en/deadlines")).html;
    for (const words of ["Comments on a draft act", "at least 5 calendar days before", "by 31 December each year"])
      expect(english).toContain(words);
  });

  it("counts a period for a day and explains it step by step", async () => {
    const { html } = await page("/afatet?rule=K3&from=2026-03-05");
    for (const words of ["08.04.2026", "edhe 20 ditë pune", "Afati prej 20 ditësh pune mbaron më 8 prill 2026"])
      expect(html).toContain(words);
    expect(html).toMatch(/<option [^>]*value="K3" selected/);
  });

  it("counts hours from a time of day", async () => {
    const { html } = await page("/en/deadlines?rule=I3&from=2026-03-27&time=10:00");
    expect(html).toContain("29.03.2026");
    expect(html).toContain("at 11:00");
  });

  it("judges a notice, and says from when something takes effect", async () => {
    const late = await page("/afatet?rule=L3&from=2026-03-30&given=2026-03-26");
    expect(late.html).toContain("Njoftimit të datës 26.03.2026 i mungon 1 ditë.");
    const early = await page("/en/deadlines?rule=L3&from=2026-03-30&given=2026-03-20");
    expect(early.html).toContain("was in time, with 5 days to spare.");
    expect((await page("/en/deadlines?rule=L18&from=2026-03-05")).html).toContain("Takes effect on");
  });

  it("says what was wrong with the question, at its field", async () => {
    const { status, html } = await page("/en/deadlines?rule=K3&from=5.3.2026");
    expect(status).toBe(422);
    expect(html).toContain('aria-describedby="wrong-from"');
    const hours = await page("/afatet?rule=I3&from=2026-03-05");
    expect([hours.status, hours.html.includes("duhet edhe ora")]).toEqual([422, true]);
    expect((await page("/afatet?rule=K3")).status).toBe(200);
  });

  it("shows the holidays of this year, or of another, with what may still change", async () => {
    const { html } = await page("/afatet");
    for (const words of ["Festat e vitit 2026", "16.03.2026", "e parashikuar, mund të ndryshojë", "në vend të datës"])
      expect(html).toContain(words);
    const generated = await page("/en/deadlines?year=2025");
    expect(generated.html).toContain("Holidays of 2025");
    expect(generated.html).toContain("derived from the rules for holidays");
    expect((await page("/en/deadlines?year=2017")).status).toBe(404);
  });

  it("is each council's own: its longer notice and its extra day off, not the neighbour's", async () => {
    const there = (await page("/afatet", world.krasta)).html;
    for (const words of ["I vetë Këshillit: 7 ditë kalendarike", "Neni 12 i rregullores", "Pushim shtesë"])
      expect(there).toContain(words);
    const here = (await page("/afatet")).html;
    expect(here).not.toContain("I vetë Këshillit");
    expect(here).not.toContain("Pushim shtesë");
  });

  it("is found from the foot of every page and the map of the site", async () => {
    expect((await page("/lajme")).html).toContain('href="/afatet"');
    expect((await page("/en/site-map")).html).toContain('href="/en/deadlines"');
    expect((await page("/sitemap.xml")).html).toContain("/en/deadlines");
  });
});
