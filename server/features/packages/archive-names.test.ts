import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { folderName, folderNumber, onceEach } from "./archive-names.ts";

describe("The folder of an item", () => {
  it("is called by its number and title, in a form that every computer takes", () => {
    expect(folderName("03.1", 'Për tarifën e pastrimit: rritja "e re" / ulja?')).toBe(
      "03.1 Për tarifën e pastrimit- rritja e re - ulja",
    );
    expect(folderName("01", "Të ndryshme...")).toBe("01 Të ndryshme");
    expect(folderName("01", "...")).toBe("01");
  });

  it("ends with a whole word where the title is too long", () => {
    expect(folderName("12", "Miratimi i buxhetit të bashkisë për vitin 2026 dhe parashikimi për vitet 2027–2028")).toBe(
      "12 Miratimi i buxhetit të bashkisë për vitin 2026 dhe",
    );
  });

  it("is never a path, never hidden and never too long, whatever the title", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 300 }), (title) => {
        const name = folderName("07", title);
        expect(name).toMatch(/^07/);
        expect(name).not.toMatch(/[/\\:*?"<>|\p{Cc}]|[. ]$/u);
        expect([...name].length).toBeLessThanOrEqual(64);
      }),
    );
  });

  it("stands in the order of the agenda in a list by name, the tenth behind the ninth", () => {
    const paths = [[1], [2], [3], [3, 1], [3, 2], [9], [10], [11]];
    const numbers = paths.map((path) => `${folderNumber(path, 11)} x`);
    expect(numbers.toSorted()).toEqual(numbers);
    expect(numbers[3]).toBe("03.1 x");
    expect(folderNumber([7], 120)).toBe("007");
  });
});

it("Files of one name in one folder are told apart, in whatever letters they are written", () => {
  const unique = onceEach();
  expect(["a/raporti.pdf", "a/Raporti.PDF", "a/raporti.pdf", "b/raporti.pdf"].map(unique)).toEqual([
    "a/raporti.pdf",
    "a/Raporti (2).PDF",
    "a/raporti (3).pdf",
    "b/raporti.pdf",
  ]);
});
