import { setTimeout as after } from "node:timers/promises";
import { expect, it } from "vitest";
import { inOrder } from "./in-order.ts";

it("What was asked first is answered first, though it takes longer; who fails holds nobody up", async () => {
  const asked: number[] = [];
  const answered: string[] = [];
  const ask = inOrder(async (milliseconds: number) => {
    asked.push(milliseconds);
    await after(milliseconds);
    if (milliseconds === 10) throw new Error("none");
    return milliseconds;
  });
  const all = [30, 10, 1, 20].map((milliseconds) =>
    ask(milliseconds).then(
      (answer) => answered.push(String(answer)),
      (error: Error) => answered.push(error.message),
    ),
  );
  expect(asked).toEqual([30, 10, 1, 20]);
  await Promise.all(all);
  expect(answered).toEqual(["30", "none", "1", "20"]);
});
