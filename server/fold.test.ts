import { expect, test } from "vitest";
import { fold } from "./fold.shared.ts";

test.each([
  ["Këshilli i Çështjeve", "keshilli i ceshtjeve"],
  ["VKB nr. 12/2025", "vkb nr 12 2025"],
  ["t’u shqyrtojë", "t u shqyrtoje"],
  ["  50 %_\\ ", "50"],
  ["Müller", "muller"],
])("%s is compared as “%s”", (text, folded) => {
  expect(fold(text)).toBe(folded);
});

test("a letter written with a combining mark is the same letter", () => {
  expect(fold("Ke\u0308shilli")).toBe(fold("Këshilli"));
});
