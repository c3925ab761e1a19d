import { setImmediate as nextPass } from "node:timers/promises";
import { expect, it } from "vitest";
import { pace } from "./pace.ts";

it("lets so many go on in a pass, in the order in which they came", async () => {
  const turn = pace(3);
  const gone: number[] = [];
  const counts: number[] = [];
  for (let index = 0; index < 8; index += 1) void turn().then(() => gone.push(index));
  while (gone.length < 8) {
    await nextPass();
    counts.push(gone.length);
  }
  expect(counts.filter((count) => count > 0)).toEqual([3, 6, 8]);
  expect(gone).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
});

it("goes on when somebody comes after all have gone", async () => {
  const turn = pace(1);
  await turn();
  await turn();
  await expect(turn()).resolves.toBeUndefined();
});

it("never has whoever else is waiting wait for all of them", async () => {
  const turn = pace(2);
  let pieces = 0;
  const all = Promise.all(Array.from({ length: 500 }, () => turn().then(() => (pieces += 1))));
  const passed: number[] = [];
  for (let page = 0; page < 20; page += 1) {
    await nextPass();
    passed.push(pieces);
  }
  expect(Math.max(...passed)).toBeLessThanOrEqual(42);
  await all;
});
