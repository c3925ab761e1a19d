import { describe, expect, it } from "vitest";
import { isMet } from "./bench.ts";
import { alternate, calmRounds, median, spreadOf } from "./rounds.ts";

describe("the rounds of a bench", () => {
  it("give each variant its turns forwards and backwards, round by round", async () => {
    const turns: string[] = [];
    const measured = await alternate(["ours", "bare"] as const, { rounds: 2, turns: 2 }, async (name) => {
      turns.push(name);
      return turns.length;
    });
    expect(turns).toEqual(["ours", "bare", "bare", "ours", "ours", "bare", "bare", "ours"]);
    expect(measured).toEqual({
      ours: [
        [1, 4],
        [5, 8],
      ],
      bare: [
        [2, 3],
        [6, 7],
      ],
    });
  });

  it("are told by their median and by how far they lie apart", () => {
    expect(median([9, 1, 10])).toBe(9);
    expect(median([4, 1, 3, 2])).toBe(2.5);
    expect(spreadOf([9, 1, 10])).toEqual([1, 10]);
  });

  it("fail where a figure misses what is required", () => {
    const figure = { what: "kept ÷ bare", unit: "" };
    expect(isMet({ ...figure, value: 0.9, atLeast: 0.9 })).toBe(true);
    expect(isMet({ ...figure, value: 0.89, atLeast: 0.9 })).toBe(false);
    expect(isMet({ ...figure, value: 1_000, atMost: 1_000 })).toBe(true);
    expect(isMet({ ...figure, value: 8, below: 8 })).toBe(false);
    expect(isMet({ ...figure, value: Number.NaN, below: 8 })).toBe(false);
    expect(isMet({ ...figure, value: 5 })).toBe(true);
  });
});

describe("Rounds that count", () => {
  const taking = (times: number[]) => {
    let at = 0;
    return async () => times[at++ % times.length]!;
  };
  const counting = () => {
    let number = 0;
    return async () => ++number;
  };

  it("are those in which the same work took as long as at best, before and after", async () => {
    const { rounds, disturbed } = await calmRounds(
      { wanted: 3, most: 10 },
      taking([10, 10, 10, 15, 10.5, 10, 30, 30, 10, 10]),
      counting(),
    );
    expect([rounds, disturbed]).toEqual([[1, 3, 5], 2]);
  });

  it("are all of them where the machine is never calm, and no more than were allowed", async () => {
    const { rounds, disturbed } = await calmRounds(
      { wanted: 3, most: 4 },
      taking([10, 10, 20, 20, 30, 30, 40, 40]),
      counting(),
    );
    expect([rounds, disturbed]).toEqual([[1, 2, 3, 4], 0]);
  });
});
