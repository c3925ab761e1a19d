import { expect, it } from "vitest";
import { pageOfResults } from "./page-of-results.ts";

/** Of so many hits. */
const of = (total: number) => {
  const asked: number[] = [];
  const ask = async (offset: number) => {
    asked.push(offset);
    return { total, hits: Array.from({ length: Math.max(0, Math.min(20, total - offset)) }) };
  };
  return { asked, turn: (page: number | null) => pageOfResults(page, 50, ask) };
};

it.each([
  ["the first where none is asked for", 130, null, 1, 20, [0]],
  ["the one that is asked for", 130, 7, 7, 10, [120]],
  ["the last where there are fewer now", 130, 99_999, 7, 10, [980, 120]],
  ["the last that anybody is led to", 5_000, 99_999, 50, 20, [980]],
  ["the first where nothing is found", 0, 3, 1, 0, [40]],
] as const)("turns to %s", async (_, total, wanted, page, hits, offsets) => {
  const { asked, turn } = of(total);
  const turned = await turn(wanted);
  expect([turned.page, turned.found.hits.length, asked]).toEqual([page, hits, offsets]);
});
