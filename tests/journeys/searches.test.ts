import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { phrases } from "../../server/http/phrases.ts";
import { plainPages } from "../../server/pages/page-routes.shared.ts";
import { signUp } from "./support/sign-up.ts";
import { hydrated, siteOf, telephone, visitors } from "./support/visitor.ts";

const visitor = visitors();
const ways = [
  { locale: "sq", isScripted: true, vain: "patinazh mbi akull" },
  { locale: "en", isScripted: false, vain: "ice skating rink" },
] as const;
const desks = { sq: "/admin/kerkimet", en: "/en/admin/searches" } as const;

describe.each(ways)("In $locale, with script: $isScripted,", ({ locale, isScripted, vain }) => {
  const t = phrases(locale, "search");
  const desk = phrases(locale, "searches");
  const common = { javaScriptEnabled: isScripted };
  const settled = (page: Page) => (isScripted ? hydrated(page) : page.waitForLoadState());
  const everywhere = plainPages.search[locale];

  it("the secretary reads what people looked for in vain, how often, and looks for it again", async () => {
    const resident = await visitor({ ...telephone, ...common });
    for (const typed of [vain, vain.toUpperCase(), vain]) {
      await resident.open(plainPages.home[locale]);
      await resident.page.getByLabel(t("label")).fill(typed);
      await resident.page.getByRole("button", { name: t("go") }).click();
      await resident.page.getByRole("heading", { name: t("help") }).waitFor();
    }
    const { page, open } = await visitor(common);
    await signUp(page, "Vera Noka", "secretary");
    await open(desks[locale]);
    const row = page.getByRole("row").filter({ hasText: vain });
    await expect
      .poll(async () => {
        await open(desks[locale]);
        return (await row.getByRole("cell").allInnerTexts()).slice(0, 2);
      })
      .toEqual([desk(`site.${locale}`), "3"]);
    await row.getByRole("link", { name: vain }).click();
    await page.waitForURL((url) => url.pathname === everywhere && url.searchParams.get("q") === vain);
    await page.getByRole("heading", { name: t("nothing", { q: vain }) }).waitFor();
  });

  it("whoever runs no council's site asks all councils at once by the keyboard, and narrows it to one", async () => {
    const { page, open } = await visitor({ council: null, ...common });
    await open(plainPages.home[locale]);
    const box = page.getByRole("searchbox", { name: t("question") });
    await box.focus();
    await page.keyboard.type(locale === "sq" ? "buxheti" : "budget");
    await page.keyboard.press("Enter");
    await page.waitForURL((url) => url.pathname === everywhere && url.searchParams.has("q"));
    await settled(page);
    const councils = page.getByRole("navigation", { name: t("council") });
    const hits = page.locator(".hits > li");
    const of = (place: string) => councils.getByRole("link", { name: place });
    expect(await councils.innerText()).toContain(phrases(locale, "directory")("examples"));
    await of("Gurëkuq").focus();
    await page.keyboard.press("Enter");
    await page.waitForURL((url) => url.searchParams.get("council") === "gurekuq");
    await settled(page);
    await expect.poll(() => of("Gurëkuq").getAttribute("aria-current")).toBe("true");
    const whose = await hits.locator(".stamp > b").allInnerTexts();
    expect(whose.length > 0 && whose.every((name) => name.includes("Gurëkuq"))).toBe(true);
    const href = (await hits.first().getByRole("link").first().getAttribute("href"))!;
    expect(href.startsWith(siteOf("gurekuq"))).toBe(true);
    await hits.first().getByRole("heading").getByRole("link").click();
    await page.waitForURL((url) => url.host === new URL(siteOf("gurekuq")).host);
  });

  it("a council that does not agree to it is found on its own site alone, until it agrees again", async () => {
    const { page, open } = await visitor({ council: "gurekuq", ...common });
    await signUp(page, "Petrit Deda", "secretary", "gurekuq");
    const isFound = async () => {
      const { page: other, open: go } = await visitor({ council: null, ...common });
      await go(`${everywhere}?q=${locale === "sq" ? "buxheti" : "budget"}&council=gurekuq`);
      return (await other.locator(".hits > li").count()) > 0;
    };
    for (const agrees of [false, true]) {
      await open(desks[locale]);
      await page.getByLabel(desk("together_on")).setChecked(agrees);
      await page.getByRole("button", { name: desk("save"), exact: true }).click();
      await page
        .getByRole("status")
        .filter({ hasText: desk("done_saved") })
        .waitFor();
      expect(await isFound()).toBe(agrees);
    }
  });
});
