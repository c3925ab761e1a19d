import * as v from "valibot";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { doing } from "../../../tests/support/content.ts";
import { publishDraft } from "../../../tests/support/drafts.ts";
import { createWorld, type TestCouncil, type TestWorld } from "../../../tests/support/world.ts";
import { DraftAct, DraftActList } from "./draft-acts.schema.ts";
import { startConsultation } from "./stages.service.ts";

let world: TestWorld;
let lisi: TestCouncil;
let krasta: TestCouncil;
beforeAll(async () => {
  world = await createWorld();
  ({ lisi, krasta } = world);
});
afterAll(() => world.end());

const api = "/api/v1/draft-acts";
const list = async (query = "", council = lisi) => {
  const answer = await council.get(`${api}?${query}`);
  expect(answer.status).toBe(200);
  return v.parse(DraftActList, await answer.json());
};
const one = async (slug: string, council = lisi) => {
  const answer = await council.get(`${api}/${slug}`);
  expect(answer.status).toBe(200);
  return v.parse(DraftAct, await answer.json());
};

describe("A draft act in consultation", () => {
  it("stands in the register with the days left, and at its address with how they were counted", async () => {
    const { id, slug } = await publishDraft(world, lisi);
    await lisi.db.write((tx) => startConsultation(tx, doing(world), id));
    expect(slug).toBe("per-tarifen-e-pastrimit");
    const { items } = await list("state=open");
    expect(items).toMatchObject([
      {
        slug,
        url: { sq: `/projektaktet/${slug}`, en: `/en/draft-acts/${slug}` },
        stage: "consultation",
        period: { about: "draft", rule: "K3", dueOn: "2026-04-08", daysLeft: 20, unit: "working", isOpen: true },
      },
    ]);
    const draftAct = await one(slug);
    expect(draftAct.periods[0]!.steps.at(-2)).toEqual({
      sq: "Afati prej 20 ditësh pune mbaron më 8 prill 2026 (e mërkurë).",
      en: "The period of 20 working days ends on 8 April 2026 (Wednesday).",
    });
    expect((await krasta.get(`${api}/${slug}`)).status).toBe(404);
  });
});

it("The pages are there in both languages", async () => {
  const { id, slug } = await publishDraft(world, lisi, { title: { sq: "Për parkimin", en: "On parking" } });
  await lisi.db.write((tx) => startConsultation(tx, doing(world), id));
  const page = async (path: string) => (await lisi.get(path)).text();
  expect(await page("/projektaktet")).toContain("edhe 20 ditë pune");
  expect(await page("/en/draft-acts")).toContain("20 working days left");
  expect(await page(`/projektaktet/${slug}`)).toContain("Thoni mendimin tuaj");
  expect(await page(`/en/draft-acts/${slug}`)).toContain("Say what you think");
});
