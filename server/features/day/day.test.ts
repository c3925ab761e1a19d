import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { signedIn, type Visitor } from "../../../tests/support/accounts.ts";
import { doing } from "../../../tests/support/content.ts";
import { draft } from "../../../tests/support/drafts.ts";
import { createWorld, type TestWorld } from "../../../tests/support/world.ts";
import { createDraftAct, publishDraftAct } from "../draft-acts/draft-acts.service.ts";
import { startInitiative } from "../draft-acts/stages.service.ts";

let world: TestWorld;
let secretary: Visitor;
let neighbour: Visitor;
beforeAll(async () => {
  world = await createWorld();
  secretary = await signedIn(world, world.lisi, ["secretary"]);
  neighbour = await signedIn(world, world.krasta, ["secretary"]);
});
afterAll(() => world.end());

describe("The first screen", () => {
  it("says in both languages that nothing is due, where nothing is", async () => {
    const albanian = await (await secretary.get("/admin")).text();
    for (const sentence of [
      "Në 14 ditët e ardhshme nuk mbaron asnjë afat.",
      "Në 14 ditët e ardhshme nuk është planifikuar asnjë mbledhje.",
      "Çdo akt që duhej dërguar është dërguar.",
      "Procesverbali i çdo mbledhjeje të mbajtur është publikuar.",
      "Asgjë nuk pret orën e vet.",
    ])
      expect(albanian).toContain(sentence);
    expect(await (await secretary.get("/en/admin")).text()).toContain("No period ends in the next 14 days.");
  });

  it("shows a period as soon as its end is near, and afterwards that it is over; the neighbour sees none of it", async () => {
    const title = { sq: "Rregullore për tregjet", en: "Rules for markets" };
    const { dueOn } = await world.lisi.db.write(async (tx) => {
      const made = await createDraftAct(tx, doing(world), draft({ title }));
      await publishDraftAct(tx, doing(world), made.id);
      await startInitiative(tx, doing(world), made.id);
      const open = await tx
        .selectFrom("deadlines")
        .where("subject_id", "=", made.id)
        .selectAll()
        .executeTakeFirstOrThrow();
      return { dueOn: open.due_on };
    });
    const [year, month, day] = dueOn.split("-");
    const before = world.clock.now();
    const section = async (visitor: Visitor, path = "/admin") =>
      (await (await visitor.get(path)).text()).split('id="coming"')[0]!;
    // Sessions outlast no fortnight: each look is a new one.
    const lookOn = async (instant: string, email: string) => {
      world.clock.moveTo(instant);
      const one = await signedIn(world, world.lisi, ["editor"], email);
      return section(one);
    };
    const long = new Date(Date.parse(`${dueOn}T12:00:00Z`) - 15 * 86_400_000).toISOString();
    const near = new Date(Date.parse(`${dueOn}T12:00:00Z`) - 3 * 86_400_000).toISOString();
    const late = new Date(Date.parse(`${dueOn}T12:00:00Z`) + 2 * 86_400_000).toISOString();
    if (Date.parse(long) > before.getTime()) expect(await lookOn(long, "a@lisi.example")).not.toContain(title.sq);
    const shown = await lookOn(near, "b@lisi.example");
    expect(shown).toContain(title.sq);
    expect(shown).toContain(`${day}.${month}.${year}`);
    expect(shown).toMatch(/edhe \d+ ditë/);
    expect(await lookOn(late, "c@lisi.example")).toContain("afati ka kaluar");
    world.clock.moveTo(before);
    expect(await section(neighbour)).not.toContain(title.sq);
  });
});
