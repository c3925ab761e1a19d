import { afterAll, beforeAll, expect, it } from "vitest";
import { createWorld, type TestCouncil, type TestWorld } from "../../tests/support/world.ts";
import { raiseVersion } from "./content-versions.ts";
import { LastAnswers } from "./last-answers.ts";
import type { TenantTx } from "./tenant-db.ts";

let world: TestWorld;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.end());

/** A question whose answer tells how often it was asked. */
function counting() {
  const last = new LastAnswers<number>(["acts"]);
  let asked = 0;
  const ask = (tx: TenantTx) =>
    last.of(tx, async () => {
      asked += 1;
      return { answer: asked };
    });
  return { ask, of: (council: TestCouncil) => council.db.read(ask) };
}

it("every council has an answer of its own, which holds until its area changes", async () => {
  const question = counting();
  expect(await question.of(world.lisi)).toBe(1);
  expect(await question.of(world.krasta)).toBe(2);
  await world.krasta.db.write((tx) => raiseVersion(tx, "acts"));
  expect(await question.of(world.lisi)).toBe(1);
  expect(await question.of(world.krasta)).toBe(3);
});

it("what a transaction reads that may be undone is nobody else's answer", async () => {
  const question = counting();
  await question.of(world.lisi);
  const undone = world.lisi.db.write(async (tx) => {
    await raiseVersion(tx, "acts");
    expect(await question.ask(tx)).toBe(2);
    throw new Error("undone");
  });
  await expect(undone).rejects.toThrow("undone");
  expect(await question.of(world.lisi)).toBe(1);
  // The next change takes the number that was undone.
  await world.lisi.db.write((tx) => raiseVersion(tx, "acts"));
  expect(await question.of(world.lisi)).toBe(3);
});

it("an answer that rests on the time holds from when it was read to when it ends", async () => {
  const last = new LastAnswers<string>(["acts"]);
  const at = (hour: string) => new Date(`2026-03-05T${hour}:00Z`);
  const asked = (hour: string) =>
    world.lisi.db.read((tx) =>
      last.of(tx, async () => ({ answer: hour, holds: { since: at(hour), until: at("12:00") } }), at(hour)),
    );
  expect([await asked("10:00"), await asked("11:59"), await asked("12:00")]).toEqual(["10:00", "10:00", "12:00"]);
  expect(await asked("09:00")).toBe("09:00");
});
