import { describe, expect, it } from "vitest";
import { readPersonalNumber } from "./personal-number.ts";

describe("A personal number", () => {
  it("tells a day of birth that exists, of men and women, of citizens and foreigners", () => {
    for (const number of ["I05101999A", "J00101999W", "J05115001C", "J03101001D", "J08101001E", "K00229001F"])
      expect(readPersonalNumber(number), number).not.toBeNull();
  });

  it("is not one when its day never was", () => {
    for (const number of ["J90229001A", "J01301001A", "J00132001A", "J00100001A", "J02001001A", "J06301001A"])
      expect(readPersonalNumber(number), number).toBeNull();
  });

  it("is not one in any other shape", () => {
    for (const number of ["", "J0010199W", "J001019999W", "Z00101999W", "J00101999X", "J0O101999W", "1234567890"])
      expect(readPersonalNumber(number), number).toBeNull();
  });

  it("is surer when its last letter agrees, and counts without", () => {
    expect(readPersonalNumber("J00101999W")).toEqual({ checked: true });
    expect(readPersonalNumber("j00101999w")).toEqual({ checked: true });
    expect(readPersonalNumber("J00101999A")).toEqual({ checked: false });
  });
});
