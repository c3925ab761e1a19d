import { afterAll, beforeAll, expect, it } from "vitest";
import { doing, storePdf } from "../../../tests/support/content.ts";
import { publishDraft } from "../../../tests/support/drafts.ts";
import { createWorld, type TestWorld } from "../../../tests/support/world.ts";
import { addDraftDocuments, changeDraftAct } from "./draft-acts.service.ts";
import { setStage, startConsultation, startInitiative } from "./stages.service.ts";

let world: TestWorld;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.end());

const board = async () => {
  const { elements } = await world.lisi.json<{
    elements: { code: string; readiness: string; reason: { sq: string; en: string } }[];
  }>("/api/v1/elements");
  return (code: string) => {
    const { readiness, reason } = elements.find((element) => element.code === code)!;
    return [readiness, reason.en];
  };
};

it("The register counts by the text, report, consultation and English of the last twelve months", async () => {
  expect((await board())("I.3.7")).toEqual(["none", "No draft act has been put to the public yet."]);
  const { lisi } = world;
  const old = await publishDraft(world, lisi, { registeredOn: "2024-02-01" });
  await lisi.db.write((tx) => setStage(tx, doing(world), old.id, "review"));
  expect((await board())("I.3.7")[0]).toBe("partial");
  const bare = await publishDraft(world, lisi, { title: { sq: "Pa gjë" }, body: null, reasons: null });
  await lisi.db.write((tx) => setStage(tx, doing(world), bare.id, "agenda"));
  expect((await board())("I.3.7")).toEqual([
    "partial",
    "One draft act of the last twelve months has no text. One draft act of the last twelve months has no explanatory report. One draft act went on without the consultation that the law asks for. One draft act of the last twelve months is not complete in English.",
  ]);
  const [text, report] = [await storePdf(world, lisi, "Teksti"), await storePdf(world, lisi, "Relacioni")];
  await lisi.db.write(async (tx) => {
    await changeDraftAct(tx, doing(world), bare.id, { title: { sq: "Me gjithçka", en: "With everything" } });
    await addDraftDocuments(tx, doing(world), bare.id, [
      { documentId: text.id, role: "draft_act" },
      { documentId: report.id, role: "explanatory_report" },
    ]);
    await startConsultation(tx, doing(world), bare.id);
  });
  expect((await board())("I.3.7")).toEqual([
    "full",
    "The draft act of the last twelve months has its text, report and consultation, in both languages.",
  ]);
});

it("Initiatives count when those of the last twelve months say why and what is expected, in both languages", async () => {
  const { krasta } = world;
  const there = async () => {
    const { elements } = await krasta.json<{ elements: { code: string; readiness: string }[] }>("/api/v1/elements");
    return elements.find(({ code }) => code === "I.3.13")!.readiness;
  };
  expect(await there()).toBe("none");
  const old = await publishDraft(world, krasta, { registeredOn: "2024-02-01" });
  await krasta.db.write((tx) => startInitiative(tx, doing(world), old.id, { from: "2024-02-01" }));
  expect(await there()).toBe("partial");
  const bare = await publishDraft(world, krasta, { expectedEffect: null });
  await krasta.db.write((tx) => startInitiative(tx, doing(world), bare.id));
  expect(await there()).toBe("partial");
  await krasta.db.write((tx) =>
    changeDraftAct(tx, doing(world), bare.id, { expectedEffect: { sq: "<p>Më pak.</p>", en: "<p>Less.</p>" } }),
  );
  expect(await there()).toBe("full");
});
