import { describe, expect, it } from "vitest";
import { allRules, countingRule, lawTitle, ruleFor } from "./rules.ts";

describe("The periods of the law", () => {
  it("each stands once for each time in which it held", () => {
    const keys = allRules.map(({ code, validFrom }) => `${code} ${validFrom}`);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it("what counts as seen says where it was seen, and in both languages what begins it", () => {
    for (const { code, certainty, source, title, startsWith } of allRules) {
      if (certainty === "V") expect(source, code).toBeTruthy();
      expect([title.sq, title.en, startsWith.sq, startsWith.en].every(Boolean), code).toBe(true);
    }
  });

  it("each law is known by its name", () => {
    for (const { law } of [...allRules, countingRule]) expect(lawTitle(law).sq).toMatch(/ “.+”/);
  });

  it("only what the law leaves open has neither a number nor a day", () => {
    const open = allRules.filter(({ number, day }) => number === null && !day);
    expect(open.map(({ code, councilMay, certainty }) => [code, councilMay, certainty])).toEqual([
      ["K14a", "set", "not-found"],
      ["K14b", "set", "not-found"],
    ]);
  });

  it("a day of the year is one, and is never carried over", () => {
    const yearly = allRules.filter(({ unit }) => unit === "date");
    expect(yearly.map(({ day }) => day)).toEqual(["12-31", "01-31", "02-28", "03-15", "06-30", "12-25"]);
    expect(yearly.every(({ onDayOff, number }) => onDayOff === "stays" && number === null)).toBe(true);
  });

  it("the new law on personal data says nothing about what happened before it", () => {
    expect(ruleFor("O6b", "2025-01-01").law).toBe("124/2024");
    expect(() => ruleFor("O6b", "2024-12-31")).toThrow(
      expect.objectContaining({ code: "deadlines.not_in_force", params: { code: "O6b", day: "31.12.2024" } }),
    );
  });

  it("a code that is none is refused by name", () => {
    expect(() => ruleFor("X9", "2026-03-05")).toThrow(expect.objectContaining({ code: "deadlines.unknown_rule" }));
  });
});
