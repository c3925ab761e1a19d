import { describe, expect, it } from "vitest";
import { basisOf, generateHolidays, holidaysOf } from "./holidays.ts";

const short = (year: number) =>
  holidaysOf(year).map(({ day, inLieuOf, estimated }) =>
    [day.slice(5), inLieuOf && `for ${inLieuOf.slice(5)}`, estimated && "estimated"].filter(Boolean).join(" "),
  );

describe("Public holidays", () => {
  it("2026: six fall on a weekend, and the last two of November give Monday and Tuesday", () => {
    expect(short(2026)).toEqual([
      "01-01",
      "01-02",
      "03-14",
      "03-16 for 03-14",
      "03-20 estimated",
      "03-22",
      "03-23 for 03-22",
      "04-05",
      "04-06 for 04-05",
      "04-12",
      "04-13 for 04-12",
      "05-01",
      "05-27 estimated",
      "09-05",
      "09-07 for 09-05",
      "11-22",
      "11-23 for 11-22",
      "11-28",
      "11-29",
      "11-30 for 11-28",
      "12-01 for 11-29",
      "12-08",
      "12-25",
    ]);
  });

  it("2027: 1 and 2 May are a Saturday and a Sunday, so 3 and 4 May are off", () => {
    expect(short(2027)).toContain("05-03 for 05-01");
    expect(short(2027)).toContain("05-04 for 05-02");
    expect(short(2027)).toContain("05-17 for 05-16 estimated");
    expect(short(2027)).toContain("11-30 for 11-28");
  });

  it("the rules for holidays give exactly what was read for 2026 and 2027", () => {
    for (const year of [2026, 2027]) {
      expect(basisOf(year)).toBe("listed");
      expect(generateHolidays(year)).toEqual(holidaysOf(year));
    }
  });

  it("Alphabet Day is a holiday since 2024", () => {
    expect(short(2023)).not.toContain("11-22");
    expect(short(2024)).toContain("11-22");
  });

  it("two Easters on one Sunday give one Monday, and it is marked since a second day is possible", () => {
    expect(short(2028).filter((line) => line.startsWith("04-"))).toEqual([
      "04-16",
      "04-16",
      "04-17 for 04-16 estimated",
      "04-17 for 04-16 estimated",
    ]);
  });

  it("a year in which the moon brings the feast twice has it twice", () => {
    expect(generateHolidays(2033).filter(({ name, inLieuOf }) => name.en === "Eid al-Fitr" && !inLieuOf)).toHaveLength(
      2,
    );
  });

  it("derived years say that they are, and others are not known", () => {
    expect([2017, 2018, 2025, 2028, 2035, 2036].map(basisOf)).toEqual([
      null,
      "generated",
      "generated",
      "generated",
      "generated",
      null,
    ]);
    expect(holidaysOf(2017)).toEqual([]);
  });
});
