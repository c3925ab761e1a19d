import fc from "fast-check";
import { expect, it } from "vitest";
import { readableTitle } from "./readable-title.ts";

it.each([
  ["VENDIM_NR_45_dt_12.03.2026.pdf", "Vendim nr. 45, datë 12.03.2026"],
  ["Vendim nr.45 date 12.3.2026.pdf", "Vendim nr. 45, datë 12.03.2026"],
  ["vendim-nr-45-2026-03-12.pdf", "Vendim nr. 45, datë 12.03.2026"],
  ["PROJEKTVENDIM_PER_BUXHETIN_2026.docx", "Projektvendim për buxhetin 2026"],
  ["Projektvendim për miratimin e tarifave.docx", "Projektvendim për miratimin e tarifave"],
  [
    "Procesverbal_i_mbledhjes_se_Keshillit_05-03-2026 (1).pdf",
    "Procesverbal i mbledhjes së Këshillit, datë 05.03.2026",
  ],
  ["2026-03-05 Njoftim.pdf", "Datë 05.03.2026 Njoftim"],
  ["C:\\Dokumente\\Relacioni shpjegues.pdf", "Relacioni shpjegues"],
  ["Raport+financiar+2025.xlsx", "Raport financiar 2025"],
  ["Raporti vjetor - pjesa e dytë.pdf", "Raporti vjetor - pjesa e dytë"],
])("“%s” is read as “%s”", (name, title) => expect(readableTitle(name)).toBe(title));

it.each(["scan0001.pdf", "IMG_20260305.jpg", "12345.pdf", "", ".pdf", "Scan.pdf"])("“%s” says nothing", (name) =>
  expect(readableTitle(name)).toBe(""),
);

it("A name that hides signs or has no end gives a title that is seen and short", () => {
  expect(readableTitle("Vendim\u202Efdp.exe.pdf")).not.toMatch(/[\p{Cf}\p{Cc}]/u);
  expect(readableTitle(`${"a".repeat(100_000)}.pdf`).length).toBeLessThanOrEqual(500);
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 300 }), (name) => {
      expect(readableTitle(name)).not.toMatch(/\p{Cc}/u);
    }),
  );
});
