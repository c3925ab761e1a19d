import type { Page } from "playwright-core";
import { extractText, getDocumentProxy } from "unpdf";
import { describe, expect, it } from "vitest";
import { elementByCode, parts } from "../../server/features/elements/catalogue.shared.ts";
import type { Council } from "../../server/features/settings/council.schema.ts";
import { phrases } from "../../server/http/phrases.ts";
import { api } from "./support/ask.ts";
import { visitors } from "./support/visitor.ts";

const visitor = visitors();
const laws = elementByCode("I.1.1");
const title = {
  sq: "Rregullorja e brendshme e organizimit dhe funksionimit të Këshillit Bashkiak",
  en: "Rules of procedure of the Municipal Council",
};
/** Lines break where they may, letters stand apart, and some words are in capitals. */
const plain = (text: string) => text.normalize("NFC").replace(/\s+/g, "").toLowerCase();

async function printed(page: Page) {
  const pdf = await page.pdf({ format: "A4" });
  const { text, totalPages } = await extractText(await getDocumentProxy(new Uint8Array(pdf)), { mergePages: true });
  return { text: plain(text), totalPages };
}

describe.each(["sq", "en"] as const)("On paper, in %s,", (locale) => {
  const t = phrases(locale, "common");

  it("a document says whose it is, what it is and where it can be checked, and carries no navigation", async () => {
    const { page, open } = await visitor({ colorScheme: "dark" });
    await open(`${laws.path[locale]}/rregullorja-e-brendshme`);
    const { text, totalPages } = await printed(page);
    const { names } = await api<Council>("valbardhe", "council");
    for (const expected of [names.council[locale]!, t("site.republic"), title[locale], page.url()])
      expect(text).toContain(plain(expected));
    for (const unwanted of [parts[2]!.short[locale], t("site.skip"), t("site.accessibility"), t("foot.readiness")])
      expect(text).not.toContain(plain(unwanted));
    expect(totalPages).toBeLessThan(4);
    await page.emulateMedia({ media: "print" });
    for (const hidden of ["nav.nav", "nav.crumbs", ".skip", "header .top"])
      expect(await page.locator(hidden).isVisible(), hidden).toBe(false);
    const [paper, ink] = await page.evaluate(() => {
      const { backgroundColor, color } = getComputedStyle(document.body);
      return [backgroundColor, color];
    });
    expect(paper, "no dark sheet comes out of the printer").toBe("rgba(0, 0, 0, 0)");
    expect(ink).not.toMatch(/rgb\((2\d\d), (2\d\d), (2\d\d)\)/);
  });

  it("a list prints its rows and no form", async () => {
    const { page, open } = await visitor();
    await open(laws.path[locale]);
    const { text } = await printed(page);
    for (const row of await page.getByRole("rowheader").getByRole("link").allInnerTexts())
      expect(text).toContain(plain(row));
    expect(text).not.toContain(plain(phrases(locale, "collections")("filter_text")));
  });
});
