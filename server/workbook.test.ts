import { expect, it } from "vitest";
import { rowHeight } from "./workbook.ts";

it("A row is as high as its longest text needs, words kept whole", () => {
  expect(rowHeight([], [])).toBe(15);
  expect(rowHeight([null, ""], [10, 10])).toBe(15);
  expect(rowHeight(["një dy", null], [11, 10])).toBe(15);
  expect(rowHeight(["një dy tre", "katër"], [11, 6])).toBe(15);
  expect(rowHeight(["një dy tre katër"], [11])).toBe(30);
  expect(rowHeight(["një\ndy\n\ntre"], [11])).toBe(60);
  expect(rowHeight(["x".repeat(25)], [11])).toBe(45);
  expect(rowHeight(["një", "një dy tre katër pesë"], [40, 6])).toBe(75);
});
