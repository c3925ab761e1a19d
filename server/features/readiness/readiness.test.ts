import { readSheet } from "read-excel-file/node";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { doing, news, publish } from "../../../tests/support/content.ts";
import { createWorld, type TestCouncil, type TestWorld } from "../../../tests/support/world.ts";
import { InvalidInput } from "../../http/problem.ts";
import { dayIn } from "../../local-time.ts";
import { elementByCode } from "../elements/catalogue.shared.ts";
import { readinessForm } from "./form.ts";
import { formWorkbook } from "./form-workbook.ts";
import { narrowed } from "./narrow-board.ts";
import {
  commentElement,
  dropStep,
  finishStep,
  judgeElement,
  planStep,
  showPlan,
  withdrawJudgement,
} from "./readiness.service.ts";
import { findBoard, findBoardElement, findComments } from "./readiness-plan.queries.ts";

let world: TestWorld;
let lisi: TestCouncil;
let krasta: TestCouncil;
beforeAll(async () => {
  world = await createWorld();
  ({ lisi, krasta } = world);
});
afterAll(() => world.end());

const by = (name = "Arta Sekretari") => ({ ...doing(world), actor: { kind: "system" as const, name } });
const day = () => ({ now: world.clock.now(), today: dayIn(world.clock.now()) });
const board = (council = lisi) => council.db.read((tx) => findBoard(tx, day()));
const row = async (code: string, council = lisi) => (await board(council)).rows.find((each) => each.code === code)!;
const element = (code: "V.1.1" | "III.1.4", council = lisi) =>
  council.db.read((tx) => findBoardElement(tx, day(), elementByCode(code)));
const step = { text: { sq: "Të publikohet raporti", en: "Publish the report" }, dueOn: "2026-06-30" };

describe("A council's own judgement", () => {
  it("stands beside the computed level; where they differ that is seen, and neither changes the other", async () => {
    await publish(world, lisi, news());
    expect(await row("V.1.1")).toMatchObject({ computed: { level: "full" }, own: null, disagrees: false });
    const note = { sq: "Lajmet janë pak.", en: "There is little news." };
    await lisi.db.write((tx) => judgeElement(tx, by(), "V.1.1", { level: "partial", note }));
    expect(await row("V.1.1")).toMatchObject({
      computed: { level: "full", reason: { en: "One recent publication, complete and in both languages." } },
      own: { level: "partial", note, by: "Arta Sekretari", at: "2026-03-05T09:00:00.000Z" },
      disagrees: true,
    });
    await lisi.db.write((tx) => judgeElement(tx, by("Besnik Redaktori"), "V.1.1", { level: "full" }));
    expect(await row("V.1.1")).toMatchObject({ own: { level: "full", note: null }, disagrees: false });
  });

  it("is kept each time, with who and when; one that is taken back stays in the history", async () => {
    await lisi.db.write((tx) => withdrawJudgement(tx, by(), "V.1.1"));
    const { row, judgements } = await element("V.1.1");
    expect(row).toMatchObject({ own: null, disagrees: false });
    expect(judgements.map(({ level, by }) => [level, by])).toEqual([
      [null, "Arta Sekretari"],
      ["full", "Besnik Redaktori"],
      ["partial", "Arta Sekretari"],
    ]);
    await expect(lisi.db.write((tx) => withdrawJudgement(tx, by(), "V.1.1"))).rejects.toMatchObject({
      code: "readiness.nothing_judged",
    });
  });

  it("cannot be rewritten afterwards, whoever asks the database", async () => {
    const rewrite = lisi.db.write((tx) => tx.updateTable("readiness_judgements").set({ level: "full" }).execute());
    await expect(rewrite).rejects.toThrow(/permission denied/);
    const forget = lisi.db.write((tx) => tx.deleteFrom("readiness_comments").execute());
    await expect(forget).rejects.toThrow(/permission denied/);
  });

  it("is one of three levels", async () => {
    const judged = lisi.db.write((tx) => judgeElement(tx, by(), "V.1.1", { level: "mostly" as "full" }));
    await expect(judged).rejects.toMatchObject({ fields: [{ path: "level", code: "readiness.level_unknown" }] });
  });
});

describe("The plan", () => {
  it("has a step in the short and one in the middle term, each with its day and who is responsible", async () => {
    await lisi.db.write(async (tx) => {
      await planStep(tx, by(), "III.1.4", "short", { ...step, responsible: " Drita Hoxha " });
      await planStep(tx, by(), "III.1.4", "mid", { ...step, dueOn: "2027-12-31", responsible: "" });
    });
    expect((await row("III.1.4")).steps).toEqual({
      short: { ...step, responsible: "Drita Hoxha", doneOn: null, isOverdue: false },
      mid: { ...step, dueOn: "2027-12-31", responsible: null, doneOn: null, isOverdue: false },
    });
    expect((await board()).responsible).toEqual(["Drita Hoxha"]);
  });

  it("is overdue from the day after the last one in time, until it is done", async () => {
    const overdue = async (today: string) =>
      (await lisi.db.read((tx) => findBoard(tx, { ...day(), today }, [elementByCode("III.1.4")]))).rows[0]!.steps.short!
        .isOverdue;
    expect([await overdue("2026-06-30"), await overdue("2026-07-01")]).toEqual([false, true]);
    await lisi.db.write((tx) => finishStep(tx, by(), "III.1.4", "short", { doneOn: "2026-03-05" }));
    expect(await overdue("2026-07-01")).toBe(false);
    await lisi.db.write((tx) => planStep(tx, by(), "III.1.4", "short", { ...step, responsible: "Drita Hoxha" }));
    expect((await row("III.1.4")).steps.short).toMatchObject({ doneOn: "2026-03-05" });
    await lisi.db.write((tx) => finishStep(tx, by(), "III.1.4", "short", { doneOn: null }));
    expect(await overdue("2026-07-01")).toBe(true);
  });

  it("refuses a step without a text or a day that exists, and a day of completion that is still to come", async () => {
    const plan = (given: object) =>
      lisi.db.write((tx) => planStep(tx, by(), "III.1.4", "short", { ...step, ...given })).catch((error) => error);
    const codes = (error: unknown) => (error instanceof InvalidInput ? error.fields.map(({ code }) => code) : error);
    expect(codes(await plan({ text: { sq: " " } }))).toEqual(["text.required"]);
    expect(codes(await plan({ dueOn: "" }))).toContain("text.required");
    expect(codes(await plan({ dueOn: "2026-02-30" }))).toEqual(["date.impossible"]);
    expect(codes(await plan({ dueOn: "0026-02-03" }))).toContain("date.impossible");
    expect(codes(await plan({ responsible: "x".repeat(121) }))).toEqual(["text.too_long"]);
    const early = lisi.db.write((tx) => finishStep(tx, by(), "III.1.4", "short", { doneOn: "2026-03-06" }));
    await expect(early).rejects.toMatchObject({ code: "readiness.done_in_the_future" });
    const nothing = lisi.db.write((tx) => finishStep(tx, by(), "I.1.1", "short", { doneOn: "2026-03-05" }));
    await expect(nothing).rejects.toMatchObject({ code: "readiness.nothing_planned" });
  });

  it("can be dropped, which the audit remembers with what stood there", async () => {
    await lisi.db.write(async (tx) => {
      await planStep(tx, by(), "I.1.1", "mid", step);
      await dropStep(tx, by(), "I.1.1", "mid");
    });
    expect((await row("I.1.1")).steps.mid).toBeNull();
    const [last] = await lisi.db.read((tx) =>
      tx.selectFrom("audit_log").selectAll().where("subject_id", "=", "I.1.1").orderBy("id", "desc").limit(1).execute(),
    );
    expect(last).toMatchObject({ action: "readiness.step_dropped", before: { text: step.text, dueOn: step.dueOn } });
  });
});

describe("Comments", () => {
  it("stay, each with who wrote it and when", async () => {
    await lisi.db.write((tx) => commentElement(tx, by("Besnik Redaktori"), "III.1.4", { text: "Pret firmën." }));
    await lisi.db.write((tx) => commentElement(tx, by(), "III.1.4", { text: "<b>U firmos</b>" }));
    const { comments, row } = await element("III.1.4");
    expect(comments.map(({ text, by }) => [by, text])).toEqual([
      ["Arta Sekretari", "<b>U firmos</b>"],
      ["Besnik Redaktori", "Pret firmën."],
    ]);
    expect(row).toMatchObject({ comments: 2, comment: { text: "<b>U firmos</b>" } });
    const empty = lisi.db.write((tx) => commentElement(tx, by(), "III.1.4", { text: "  " }));
    await expect(empty).rejects.toBeInstanceOf(InvalidInput);
  });
});

describe("The board", () => {
  it("has all 81 elements in the catalogue's order, and nothing of a neighbour's", async () => {
    const { rows, responsible } = await board(krasta);
    expect(rows).toHaveLength(81);
    expect(rows.every(({ own, steps, comments }) => !own && !steps.short && !steps.mid && comments === 0)).toBe(true);
    expect(responsible).toEqual([]);
  });

  it("is narrowed by part, level, disagreement, delay and who is responsible", async () => {
    await lisi.db.write((tx) => judgeElement(tx, by(), "I.1.1", { level: "full" }));
    const { rows } = await lisi.db.read((tx) => findBoard(tx, { ...day(), today: "2026-12-01" }));
    const codes = (query: Parameters<typeof narrowed>[1]) => narrowed(rows, query).map(({ code }) => code);
    expect(codes({ part: "IV" })).toEqual(["IV.1.1", "IV.1.2"]);
    expect(codes({ level: "full" })).toEqual(["V.1.1", "B.I.2"]);
    expect(codes({ differs: "1" })).toEqual(["I.1.1"]);
    expect(codes({ overdue: "1" })).toEqual(["III.1.4"]);
    expect(codes({ responsible: "Drita Hoxha" })).toEqual(["III.1.4"]);
    expect(codes({ responsible: "-" })).toEqual(["III.1.4"]);
    expect(codes({ responsible: "Askush" })).toEqual([]);
    expect(codes({ part: "V", overdue: "1" })).toEqual([]);
  });
});

describe("The form as a workbook", () => {
  const formOf = async (council: TestCouncil, locale: "sq" | "en") => {
    const tenant = world.services.registry.tenants.find(({ id }) => id === council.id)!;
    const [rows, comments] = await council.db.read(
      async (tx) => [await findBoard(tx, day()), await findComments(tx)] as const,
    );
    return readinessForm(locale, { names: tenant.names, site: council.host }, rows, comments);
  };

  it("has a sheet for each language, with every part, section and element in the order of the paper form", async () => {
    const bytes = await formWorkbook([await formOf(lisi, "sq"), await formOf(lisi, "en")]);
    const sheet = await readSheet(Buffer.from(bytes), "Shqip");
    expect(sheet[0]![0]).toBe("Këshilli Bashkiak Lisi");
    expect(sheet[3]!.slice(0, 3)).toEqual(["Nr.", "Kategoria / Elementet", "Gjendja (e llogaritur)"]);
    expect(sheet[4]!.slice(2, 5)).toEqual(["JO", "Pjesërisht", "Plotësisht"]);
    expect(sheet[3]).toContain("Plani: Afat i shkurtër 2026");
    expect(sheet[3]).toContain("Plani: Afat i mesëm 2027–2028");
    const codes = sheet.slice(5).map(([code]) => code);
    expect(codes).toHaveLength(81 + 23 + 6);
    expect(codes.slice(0, 4)).toEqual(["I", "I.1", "I.1.1", "I.2"]);
    expect(codes.slice(-2)).toEqual(["B.IV.1", "B.IV.2"]);

    const report = sheet.find(([code]) => code === "III.1.4")!;
    expect(report.slice(2, 5)).toEqual(["X", null, null]);
    expect(report.slice(10, 13)).toEqual(["Të publikohet raporti", new Date("2026-06-30T00:00:00Z"), "Drita Hoxha"]);
    expect(report[16]).toBe("05.03.2026, Besnik Redaktori: Pret firmën.\n05.03.2026, Arta Sekretari: <b>U firmos</b>");
    const english = await readSheet(Buffer.from(bytes), "English");
    expect(english.find(([code]) => code === "III.1.4")![10]).toBe("Publish the report");
  });

  it("tells nothing of a neighbour", async () => {
    const bytes = await formWorkbook([await formOf(krasta, "sq")]);
    const sheet = await readSheet(Buffer.from(bytes));
    expect(JSON.stringify(sheet)).not.toMatch(/Drita|firm/);
  });
});

describe("The public", () => {
  const plan = (council = lisi) => council.json<{ elements: { code: string }[] | null }>("/api/v1/readiness/plan");

  it("is told nothing of judgements and plan until the council shows them, and never the comments", async () => {
    expect(await plan()).toEqual({ elements: null });
    await lisi.db.write((tx) => showPlan(tx, by(), true));
    const { elements } = await plan();
    expect(elements!.map(({ code }) => code)).toEqual(["I.1.1", "III.1.4"]);
    expect(elements![1]).toMatchObject({ own: null, steps: { short: { responsible: "Drita Hoxha" } } });
    expect(JSON.stringify(elements)).not.toMatch(/firm/);
    expect(await plan(krasta)).toEqual({ elements: null });
  });

  it("hears of a change at once, and of none while the plan is not shown", async () => {
    const version = async () => {
      const { version } = await lisi.db.read((tx) =>
        tx.selectFrom("content_versions").select("version").where("area", "=", "readiness").executeTakeFirstOrThrow(),
      );
      return Number(version);
    };
    const shown = await version();
    await lisi.db.write((tx) => judgeElement(tx, by(), "I.2.1", { level: "none" }));
    expect(await version()).toBe(shown + 1);
    await lisi.db.write((tx) => showPlan(tx, by(), false));
    await lisi.db.write((tx) => judgeElement(tx, by(), "I.2.1", { level: "full" }));
    expect(await version()).toBe(shown + 2);
    expect(await plan()).toEqual({ elements: null });
  });
});
