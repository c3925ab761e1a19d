import { describe, expect, it } from "vitest";
import { isMet } from "./bench.ts";
import { alternate, median, spreadOf } from "./rounds.ts";

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
