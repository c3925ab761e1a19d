import { expect, it } from "vitest";
import { mergeDrawn } from "./merge-drawn.ts";

const base =
  "<p>Propozues: Kryetari.</p><h3>Diskutimi</h3><p>Arta: […]</p><h3>Votimi</h3><p>Pro: 4.</p><h3>Vendimi</h3><p>U miratua.</p>";
const typed = base.replace("[…]", "Foli për dritat.");

it("What was filled in stays when the log changes another place", () => {
  const fresh = base.replace("U miratua.", "U miratua. Vendim nr. 1.");
  expect(mergeDrawn(base, typed, fresh)).toBe(typed.replace("U miratua.", "U miratua. Vendim nr. 1."));
});

it("Where both changed the same place there is nothing to bring together", () => {
  expect(mergeDrawn(base, typed, base.replace("Arta: […]", "Arta Hoxha: […]"))).toBeNull();
});

it("A speaker who was missing in the log comes between those who were there", () => {
  const list =
    "<ul><li>Ora 10:00: erdhi Arta</li><li>Ora 11:00: u largua Besnik</li></ul><p>Fund.</p><p>Tjetër.</p><p>Më tej.</p>";
  const fresh = list.replace("<li>Ora 11", "<li>Ora 10:30: erdhi Drita</li><li>Ora 11");
  expect(mergeDrawn(list, list.replace("Më tej.", "Me dorë."), fresh)).toBe(fresh.replace("Më tej.", "Me dorë."));
});
