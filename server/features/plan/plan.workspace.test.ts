import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { signedIn, type Visitor } from "../../../tests/support/accounts.ts";
import { addCouncilBody, enact } from "../../../tests/support/acts.ts";
import { doing } from "../../../tests/support/content.ts";
import { fieldsOn } from "../../../tests/support/fields-on.ts";
import { planned } from "../../../tests/support/plan.ts";
import { createWorld, type TestCouncil, type TestWorld } from "../../../tests/support/world.ts";
import { addPlanItem, createPlan, publishPlan } from "./plan.service.ts";

/** The world stands at 05.03.2026. */
let world: TestWorld;
let lisi: TestCouncil;
let secretary: Visitor;
let editor: Visitor;
let auditor: Visitor;
let neighbour: Visitor;
const at = "/admin/plani-i-vendimmarrjes/2026";
beforeAll(async () => {
  world = await createWorld();
  ({ lisi } = world);
  await addCouncilBody(lisi);
  await addCouncilBody(world.krasta);
  [secretary, editor, auditor, neighbour] = await Promise.all([
    signedIn(world, lisi, ["secretary"]),
    signedIn(world, lisi, ["editor"]),
    signedIn(world, lisi, ["auditor"]),
    signedIn(world, world.krasta, ["secretary"]),
  ]);
  for (let number = 0; number < 60; number++)
    await enact(world, lisi, { title: { sq: `Akti ${number}`, en: `Act ${number}` } });
  await lisi.db.write(async (tx) => {
    const by = doing(world);
    await createPlan(tx, by, { year: 2026 });
    for (let number = 0; number < 60; number++)
      await addPlanItem(
        ...([tx, by, 2026] as const),
        planned({ month: (number % 12) + 1, title: { sq: `Për çështjen ${number}`, en: `On matter ${number}` } }),
      );
  });
});
afterAll(() => world.end());

const text = async (answer: Response | Promise<Response>) => (await answer).text();
const form = async () => fieldsOn(await text(secretary.get(at)));
const items = () =>
  lisi.db.read((tx) => tx.selectFrom("plan_items").where("year", "=", 2026).select(["id", "title", "month"]).execute());
const refused = async (fields: Record<string, string>, path = at) => {
  const answer = await secretary.post(path, { ...(path === at ? await form() : {}), ...fields });
  expect([409, 422]).toContain(answer.status);
  return answer.text();
};

describe("The form of a year’s plan", () => {
  it("of sixty acts is small: a line for each, opened by whoever changes it", async () => {
    const page = await text(secretary.get(at));
    expect(Buffer.byteLength(page)).toBeLessThan(150_000);
    expect(page.match(/class="folded"/g)).toHaveLength(60);
    expect(page).toContain("janar · Për çështjen 0 · Vendim");
    expect(await text(secretary.get("/en/admin/decision-plans/2026"))).toContain("January · On matter 0 · Decision");
  });

  it("loses nothing of the lines that stay closed, and finds an act for one by words without script", async () => {
    const fields = await form();
    const opened = await text(secretary.post(at, { ...fields, do: "open:items.r7" }));
    expect(opened.match(/class="folded"/g)).toHaveLength(59);
    const sought = await text(
      secretary.post(at, { ...fieldsOn(opened), "find.items.r7.actId": "akti 41", do: "find:items.r7.actId" }),
    );
    const act = /<option[^>]* value="([0-9a-f-]{36})"[^>]*>42\/2026 – Akti 41</.exec(sought)?.[1];
    expect(act).toBeDefined();
    const saved = await secretary.post(at, { ...fieldsOn(sought), "items.r7.actId": act! });
    expect(saved.headers.get("location")).toContain("done=saved");
    const rows = await items();
    expect(rows).toHaveLength(60);
    expect(new Set(rows.map(({ title }) => title.en)).size).toBe(60);
    expect(await text(secretary.get(at))).toContain("42/2026 – Akti 41");
  });

  it("adds a line that is open, and takes one away", async () => {
    const added = await text(secretary.post(at, { ...(await form()), do: "add:items" }));
    expect(added.match(/class="folded"/g)).toHaveLength(60);
    const row = /name="items\.(n\d+)\.title\.sq"/.exec(added)![1]!;
    const whole = { month: "5", type: "decision", subject: "taxes", proposerKind: "mayor" };
    const typed = Object.fromEntries(Object.entries(whole).map(([name, value]) => [`items.${row}.${name}`, value]));
    const sent = { ...fieldsOn(added), ...typed, [`items.${row}.title.sq`]: "Për çështjen e re" };
    expect((await secretary.post(at, sent)).status).toBe(303);
    expect(await items()).toHaveLength(61);
    const fields = await form();
    const last = Object.entries(fields)
      .find(([, value]) => value === "Për çështjen e re")![0]
      .split(".")[1]!;
    const without = await text(secretary.post(at, { ...fields, do: `remove:items.${last}` }));
    expect((await secretary.post(at, fieldsOn(without))).status).toBe(303);
    expect(await items()).toHaveLength(60);
  });

  it("says at the line what is wrong, and opens it", async () => {
    const late = await refused({ "items.r9.title.sq": "", "items.r9.month": "13" });
    for (const field of ["title-sq", "month"]) {
      expect(late).toContain(`href="#thing-items-r9-${field}"`);
      expect(late).toContain(`id="thing-items-r9-${field}"`);
    }
    expect(await refused({ "items.r2.subject": "weather" })).toContain('href="#thing-items-r2-subject"');
    expect(await refused({ "items.r2.dropped.on": "2026-03-01" })).toContain(
      'href="#thing-items-r2-dropped-reason-sq"',
    );
    const tomorrow = { "items.r2.dropped.on": "2026-03-06", "items.r2.dropped.reason.sq": "Nuk duhet më." };
    expect(await refused(tomorrow)).toContain("nuk mund të jetë dita e heqjes dorë");
    expect(await refused({ year: "2027" })).toContain('href="#thing-year"');
  });

  it("takes no act, draft or line that is none of the council’s", async () => {
    const theirs = await enact(world, world.krasta, { title: { sq: "Akt i Krastës" } });
    const page = await refused({ "items.r3.actId": theirs.id });
    expect(page).toContain("Nuk ka një akt të tillë.");
    expect(page).not.toContain("Akt i Krastës");
    expect(await refused({ "items.r3.draftActId": theirs.id })).toContain("Nuk ka një projektakt të tillë.");
    expect(await refused({ actId: theirs.id })).toContain('href="#thing-actId"');
    // A line that there is not is one that is new, and takes the place of the line that was left out.
    await secretary.post(at, { ...(await form()), "items.r3.id": crypto.randomUUID() });
    expect((await items()).filter(({ title }) => title.sq === "Për çështjen 3")).toHaveLength(1);
    expect((await neighbour.get(at)).status).toBe(404);
    expect((await neighbour.post(at, await form())).status).toBe(404);
  });

  it("is one for each year, of a year, and of no more acts than a council adopts", async () => {
    const fresh = "/admin/plani-i-vendimmarrjes/i-ri";
    expect(await refused({ year: "2026" }, fresh)).toContain("Plani për vitin 2026 ekziston tashmë.");
    for (const year of ["", "1999", "sivjet"]) expect(await refused({ year }, fresh)).toContain('href="#thing-year"');
    const whole = { "title.sq": "Akti", month: "1", type: "decision", subject: "taxes", proposerKind: "mayor" };
    const many = Object.fromEntries(
      Array.from({ length: 501 }, (_, n) =>
        Object.entries(whole).map(([name, value]) => [`items.n${n}.${name}`, value]),
      ).flat(),
    );
    expect(await refused({ year: "2028", ...many }, fresh)).toContain("tepër të shumta");
    for (const id of ["1999", "jo"])
      expect((await secretary.get(`/admin/plani-i-vendimmarrjes/${id}`)).status).toBe(404);
  });

  it("is read by the auditor, and with the public changed only by whoever publishes where the council wants that", async () => {
    expect((await auditor.get(at)).status).toBe(200);
    expect((await auditor.post(at, await form())).status).toBe(403);
    expect((await auditor.post("/admin/plani-i-vendimmarrjes/i-ri", { year: "2029" })).status).toBe(403);
    await lisi.db.write(async (tx) => {
      await publishPlan(tx, doing(world), 2026);
      await tx.updateTable("tenant_settings").set({ approval: true }).execute();
    });
    const fields = { ...(await form()), "note.sq": "Shënim" };
    expect((await editor.post(at, fields)).status).toBe(403);
    const lost = await form();
    for (const name of Object.keys(lost)) if (name.startsWith("items.r5.")) delete lost[name];
    const stays = await secretary.post(at, lost);
    expect([409, 422]).toContain(stays.status);
    expect(await stays.text()).toContain("Ajo që publiku e ka lexuar mbetet në plan.");
    expect((await secretary.post(at, fields)).status).toBe(303);
  });
});
