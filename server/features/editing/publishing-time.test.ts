import { describe, expect, it } from "vitest";
import { publishingTime } from "./publishing-time.ts";

const now = new Date("2026-03-05T09:00:30Z");
const at = (text: string) => publishingTime(text, now).toISOString();
const refused = (text: string) => {
  try {
    at(text);
  } catch (failure) {
    return (failure as { fields: { code: string }[] }).fields[0]!.code;
  }
  return null;
};

describe("The time at which something is published", () => {
  it("is now where nothing is said, and as clocks in Tirana show it where no zone is", () => {
    expect(at(" ")).toBe(now.toISOString());
    expect(at("2026-03-05T18:00")).toBe("2026-03-05T17:00:00.000Z");
    expect(at("2026-07-05T18:00")).toBe("2026-07-05T16:00:00.000Z");
    expect(at("2026-03-05T18:00:00Z")).toBe("2026-03-05T18:00:00.000Z");
  });

  it("is now for the minute that has just begun", () => {
    expect(at("2026-03-05T10:00")).toBe(now.toISOString());
  });

  it.each(["2025-03-05T18:00", "2026-03-05T09:30", "0000-01-01T00:00"])("cannot be over: %s", (text) => {
    expect(refused(text)).toBe("editing.time_past");
  });

  it.each([
    "2027-02-30T10:00",
    "2027-02-29T10:00:00Z",
    "2027-04-31T10:00",
    "2027-13-01T10:00",
    "2027-03-28T02:30",
    "nesër",
  ])("has to exist: %s", (text) => {
    expect(refused(text)).toBe("date.impossible");
  });

  it("is the first of the two where an hour comes twice", () => {
    expect(at("2027-10-31T02:30")).toBe("2027-10-31T00:30:00.000Z");
  });

  it.each(["2028-03-06T10:00", "9999-01-01T10:00", "+275760-01-01T00:00:00Z"])("is not too far away: %s", (text) => {
    expect(refused(text)).toBe("editing.time_far");
  });
});
