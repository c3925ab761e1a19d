import { expect, test } from "vitest";
import { dayIn, daysBefore, nextMidnight, numericDay, yearsAfter } from "./local-time.ts";

test("the day is Tirana's: an hour before midnight in London it is tomorrow there in summer", () => {
  expect(dayIn(new Date("2026-07-01T22:30:00Z"))).toBe("2026-07-02");
  expect(dayIn(new Date("2026-01-01T22:30:00Z"))).toBe("2026-01-01");
});

test("the next midnight comes an hour early or late where the clocks change", () => {
  expect(nextMidnight(new Date("2026-03-05T09:00:00Z"))).toEqual(new Date("2026-03-05T23:00:00Z"));
  expect(nextMidnight(new Date("2026-03-28T23:30:00Z"))).toEqual(new Date("2026-03-29T22:00:00Z"));
  expect(nextMidnight(new Date("2026-10-24T22:00:00Z"))).toEqual(new Date("2026-10-25T23:00:00Z"));
});

test("days are counted over the end of February", () => {
  expect(daysBefore("2028-03-01", 1)).toBe("2028-02-29");
  expect(daysBefore("2026-03-01", 60)).toBe("2025-12-31");
  expect(yearsAfter("2028-02-29", 1)).toBe("2029-02-28");
});

test("a day is written as people here write it", () => {
  expect(numericDay("2026-03-05")).toBe("05.03.2026");
});
