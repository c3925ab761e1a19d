import { describe, expect, it } from "vitest";
import { elementByCode, partByCode } from "../../server/features/elements/catalogue.shared.ts";
import { phrases } from "../../server/http/phrases.ts";
import { ask } from "./support/ask.ts";
import { visitors } from "./support/visitor.ts";

const visitor = visitors();
const laws = elementByCode("I.1.1");

describe.each(["sq", "en"] as const)("Without script, in %s,", (locale) => {
  const t = phrases(locale, "collections");

  it("a reader gets from the home page to a file, and the filters stand in the address", async () => {
    const { page, open } = await visitor({ javaScriptEnabled: false });
    await open(locale === "sq" ? "/" : "/en/");
    await page.locator("nav.nav a").first().click();
    expect(new URL(page.url()).pathname).toBe(partByCode("I").path[locale]);
    await page.getByRole("main").getByRole("link", { name: laws.short[locale], exact: true }).click();

    await page.locator("nav.pager a[rel=next]").click();
    expect(new URL(page.url()).search).toBe("?page=2");
    expect(await page.getByRole("rowheader").count()).toBeGreaterThan(0);

    await page.getByLabel(t("filter_text")).fill("rregullore");
    await page.locator("select[name=status]").selectOption("repealed");
    await page.getByRole("button", { name: t("filter_send") }).click();
    const { searchParams } = new URL(page.url());
    expect([searchParams.get("q"), searchParams.get("status"), searchParams.get("page")]).toEqual([
      "rregullore",
      "repealed",
      null,
    ]);
    expect(await page.getByLabel(t("filter_text")).inputValue()).toBe("rregullore");
    expect(await page.locator("select[name=status]").inputValue()).toBe("repealed");
    expect(await page.getByRole("rowheader").count()).toBe(1);

    await page.getByRole("rowheader").getByRole("link").click();
    expect(new URL(page.url()).pathname).toBe(`${laws.path[locale]}/rregullorja-e-brendshme-e-meparshme`);
    const file = await page.locator("main ul.files a").first().getAttribute("href");
    const { status, headers, body } = await ask("valbardhe.localhost", file!);
    expect([status, headers["content-type"]]).toEqual([200, "application/pdf"]);
    expect(body.subarray(0, 5).toString()).toBe("%PDF-");

    await page.goBack();
    await page.getByRole("link", { name: t("filter_clear") }).click();
    expect(new URL(page.url()).search).toBe("");
  });

  it("the proof of a file opens, and the language changes", async () => {
    const { page, open } = await visitor({ javaScriptEnabled: false });
    await open(`${laws.path[locale]}/rregullorja-e-brendshme`);
    expect(await page.locator("details code").first().isVisible()).toBe(false);
    await page.locator("details summary").first().click();
    expect(await page.locator("details code").first().innerText()).toMatch(/^[0-9a-f]{64}$/);
    const other = locale === "sq" ? "en" : "sq";
    await page.locator(`header a[hreflang="${other}"]`).click();
    expect(new URL(page.url()).pathname).toBe(`${laws.path[other]}/rregullorja-e-brendshme`);
  });
});
