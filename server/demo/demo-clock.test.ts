import { expect, test } from "vitest";
import { wallTime } from "../local-time.ts";
import { demoClock } from "./demo-clock.ts";

test.each([
  ["2026-03-05", "by day", "2026-11-26T15:20:00Z", "2026-03-05T16:20:00"],
  ["2026-03-05", "where UTC still has the day before", "2026-11-26T23:38:00Z", "2026-03-05T00:38:00"],
  ["2026-07-05", "in summer, seen in winter", "2026-11-26T22:30:00Z", "2026-07-05T23:30:00"],
  ["2026-03-05", "in winter, seen in summer", "2026-07-05T22:30:00Z", "2026-03-05T00:30:00"],
])("the demo of %s stands on its day at the time that clocks in Tirana show, %s", (day, _when, device, shown) => {
  const clock = demoClock(day, () => new Date(device));
  expect(wallTime(clock.now()).toString()).toBe(shown);
  expect(clock.ofDevices?.()).toEqual(new Date(device));
});

test("it goes on into the next day while it runs", () => {
  let device = new Date("2026-11-26T22:59:59Z");
  const clock = demoClock("2026-03-05", () => device);
  device = new Date("2026-11-26T23:00:01Z");
  expect(wallTime(clock.now()).toString()).toBe("2026-03-06T00:00:01");
});

test("without a day of its own it shows what the machine shows", () => {
  const device = new Date("2026-11-26T23:38:00Z");
  expect(demoClock(null, () => device).now()).toEqual(device);
});
