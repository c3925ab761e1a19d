import { describe, expect, it } from "vitest";
import {
  formatChange,
  formatDay,
  formatInstantDay,
  formatMonth,
  formatMonthName,
  formatNumber,
  formatPercentage,
  formatShortMonth,
  formatSize,
  formatWeekday,
} from "./format.ts";

/** Numbers are grouped with a space that does not break; which one is the language data's business. */
const spaced = (text: string) => text.replace(/\s/g, " ");

describe("what people read", () => {
  it("has dates as on official acts, with the zeros", () => {
    expect(formatDay("2026-03-05")).toBe("05.03.2026");
    expect(formatDay("2026-12-31")).toBe("31.12.2026");
  });

  it("takes an instant for the day that it is in Tirana, also around midnight and in summer", () => {
    expect(formatInstantDay("2026-03-04T23:30:00Z")).toBe("05.03.2026");
    expect(formatInstantDay("2026-07-04T21:59:00Z")).toBe("04.07.2026");
    expect(formatInstantDay("2026-07-04T22:00:00Z")).toBe("05.07.2026");
  });

  it("names months and weekdays in the page's language", () => {
    expect([formatMonth("2026-11-26", "sq"), formatWeekday("2026-11-26", "sq")]).toEqual(["nëntor 2026", "e enjte"]);
    expect([formatMonth("2026-11-26", "en"), formatWeekday("2026-11-26", "en")]).toEqual(["November 2026", "Thursday"]);
  });

  it("groups amounts from four digits on, so that columns align", () => {
    expect(spaced(formatNumber(1234567, "sq"))).toBe("1 234 567");
    expect(spaced(formatNumber(1234, "sq"))).toBe("1 234");
    expect(formatNumber(1234567, "en")).toBe("1,234,567");
  });

  it("has numbers as the language data for Albanian has them, which not every browser brings", () => {
    const albanian = new Intl.NumberFormat("sq", { useGrouping: "always", maximumFractionDigits: 2 });
    for (const value of [0, 0.5, -12.25, 999, 1000, 4744000, 12345678.9]) {
      expect(formatNumber(value, "sq")).toBe(albanian.format(value));
    }
  });

  it("tells sizes roughly, and never that a file has nothing", () => {
    expect(spaced(formatSize(12, "sq"))).toBe("1 kB");
    expect(spaced(formatSize(23_400, "sq"))).toBe("23 kB");
    expect(spaced(formatSize(1_240_000, "sq"))).toBe("1,2 MB");
    expect(spaced(formatSize(18_400_000, "en"))).toBe("18 MB");
  });

  it("has percentages with two decimals, and what is more or less with its sign", () => {
    expect(spaced(formatPercentage(43.2, "sq"))).toMatch(/^43,20 ?%$/);
    expect(formatPercentage(43.21, "en")).toBe("43.21%");
    expect([2.5, -3, 0].map((change) => formatChange(change, "sq"))).toEqual(["+2,5", "−3", "0"]);
  });
});

it.each(["sq", "en"] as const)("Names of months and days in %s are those of the language’s own data", (locale) => {
  const named = (options: Intl.DateTimeFormatOptions, date: string) =>
    new Intl.DateTimeFormat(locale === "en" ? "en-GB" : "sq", { ...options, timeZone: "UTC" }).format(new Date(date));
  for (let month = 1; month <= 12; month += 1) {
    const date = `2026-${String(month).padStart(2, "0")}-01`;
    expect(formatMonthName(date, locale)).toBe(named({ month: "long" }, date));
    expect(formatShortMonth(month, locale)).toBe(named({ month: "short" }, date));
  }
  for (let day = 1; day <= 7; day += 1)
    expect(formatWeekday(`2026-03-0${day}`, locale)).toBe(named({ weekday: "long" }, `2026-03-0${day}`));
});
