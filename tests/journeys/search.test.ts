import { describe, expect, it } from "vitest";
import { phrases } from "../../server/http/phrases.ts";
import { plainPages } from "../../server/pages/page-routes.shared.ts";
import { hydrated, telephone, visitors } from "./support/visitor.ts";

const visitor = visitors();
const asked = { sq: "tarifen e plehrave", en: "budget" } as const;
const begun = { sq: "buxh", en: "budg" } as const;

describe.each(["sq", "en"] as const)("Whoever searches in %s", (locale) => {
  const t = phrases(locale, "search");
  const home = plainPages.home[locale];

  it("types into the head of any page on a telephone, and reads what was found with the words marked", async () => {
    const { page, open } = await visitor(telephone);
    await open(home);
    const box = page.getByLabel(t("label"));
    await box.fill(asked[locale]);
    await page.getByRole("button", { name: t("go") }).tap();
    await page.waitForURL(
      (url) => url.pathname === plainPages.search[locale] && url.searchParams.get("q") === asked[locale],
    );
    await hydrated(page);
    expect(await page.locator(".hits > li").count()).toBeGreaterThan(3);
    expect(await page.locator(".hits mark").count()).toBeGreaterThan(3);
    const kind = page
      .getByRole("navigation", { name: t("kinds") })
      .getByRole("link")
      .nth(1);
    const count = Number(await kind.locator(".how-many").innerText());
    await kind.tap();
    await page.waitForURL(/[?&]kind=/);
    await hydrated(page);
    expect(await page.locator(".found h2").innerText()).toBe(t("found", { count }));
  });

  it("chooses a suggestion with the arrows, and closes the list with Escape", async () => {
    const { page, open } = await visitor();
    await open(home);
    await hydrated(page);
    const box = page.locator("#site-search");
    await box.focus();
    await page.waitForFunction(() => document.querySelector("#site-search")?.getAttribute("role") === "combobox");
    await box.pressSequentially(begun[locale], { delay: 20 });
    const list = page.getByRole("listbox");
    await list.waitFor();
    expect(await box.getAttribute("aria-expanded")).toBe("true");
    await box.press("Escape");
    expect(await list.isVisible()).toBe(false);
    await box.press("ArrowDown");
    const chosen = page.getByRole("option", { selected: true });
    expect(await box.getAttribute("aria-activedescendant")).toBe(await chosen.getAttribute("id"));
    await box.press("Enter");
    await page.waitForURL((url) => url.pathname !== home);
    await page.getByRole("heading", { level: 1 }).waitFor();
  });

  it("needs no script, and is led straight to an act by its number", async () => {
    const { page, open } = await visitor({ javaScriptEnabled: false });
    await open(home);
    await page.getByLabel(t("label")).fill("VKB 12/2026");
    await page.getByRole("button", { name: t("go") }).click();
    await page.waitForURL(/vendim-12-2026$/);
    await open(`${plainPages.search[locale]}?q=kozmodrom`);
    await page.getByRole("heading", { name: t("help") }).waitFor();
    expect(await page.getByRole("link", { name: t("ask") }).count()).toBe(1);
  });
});
