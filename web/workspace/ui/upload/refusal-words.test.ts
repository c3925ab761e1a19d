import { expect, it } from "vitest";
import { InvalidInput, problemOf } from "../../../../server/http/problem.ts";
import { fileEmpty } from "../../../../server/storage/errors.ts";
import { refusalWords } from "./refusal-words.ts";

it("A file that is refused is told what is wrong with it, not that something is wrong with some field", () => {
  const empty = new InvalidInput([{ path: "size", code: "files.empty" }]);
  expect(refusalWords(problemOf(empty, "sq", "r"))).toBe("Skedari është bosh.");
  expect(refusalWords(problemOf(empty, "en", "r"))).toBe("The file is empty.");
  expect(refusalWords(problemOf(fileEmpty(), "sq", "r"))).toBe("Skedari është bosh.");
  expect(refusalWords({})).toBeUndefined();
});
