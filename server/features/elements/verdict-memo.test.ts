import { afterAll, beforeAll, expect, it } from "vitest";
import { createWorld, type TestCouncil, type TestWorld } from "../../../tests/support/world.ts";
import { raiseVersion } from "../../db/content-versions.ts";
import type { ElementRule } from "./element-rule.ts";
import { full } from "./verdict.ts";
import { verdictsOf } from "./verdict-memo.ts";

let world: TestWorld;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.end());

it("a rule is asked again when what it rests on has changed, on another day, and for each council", async () => {
  let asked = 0;
  const rule: ElementRule = {
    codes: ["I.3.6"],
    areas: ["acts", "meetings"],
    judge: async () => {
      asked += 1;
      return new Map([["I.3.6", full("acts.full", { count: asked })]]);
    },
  };
  const { lisi, krasta } = world;
  const ask = async (council: TestCouncil, now = world.clock.now()) => {
    const verdicts = await council.db.read((tx) => verdictsOf(tx, rule, now));
    return verdicts.get("I.3.6")!.reasons[0]!.values!.count;
  };
  expect([await ask(lisi), await ask(lisi)]).toEqual([1, 1]);
  await lisi.db.write((tx) => raiseVersion(tx, "albums"));
  expect(await ask(lisi)).toBe(1);
  await lisi.db.write((tx) => raiseVersion(tx, "meetings"));
  expect(await ask(lisi)).toBe(2);
  expect(await ask(krasta)).toBe(3);
  expect(await ask(lisi)).toBe(2);
  expect(await ask(lisi, new Date("2026-03-06T10:00:00+01:00"))).toBe(4);
  // A clock that is set back finds nothing of a later day.
  expect(await ask(lisi)).toBe(5);
});
