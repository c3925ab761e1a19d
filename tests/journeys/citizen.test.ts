import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { extractText, getDocumentProxy } from "unpdf";
import { describe, expect, it } from "vitest";
import { elementByCode } from "../../server/features/elements/catalogue.shared.ts";
import { phrases } from "../../server/http/phrases.ts";
import { hydrated, telephone, visitors } from "./support/visitor.ts";

const visitor = visitors();
const laws = elementByCode("I.1.1");
const title = { sq: "Rregullorja për përdorimin e hapësirave publike", en: "Regulation on the use of public space" };

describe.each([
  { locale: "sq", other: "en" },
  { locale: "en", other: "sq" },
] as const)("A resident with a telephone, reading in $locale,", ({ locale, other }) => {
  const t = phrases(locale, "collections");
  const common = phrases(locale, "common");

  it("finds a rule without typing ë, takes its PDF and can check that it is the one that was published", async () => {
    const { page, open } = await visitor({ ...telephone, acceptDownloads: true });
    await open(locale === "sq" ? "/" : "/en/");
    await page
      .getByRole("navigation", { name: common("site.main_navigation") })
      .getByRole("link")
      .first()
      .tap();
    await page.getByRole("link", { name: laws.short[locale], exact: true }).tap();
    await page.getByLabel(t("filter_text")).fill("perdorimin hapesirave");
    await page.getByRole("button", { name: t("filter_send") }).tap();
    await page.waitForURL(/[?&]q=perdorimin\+hapesirave/);
    await hydrated(page);
    expect(await page.getByRole("row").getByRole("rowheader").count()).toBe(1);
    await page.getByRole("rowheader").getByRole("link", { name: title[locale] }).tap();
    await page.getByRole("heading", { level: 1, name: title[locale] }).waitFor();

    await page.getByText(common("file.proof")).tap();
    const shown = await page.locator("details code").innerText();
    const link = page.locator("main ul.files a").first();
    // A telephone saves what it cannot show; a page without a window cannot show a PDF either.
    const coming = page.waitForEvent("download");
    await link.evaluate((anchor) => anchor.setAttribute("download", ""));
    await link.tap();
    const bytes = await readFile(await (await coming).path());
    expect(bytes.subarray(0, 5).toString("latin1")).toBe("%PDF-");
    expect(createHash("sha256").update(bytes).digest("hex")).toBe(shown);
    const { text } = await extractText(await getDocumentProxy(new Uint8Array(bytes)), { mergePages: true });
    expect(text.normalize("NFC").toLowerCase()).toContain("hapësirave publike");
  });

  it("changes the language and stays on the page, filters included", async () => {
    const { page, open } = await visitor(telephone);
    const change = () => page.locator(`header a[hreflang="${other}"]`).tap();
    await open(`${laws.path[locale]}?q=hapesirave&year=`);
    await change();
    await page.waitForURL((url) => url.pathname === laws.path[other] && url.searchParams.get("q") === "hapesirave");
    await hydrated(page);
    await page.getByRole("rowheader").getByRole("link", { name: title[other] }).tap();
    await page.getByRole("heading", { level: 1, name: title[other] }).waitFor();
    const slug = new URL(page.url()).pathname.split("/").at(-1);
    await page.locator(`header a[hreflang="${locale}"]`).tap();
    await page.waitForURL((url) => url.pathname === `${laws.path[locale]}/${slug}`);
    expect(await page.getByRole("heading", { level: 1 }).innerText()).toBe(title[locale]);
    expect(await page.locator("html").getAttribute("lang")).toBe(locale);
  });
});
