import { execFileSync } from "node:child_process";
import { expect, it } from "vitest";
import { type RunLimits, runWithin } from "./recogniser.ts";

const limits: RunLimits = { time: 25_000, memory: 1_500_000, output: 100_000 };
const said = async (program: readonly [string, ...string[]], given: Partial<RunLimits> = {}, input = "") =>
  (await runWithin(program, { ...limits, ...given }, { input: Buffer.from(input) }))?.toString() ?? null;
const running = (mark: string) =>
  execFileSync("ps", ["ax", "-o", "args"])
    .toString()
    .split("\n")
    .filter((line) => line === mark);

it("A program that reads pictures is given its input and answers", async () => {
  expect(await said(["cat"], {}, "Këshilli Bashkiak")).toBe("Këshilli Bashkiak");
});

it("One that is not there, fails, or says too much has said nothing", async () => {
  expect(await said(["no-such-program"])).toBeNull();
  expect(await said(["false"])).toBeNull();
  expect(await said(["yes"], { output: 10_000 })).toBeNull();
});

it("One that does not end is ended, with whatever it has started", async () => {
  expect(await said(["sh", "-c", "sleep 61.5 & sleep 61.5; wait"], { time: 300 })).toBeNull();
  await expect.poll(() => running("sleep 61.5")).toEqual([]);
});

it("One that takes too much memory is given none", async () => {
  // What stands at the end of a long stream is held in memory until the end is there.
  const holds = ["sh", "-c", "head -c 300000000 /dev/zero | tail -c 200000000 | wc -c"] as const;
  expect((await said(holds))?.trim()).toBe("200000000");
  expect((await said(holds, { memory: 100_000 }))?.trim()).not.toBe("200000000");
});

it("One that nobody waits for any more is ended", async () => {
  const stopping = new AbortController();
  const asked = runWithin(["sleep", "62.5"], { ...limits, time: 60_000 }, { signal: stopping.signal });
  stopping.abort();
  expect(await asked).toBeNull();
});
