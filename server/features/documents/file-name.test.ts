import { expect, test } from "vitest";
import { fileNameOf } from "./file-name.ts";

test.each([
  ["Vendimi nr. 12, për buxhetin.pdf", "pdf", "Vendimi nr. 12, për buxhetin.pdf"],
  ["C:\\Users\\sekretaria\\Desktop\\vendimi.PDF", "pdf", "vendimi.pdf"],
  ["../../etc/passwd", "txt", "passwd.txt"],
  ["raporti.docx", "pdf", "raporti.pdf"],
  ["..", "pdf", "dokument.pdf"],
  ["", "csv", "dokument.csv"],
  ["a%2Fb#c?d.pdf", "pdf", "a-2Fb-c-d.pdf"],
  ["e\u202Egnp.pdf", "pdf", "egnp.pdf"],
  ["Ke\u0308shilli.pdf", "pdf", "Këshilli.pdf"],
  ["vendimi\r\nSet-Cookie: a=b.pdf", "pdf", "vendimiSet-Cookie- a=b.pdf"],
])("%s is offered as “%s”", (given, extension, name) => {
  expect(fileNameOf(given, extension)).toBe(name);
});

test("of a name without end only its beginning is looked at", () => {
  expect(fileNameOf(`a${" . -".repeat(4_000)}b`, "pdf")).toBe("a.pdf");
});

test("a very long name is cut, not its ending", () => {
  const name = fileNameOf(`${"ë".repeat(500)}.pdf`, "pdf");
  expect([...name].length).toBeLessThanOrEqual(124);
  expect(name.endsWith("ë.pdf")).toBe(true);
});
