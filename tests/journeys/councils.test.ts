import { describe, expect, inject, it } from "vitest";
import { elementByCode } from "../../server/features/elements/catalogue.shared.ts";
import type { Council } from "../../server/features/settings/council.schema.ts";
import { phrases } from "../../server/http/phrases.ts";
import { numericDay } from "../../server/local-time.ts";
import { api } from "./support/ask.ts";
import { hydrated, siteOf, visitors } from "./support/visitor.ts";

const visitor = visitors();
const laws = elementByCode("I.1.1");
const news = elementByCode("V.1.1");

describe.each(["sq", "en"] as const)("In %s", (locale) => {
  const home = locale === "sq" ? "/" : "/en/";
  const other = locale === "sq" ? "en" : "sq";
  const common = phrases(locale, "common");

  it("the directory of all councils leads to one of them", async () => {
    const { page, open } = await visitor({ council: null });
    await open(home);
    const name = (await api<Council>("korce", "council")).names.council[locale]!;
    expect(await page.getByRole("link", { name: /Valbardhë|Gurëkuq|Detas/ }).count(), "the examples").toBe(3);
    expect(await page.getByRole("link", { name: /Berat/ }).count(), "a suspended council is not offered").toBe(0);
    await page.getByRole("link", { name }).click();
    await hydrated(page);
    expect(new URL(page.url()).host).toBe(new URL(siteOf("korce")).host);
    expect(new URL(page.url()).pathname).toBe(home);
    expect(await page.title()).toBe(name);
  });

  it("the directory changes its language", async () => {
    const { page, open } = await visitor({ council: null });
    await open(home);
    await page.locator(`a[hreflang=${other}]`).click();
    await page.waitForURL((url) => url.pathname === (locale === "sq" ? "/en/" : "/"));
    await hydrated(page);
    expect(await page.locator("html").getAttribute("lang")).toBe(other);
  });

  it.each(["detas", "korce"])(
    "the nearly empty council %s says what will stand there, and how it is done today",
    async (council) => {
      const { page, open } = await visitor({ council });
      const t = phrases(locale, "elements");
      await open(home);
      expect(await page.locator("header .band").innerText()).toContain(common("site.onboarding"));
      await page.locator("nav.nav a").nth(2).click();
      await page.locator("ul.entries a").first().click();
      await page.getByRole("heading", { name: t("empty_title") }).waitFor();
      await page.getByRole("heading", { name: t("paper_title") }).waitFor();
      await page.getByRole("heading", { name: t("ask_title") }).waitFor();
      expect(await page.locator("main form, main button").count(), "no dead control").toBe(0);
      await page.getByRole("link", { name: t("board_link") }).click();
      await page.waitForURL((url) => url.pathname === elementByCode("B.I.2").path[locale]);
      await page.getByRole("rowheader").first().waitFor();
      expect(await page.getByRole("rowheader").count()).toBe(81);
    },
  );

  it("a suspended council says so, and nothing else of it", async () => {
    const { page } = await visitor({ council: "berat", mayHear: /503/ });
    const answer = await page.goto(home);
    expect(answer!.status()).toBe(503);
    const t = phrases(locale, "plain");
    expect(await page.getByRole("heading", { level: 1 }).innerText()).toBe(t("suspended_title"));
    expect(await page.locator("body").innerText()).toContain(t("suspended_text"));
  });

  it("an unknown host names no council", async () => {
    const { page } = await visitor({ council: "askush", mayHear: /404/ });
    const answer = await page.goto(home);
    expect(answer!.status()).toBe(404);
    expect(await page.getByRole("heading", { level: 1 }).innerText()).toBe(
      phrases(locale, "plain")("unknown_host_title"),
    );
    expect(await page.locator("body").innerText()).not.toMatch(/Valbardh|Korç|Gurëkuq|Detas/);
  });

  it("a withdrawn document says when it was withdrawn and why, and leads to the list", async () => {
    const { page } = await visitor({ council: "korce", mayHear: /410/ });
    const t = phrases(locale, "collections");
    const answer = await page.goto(inject("furtherContent").withdrawn[locale]);
    expect(answer!.status()).toBe(410);
    await hydrated(page);
    expect(await page.getByRole("heading", { level: 1 }).innerText()).toBe(t("withdrawn_title"));
    const text = await page.locator("main").innerText();
    expect(text).toContain(numericDay(inject("furtherContent").withdrawnOn));
    expect(text).toContain(
      { sq: "Data e mbledhjes ishte e gabuar.", en: "The date of the meeting was wrong." }[locale],
    );
    expect(text).not.toContain({ sq: "Lajm i gabuar", en: "News in error" }[locale]);
    await page.getByRole("link", { name: t("withdrawn_back", { collection: news.short[locale] }) }).click();
    await page.getByRole("heading", { level: 1, name: news.short[locale] }).waitFor();
  });

  it("a document in Albanian only says so to readers of English, and is marked for their screen reader", async () => {
    const { page, open } = await visitor({ council: "korce" });
    await open(inject("furtherContent").albanianOnly[locale]);
    const language = (selector: string) =>
      page
        .locator(selector)
        .first()
        .evaluate((it) => it.closest("[lang]")!.getAttribute("lang"));
    expect(await language("h1")).toBe("sq");
    expect(await language(".prose p")).toBe("sq");
    expect(await language("ul.files a")).toBe("sq");
    expect(await page.getByText(common("site.only_albanian")).count()).toBe(locale === "en" ? 1 : 0);
    await page.getByText(common("file.earlier", { count: 1 })).click();
    await page.getByRole("link", { name: common("file.version", { version: 1 }) }).waitFor();
  });

  it.each(["year=abc", "page=99"])("a wrong filter (%s) is named, and the form stays", async (query) => {
    const { page } = await visitor({ mayHear: /status of 4/ });
    const answer = await page.goto(`${laws.path[locale]}?${query}`);
    expect(answer!.status()).toBeGreaterThanOrEqual(400);
    expect(answer!.status()).toBeLessThan(500);
    await hydrated(page);
    expect(await page.getByRole("alert").innerText()).toMatch(/\w{3}/);
    expect(await page.getByRole("alert").innerText()).not.toMatch(/[a-z]+\.[a-z_]+/);
    await page.getByLabel(phrases(locale, "collections")("filter_text")).fill("keshill");
    await page.getByRole("button", { name: phrases(locale, "collections")("filter_send") }).click();
    await page.waitForURL(/q=keshill/);
  });

  it("a part of the address that means nothing is passed over", async () => {
    const { page, open } = await visitor();
    const answer = await open(`${laws.path[locale]}?kot=1`);
    expect(answer.status()).toBe(200);
    expect(await page.locator("link[rel=canonical]").getAttribute("href")).not.toContain("kot");
    expect(await page.getByRole("rowheader").count()).toBeGreaterThan(0);
  });
});
