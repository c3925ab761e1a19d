import { expect, it } from "vitest";
import { guessedRole } from "./paper-guess.shared.ts";

it("A paper says by its name what it is, however that is written", () => {
  expect(guessedRole("Projektvendim_tarifat.pdf")).toBe("draft_act");
  expect(guessedRole("RELACION për buxhetin.docx")).toBe("explanatory_report");
  expect(guessedRole("Shtojca nr. 2.xlsx")).toBe("annex");
  expect(guessedRole("projekt-vendim nr 4.pdf")).toBe("draft_act");
  expect(guessedRole("harta.pdf")).toBe("other");
});
