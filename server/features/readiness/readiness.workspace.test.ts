import { readSheet } from "read-excel-file/node";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { signedIn, type Visitor } from "../../../tests/support/accounts.ts";
import { fieldsOn } from "../../../tests/support/fields-on.ts";
import { createWorld, type TestWorld } from "../../../tests/support/world.ts";
import { elements } from "../elements/catalogue.shared.ts";
import { placeOf } from "./places.ts";

let world: TestWorld;
let secretary: Visitor;
let editor: Visitor;
let auditor: Visitor;
let neighbour: Visitor;
beforeAll(async () => {
  world = await createWorld();
  secretary = await signedIn(world, world.lisi, ["secretary"]);
  editor = await signedIn(world, world.lisi, ["editor"]);
  auditor = await signedIn(world, world.lisi, ["auditor"]);
  neighbour = await signedIn(world, world.krasta, ["secretary"]);
});
afterAll(() => world.end());

const html = async (visitor: Visitor, path: string) => (await visitor.get(path)).text();
const element = "/admin/gatishmeria/III.1.4";
/** Registers and reports of what comes later, and open data, which fills itself: they lead to their public page. */
const withoutDesk = "I.3.10 I.3.11 I.3.16 I.8.1 II.1.1 II.3.3 II.4.1 III.1.6 III.1.7 III.1.8 III.1.9 III.1.10".split(
  " ",
);

describe("The readiness board in the workspace", () => {
  it("lists all 81 elements in both languages, each with the way to where it is fulfilled", async () => {
    const board = await html(secretary, "/admin/gatishmeria");
    expect(board.match(/href="\/admin\/gatishmeria\/[IVB]+\.[^"?]+"/g)).toHaveLength(81);
    expect(board).toContain("Gatishmëria");
    expect(board).toContain('href="/admin/cilesimet#social-section"');
    expect(board).toContain('href="/admin/publikimet?only=III.1.4"');
    // Whoever may not change the settings is sent to the public page instead.
    expect(await html(editor, "/admin/gatishmeria")).not.toContain('href="/admin/cilesimet');
    expect(elements.filter((element) => placeOf(element).kind !== "workspace").map(({ code }) => code)).toEqual(
      withoutDesk,
    );
    const places = elements.map((element) => placeOf(element)).filter(({ kind }) => kind === "workspace");
    const addresses = new Set(places.flatMap(({ path }) => [path.sq, path.en]));
    const answers = await Promise.all(
      [...addresses].map(async (path) => [path, (await secretary.get(path.split("#")[0]!)).status] as const),
    );
    expect(answers.filter(([, status]) => status !== 200)).toEqual([]);
    const english = await html(secretary, "/en/admin/readiness");
    expect(english.match(/href="\/en\/admin\/readiness\/[IVB]+\.[^"?]+"/g)).toHaveLength(81);
    expect(english).toContain("81 elements");
  });

  it("says of what fills itself that nothing is to be filled in, and of what is not there yet how it is done on paper", async () => {
    const registers = await html(secretary, "/en/admin/readiness/I.8.1");
    expect(registers).toContain("Nothing is to be filled in here: see its public page");
    expect(registers).not.toContain("on paper today</a>");
    const attendance = await html(secretary, "/en/admin/readiness/III.1.7");
    expect(attendance).toContain("how it is done on paper today</a>");
    expect(await html(secretary, "/en/admin/readiness")).toContain('aria-label="See it: ');
  });

  it("takes a judgement, a plan and a comment by one plain form, and shows them with who and when", async () => {
    const saved = await editor.post(element, {
      ...{ "own.level": "partial", "own.note.sq": "Pret firmën.", "own.note.en": "" },
      ...{ "short.text.sq": "Të publikohet raporti.", "short.text.en": "Publish the report." },
      ...{ "short.dueOn": "2026-02-01", "short.responsible": "Drita Hoxha", comment: "Kush e ka?" },
    });
    expect([saved.status, saved.headers.get("location")]).toEqual([303, `${element}?done=saved`]);
    const page = await html(editor, `${element}?done=saved`);
    for (const said of [
      "U ruajt.",
      "Pret firmën.",
      "Të publikohet raporti.",
      "Drita Hoxha",
      "Kush e ka?",
      "Arta editor, 05.03.2026, ora 10:00",
    ])
      expect(page).toContain(said);
    const english = await html(editor, "/en/admin/readiness/III.1.4");
    expect(english).toContain("Publish the report.");
    expect(english).toContain('lang="sq">Pret firmën.');
  });

  it("leaves alone what was not touched, also where somebody else has changed it meanwhile", async () => {
    const other = "/admin/gatishmeria/III.1.3";
    const opened = fieldsOn(await html(editor, other), "element");
    expect((await secretary.post(other, { ...opened, "own.level": "full", "own.note.sq": "E parë." })).status).toBe(
      303,
    );
    const mid = { "mid.text.sq": "Një rresht\r\nedhe një", "mid.dueOn": "2027-06-30" };
    expect((await editor.post(other, { ...opened, ...mid })).status).toBe(303);
    const both = await html(editor, other);
    for (const said of ["E parë.", "edhe një"]) expect(both).toContain(said);

    const sent = fieldsOn(both, "element");
    expect(sent).toMatchObject({ "own.level": "full", "own.note.sq": "E parë.", "mid.dueOn": "2027-06-30" });
    expect((await editor.post(other, sent)).headers.get("location")).toBe(`${other}?done=unchanged`);
    const finished = await editor.post(other, { ...sent, "mid.doneOn": "2026-03-04" });
    expect(finished.headers.get("location")).toBe(`${other}?done=saved`);
    const done = await html(editor, other);
    expect(done).toContain("u krye më 04.03.2026");
    const { stood } = fieldsOn(done, "element");
    expect((await editor.post(other, { stood: stood! })).headers.get("location")).toBe(`${other}?done=saved`);
    const emptied = await html(editor, other);
    expect(emptied).toContain("pa vlerësim");
    expect(emptied).not.toContain("edhe një");
  });

  it("tells who changes the same field what the other wrote, level and days in words, and saves nothing yet", async () => {
    const other = "/admin/gatishmeria/III.1.2";
    const step = { "short.text.sq": "Të publikohet.", "short.dueOn": "2026-05-01" };
    await secretary.post(other, { "own.level": "partial", ...step });
    const opened = async (who: Visitor, path = other) => fieldsOn(await html(who, path), "element");
    const [one, two, third] = [await opened(secretary), await opened(editor), await opened(editor)];
    await secretary.post(other, { ...one, "own.level": "full", "short.dueOn": "2026-06-01", "own.note.sq": "Gati." });

    const refused = await editor.post(other, { ...two, "own.level": "none", "short.dueOn": "2026-07-01" });
    const page = await refused.text();
    expect(refused.status).toBe(422);
    for (const said of ["“Plotësisht”", "“01.06.2026”", "Ndërkohë dikush tjetër e ka ndryshuar"])
      expect(page).toContain(said);
    const again = fieldsOn(page, "element");
    expect(again).toMatchObject({ "own.level": "none", "short.dueOn": "2026-07-01", "own.note.sq": "Gati." });
    expect(await opened(editor)).toMatchObject({ "own.level": "full", "short.dueOn": "2026-06-01" });

    const english = await editor.post("/en/admin/readiness/III.1.2", { ...third, "own.level": "none" });
    expect(await english.text()).toMatch(/somebody else has written: “Fully”/);

    expect((await editor.post(other, again)).headers.get("location")).toBe(`${other}?done=saved`);
    expect(await opened(secretary)).toMatchObject({
      ...{ "own.level": "none", "short.dueOn": "2026-07-01", "own.note.sq": "Gati." },
      "short.text.sq": "Të publikohet.",
    });
    expect(await html(neighbour, other)).not.toContain("Gati.");
  });

  it("is narrowed by its address; a filter that means nothing is left out", async () => {
    const codes = async (query: string) =>
      (
        (await html(secretary, `/admin/gatishmeria?${query}`)).match(
          /href="\/admin\/gatishmeria\/([IVB]+\.[^"?]+)"/g,
        ) ?? []
      ).length;
    expect(await codes("differs=1")).toBe(1);
    expect(await codes("overdue=1&part=III")).toBe(1);
    expect(await codes("responsible=Drita+Hoxha")).toBe(1);
    expect(await codes("responsible=Askush")).toBe(0);
    expect(await codes("part=XII&level=")).toBe(81);
  });

  it("gives a refused form back with everything that was typed, and what is wrong beside its field", async () => {
    const { stood } = fieldsOn(await html(editor, element), "element");
    const sent = {
      ...{
        "mid.text.sq": "",
        "mid.text.en": "Only English",
        "mid.dueOn": "2026-13-01",
        "mid.responsible": "<b>Ana</b>",
      },
      ...{ "short.text.sq": "Hap", "short.dueOn": "2026-02-01", "short.doneOn": "2026-03-06", comment: "Mbetet këtu" },
      ...{ "own.note.sq": "Pa gjendje", stood: stood! },
    };
    const answer = await editor.post(element, sent);
    expect(answer.status).toBe(422);
    const page = await answer.text();
    for (const field of ["mid-text-sq", "mid-dueOn", "own-level"]) expect(page).toContain(`href="#element-${field}"`);
    expect(page).toContain("Zgjidhni ditën, me vit prej katër shifrash, si 27.11.2026.");
    expect(page).not.toContain("Data shkruhet si");
    expect(page).toContain("Only English");
    expect(page).toContain("Mbetet këtu");
    expect(fieldsOn(page, "element").stood).toBe(stood);
    expect(page).toContain('value="<b>Ana</b>"');
    const early = await editor.post(element, {
      ...{ "short.text.sq": "Hap", "short.dueOn": "2026-02-01", "short.doneOn": "2026-03-06" },
    });
    expect(await early.text()).toContain('href="#element-short-doneOn"');
    expect((await editor.post(element, { comment: "x".repeat(2001) })).status).toBe(422);
    expect(await html(editor, element)).not.toContain("Mbetet këtu");
  });

  it("is read by the auditor without a form to change it, and of one council by nobody from another", async () => {
    const page = await html(auditor, element);
    expect(page).toContain("Pret firmën.");
    expect(page).not.toContain('name="own.level"');
    expect((await auditor.post(element, { comment: "Jo" })).status).toBe(403);
    expect((await editor.post("/admin/gatishmeria/botimi", { isPublic: "1" })).status).toBe(403);
    const theirs = await html(neighbour, element);
    for (const ours of ["Pret firmën.", "Drita", "Kush e ka?"]) expect(theirs).not.toContain(ours);
  });

  it("does not know an element that is none", async () => {
    expect((await secretary.get("/admin/gatishmeria/I.99.9")).status).toBe(404);
    expect((await secretary.post("/admin/gatishmeria/__proto__", { comment: "x" })).status).toBe(404);
  });

  it("is the form of the councils, as a workbook in both languages and to print", async () => {
    const file = await secretary.get("/en/admin/readiness/form.xlsx");
    expect(file.headers.get("content-disposition")).toBe('attachment; filename="gatishmeria-lisi-2026-03-05.xlsx"');
    const bytes = Buffer.from(await file.arrayBuffer());
    expect((await readSheet(bytes, "Shqip")).some((row) => row.includes("Drita Hoxha"))).toBe(true);
    expect((await readSheet(bytes))[0]![0]).toBe("Municipal Council of Lisi");
    const page = await html(secretary, "/admin/gatishmeria/formulari");
    expect(page.match(/class="mark ?">X</g)).toHaveLength(81 + 2);
    expect(page).toContain("Afat i shkurtër 2026");
  });

  it("stands on the public page when the secretary wants it, without the comments, and only then", async () => {
    const address = (await world.lisi.json<{ path: { sq: string } }>("/api/v1/elements/B.I.2")).path.sq;
    const publicPage = async () => (await world.lisi.get(address, { accept: "text/html" })).text();
    expect(await publicPage()).not.toContain("Drita Hoxha");
    expect((await secretary.post("/admin/gatishmeria/botimi", { isPublic: "1" })).status).toBe(303);
    await world.catchUp();
    // A page that is drawn anew may be answered from before for a moment.
    await expect.poll(publicPage).toContain("Drita Hoxha");
    const page = await publicPage();
    expect(page).toContain("Pret firmën.");
    expect(page).not.toContain("Kush e ka?");
    await secretary.post("/admin/gatishmeria/botimi", {});
    await world.catchUp();
    await expect.poll(publicPage).not.toContain("Drita Hoxha");
  });

  it("is changed by whoever may publish where the plan is public and the Council wants approval; comments are not", async () => {
    const other = "/admin/gatishmeria/I.1.1";
    const set = (approval: boolean, readiness_public: boolean) =>
      world.lisi.db.write((tx) => tx.updateTable("tenant_settings").set({ approval, readiness_public }).execute());
    const words = { "short.text.sq": "Fjalë të redaktorit.", "short.dueOn": "2026-12-01" };
    await set(true, true);
    const shown = await html(editor, other);
    expect(shown).toContain("vlerësimin dhe planin i ndryshon");
    expect(shown).not.toMatch(/<textarea[^>]*name="short/);
    expect((await editor.post(other, { ...fieldsOn(shown, "element"), ...words })).status).toBe(403);
    expect((await editor.post(other, { ...fieldsOn(shown, "element"), comment: "E lexova." })).status).toBe(303);
    expect(await html(editor, other)).toContain("E lexova.");
    const plan = async () => (await world.lisi.get("/plani-i-faqes")).text();
    expect(await plan()).not.toContain("Fjalë të redaktorit.");
    const publisher = await signedIn(world, world.lisi, ["publisher"]);
    const open = fieldsOn(await html(publisher, other), "element");
    expect((await publisher.post(other, { ...open, ...words })).status).toBe(303);
    // A comment beside what was planned takes nothing of it back.
    const beside = fieldsOn(await html(editor, other), "element");
    expect((await editor.post(other, { ...beside, comment: "Edhe një." })).status).toBe(303);
    await world.catchUp();
    await expect.poll(plan).toContain("Fjalë të redaktorit.");
    // Where it is not public, whoever edits plans.
    await set(true, false);
    const inside = fieldsOn(await html(editor, other), "element");
    expect((await editor.post(other, { ...inside, "short.text.sq": "Prapa dyerve." })).status).toBe(303);
    await set(false, false);
  });
});
