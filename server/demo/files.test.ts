import { extractText, getDocumentProxy, getMeta } from "unpdf";
import { describe, expect, test } from "vitest";
import { resolveDemo } from "./resolve.ts";

async function read(pdf: Buffer) {
  const document = await getDocumentProxy(new Uint8Array(pdf));
  const { text } = await extractText(document, { mergePages: true });
  return { text: text.replace(/\s+/g, " "), meta: await getMeta(document) };
}

describe("the files of Valbardhë", () => {
  const { files } = resolveDemo("valbardhe", "2026-11-22");
  const byName = (end: string) => files.find((file) => file.ref.endsWith(end))!;

  test("the papers of each element can be opened, and say that they are examples", async () => {
    const papers = files.filter((file) => file.mediaType === "application/pdf");
    expect(papers.length).toBeGreaterThan(60);
    const byElement = Map.groupBy(papers, (file) => file.ref.split("/")[0]);
    for (const [file] of byElement.values()) {
      if (!file) continue;
      const { text, meta } = await read(await file.make());
      expect(text.length, file.ref).toBeGreaterThan(150);
      expect(meta.info.Title, file.ref).not.toBe("");
      expect(text, file.ref).toContain(file.language === "en" ? "invented" : "trilluara");
    }
  }, 60_000);

  test("a budget adds up", async () => {
    const { text } = await read(await byName("/buxheti-i-keshillit-2026.pdf").make());
    expect(text).toContain("5 292 000");
    expect(text).toContain("Gjithsej 15 240 000");
  });

  test("a table of open data is CSV in UTF-8", async () => {
    const csv = (await byName("/buxheti-i-keshillit-2026.csv").make()).toString("utf8");
    expect(csv.startsWith("\ufeffzëri,planifikuar (lekë)\r\nShpërblimet e këshilltarëve,5292000\r\n")).toBe(true);
    expect(csv).toContain('"Shtypi, fletëpalosjet dhe afishimi",355000');
  });

  test("an illustration is a JPEG of its size, the same each time", async () => {
    const photo = byName("photos/bridge.jpg");
    const [first, second] = await Promise.all([photo.make(), photo.make()]);
    expect(first.subarray(0, 3).toString("hex")).toBe("ffd8ff");
    expect(first.equals(second)).toBe(true);
  });
});
