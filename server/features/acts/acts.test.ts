import * as v from "valibot";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { actInput, addCouncilBody, enact } from "../../../tests/support/acts.ts";
import { doing, storePdf } from "../../../tests/support/content.ts";
import { createWorld, type TestCouncil, type TestWorld } from "../../../tests/support/world.ts";
import { attach } from "../documents/attachments.service.ts";
import { Act, ActList, WithdrawnAct } from "./acts.schema.ts";
import { createAct, publishAct, withdrawAct } from "./acts.service.ts";

let world: TestWorld;
let lisi: TestCouncil;
let krasta: TestCouncil;
beforeAll(async () => {
  world = await createWorld();
  ({ lisi, krasta } = world);
  await addCouncilBody(lisi);
  await addCouncilBody(krasta);
});
afterAll(() => world.end());

const api = "/api/v1/acts";
const list = async (query = "", council = lisi) => {
  const answer = await council.get(`${api}${query}`);
  expect(answer.status).toBe(200);
  return v.parse(ActList, await answer.json());
};
const actAt = async (slug: string, council = lisi) => {
  const answer = await council.get(`${api}/${slug}`);
  expect(answer.status).toBe(200);
  return v.parse(Act, await answer.json());
};

describe("An act", () => {
  it("is at its address with its number, dates, text and paper", async () => {
    const { id: document } = await storePdf(world, lisi, "Vendimi i nënshkruar");
    const { slug } = await lisi.db.write(async (tx) => {
      const made = await createAct(tx, doing(world), await actInput(tx));
      await attach(tx, doing(world), "act", made.id, [{ documentId: document, role: "signed" }], null);
      await publishAct(tx, doing(world), made.id);
      return made;
    });
    expect(slug).toBe("vendim-1-2026");
    const act = await actAt(slug);
    expect(act).toMatchObject({
      number: 1,
      series: "2026",
      adoptedOn: "2026-02-27",
      url: { sq: "/aktet/vendim-1-2026", en: "/en/acts/vendim-1-2026" },
      force: "upcoming",
      prefectState: "to_deposit",
      announcement: { rule: "L17", dueOn: "2026-03-09", daysLeft: 4, overdue: false },
    });
    const paper = await lisi.get(act.documents[0]!.url);
    expect([paper.status, (await paper.arrayBuffer()).byteLength]).toEqual([200, act.documents[0]!.size]);
    expect((await list()).items[0]).toMatchObject({ slug, paper: { id: document } });
  });

  it("is not there while it is a draft, and neither is its paper", async () => {
    const { id: document } = await storePdf(world, lisi, "Draft");
    const { slug } = await lisi.db.write(async (tx) => {
      const made = await createAct(tx, doing(world), await actInput(tx));
      await attach(tx, doing(world), "act", made.id, [{ documentId: document, role: "signed" }], null);
      return made;
    });
    expect((await lisi.get(`${api}/${slug}`)).status).toBe(404);
    expect((await lisi.get(`/dokumente/${document}/vendimi.pdf`)).status).toBe(404);
    expect((await list()).items.map((act) => act.slug)).not.toContain(slug);
  });

  it("belongs to its council: the neighbour has neither its page, nor its row, nor its paper", async () => {
    const { slug } = await enact(world, lisi, { title: { sq: "Vetëm në Lisi" } });
    expect((await krasta.get(`${api}/${slug}`)).status).toBe(404);
    expect((await list("", krasta)).total).toBe(0);
    expect((await list("?q=Lisi", krasta)).facets.type).toEqual([]);
  });

  it("that is withdrawn says when and why at its address, and nothing of what it said", async () => {
    const { id, slug } = await enact(world, lisi, { title: { sq: "Me të dhëna personale" } });
    await lisi.db.write((tx) => withdrawAct(tx, doing(world), id, { sq: "U botua gabimisht.", en: "A mistake." }));
    const answer = await lisi.get(`${api}/${slug}`);
    expect(answer.status).toBe(410);
    const text = await answer.clone().text();
    expect(v.parse(WithdrawnAct, await answer.json())).toMatchObject({ reason: { sq: "U botua gabimisht." } });
    expect(text).not.toContain("Me të dhëna personale");
  });
});

describe("The pages", () => {
  it("show the register and an act in both languages", async () => {
    await enact(world, lisi, {
      title: { sq: "Për tarifën e pastrimit", en: "On the waste fee" },
      text: { sq: "<p>Tarifa është 2 400 lekë.</p>", en: "<p>The fee is 2,400 lekë.</p>" },
    });
    await world.catchUp();
    const html = async (path: string) => {
      const answer = await lisi.get(path, { accept: "text/html" });
      expect(answer.status).toBe(200);
      return answer.text();
    };
    const { slug } = (await list("?q=pastrimit")).items[0]!;
    expect(await html("/aktet")).toContain("Për tarifën e pastrimit");
    expect(await html("/en/acts")).toContain("On the waste fee");
    expect(await html(`/aktet/${slug}`)).toContain("Tarifa është 2 400 lekë.");
    expect(await html(`/en/acts/${slug}`)).toContain("The fee is 2,400 lekë.");
  });
});
