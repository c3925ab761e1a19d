import { expect, test } from "vitest";
import { slugOf } from "./slug.ts";

test.each([
  [
    "Njoftim për mbledhjen e Këshillit, ç’do të thotë “Çështja”",
    "njoftim-per-mbledhjen-e-keshillit-c-do-te-thote-ceshtja",
  ],
  ["VKB nr. 12/2025", "vkb-nr-12-2025"],
  ["Kultura & sporti", "kultura-dhe-sporti"],
  ["Programi eKëshilli", "programi-ekeshilli"],
  ["—", "dokument"],
])("%s stands at %s", (title, slug) => {
  expect(slugOf(title)).toBe(slug);
});

test("a long title is cut between words", () => {
  const slug = slugOf("Raporti vjetor i veprimtarisë së Këshillit ".repeat(8));
  expect(slug.length).toBeLessThanOrEqual(80);
  expect("raporti-vjetor-i-veprimtarise-se-keshillit-".repeat(8).startsWith(`${slug}-`)).toBe(true);
  expect(slugOf("x".repeat(300))).toMatch(/^x{1,80}$/);
});
