import { expect, it } from "vitest";
import { refusalWords } from "./refusal-words.ts";

it("A file that is refused is told what is wrong with it, not that something is wrong with some field", () => {
  const title = "Diçka nga ajo që u dërgua nuk mund të pranohet. Shihni fushat e treguara.";
  const empty = { message: "Skedari është bosh." };
  expect(refusalWords({ title, fields: [empty, empty] })).toBe("Skedari është bosh.");
  expect(refusalWords({ title: "Skedari është tepër i madh." })).toBe("Skedari është tepër i madh.");
  expect(refusalWords({ title, fields: [] })).toBe(title);
  expect(refusalWords({})).toBeUndefined();
});
