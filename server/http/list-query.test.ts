import { describe, expect, it } from "vitest";
import { AppError } from "./errors.ts";
import { aDay, aMonth, aPage, aSlug, aYear, likeWords, oneOf, queryOf, readQuery, typedText } from "./list-query.ts";
import { InvalidInput } from "./problem.ts";

const shape = { q: typedText, year: aYear, type: oneOf(["decision", "ordinance"]), from: aDay, page: aPage };
const read = (query: string, other?: string[]) => readQuery(shape, new URLSearchParams(query), other);
const problems = (query: string) => {
  try {
    read(query);
  } catch (error) {
    return error instanceof InvalidInput ? error.fields : [];
  }
  return [];
};

describe("A list's query", () => {
  it("is read into what it means; what is empty or absent is null", () => {
    expect(read("q=+plehra+&year=2025&type=decision&from=2025-03-05&page=2")).toEqual({
      q: "plehra",
      year: 2025,
      type: "decision",
      from: "2025-03-05",
      page: 2,
    });
    expect(read("q=&year=")).toEqual({ q: null, year: null, type: null, from: null, page: null });
  });

  it("with a name that means nothing here is refused by that name", () => {
    expect(() => read("colour=red")).toThrow(AppError);
    expect(read("element=I.3.6", ["element"]).q).toBeNull();
  });

  it("names every value that is wrong", () => {
    expect(problems("year=20255&type=law&from=2025-02-30&page=0&q=a&q=b")).toEqual([
      { path: "q", code: "filter.repeated" },
      { path: "year", code: "filter.not_a_year" },
      { path: "type", code: "filter.not_a_choice" },
      { path: "from", code: "date.impossible" },
      { path: "page", code: "filter.not_a_page" },
    ]);
    expect(problems(`q=${"a".repeat(201)}`)).toEqual([{ path: "q", code: "text.too_long" }]);
    expect(problems("q=a%00b")).toEqual([{ path: "q", code: "input.wrong" }]);
  });

  it("knows months and slugs", () => {
    expect([aMonth.read("2026-12"), aMonth.read("2026-13")]).toEqual([
      { value: "2026-12" },
      { code: "filter.not_a_month" },
    ]);
    expect(aSlug.read("../x")).toEqual({ code: "filter.not_a_choice" });
  });

  it("is written again in one spelling, without its page", () => {
    expect(queryOf(read("page=3&year=2025&q=ujë"))).toBe("?q=uj%C3%AB&year=2025");
    expect(queryOf(read("page=3"))).toBe("");
  });

  it("compares words without their marks, and no sign of LIKE is more than itself", () => {
    expect(likeWords("Këshilli 50%_")).toEqual(["%keshilli%", "%50%"]);
    expect(likeWords(null)).toEqual([]);
  });
});
