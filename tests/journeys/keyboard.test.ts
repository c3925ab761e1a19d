import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { elementByCode } from "../../server/features/elements/catalogue.shared.ts";
import { phrases } from "../../server/http/phrases.ts";
import { hydrated, siteOf, visitors } from "./support/visitor.ts";

const visitor = visitors();
const laws = elementByCode("I.1.1");

interface Focus {
  /** What has the focus, as a reader of the test recognises it; `null` when nothing of the page has. */
  what: string | null;
  /** Drawn around it, at least two pixels thick and in a colour of its own. */
  isMarked: boolean;
  isInView: boolean;
  /** Nothing else lies over it. */
  isUncovered: boolean;
}

const focus = (page: Page): Promise<Focus> =>
  page.evaluate(() => {
    const element = document.activeElement;
    if (!element || element === document.body) return { what: null, isMarked: true, isInView: true, isUncovered: true };
    const style = getComputedStyle(element);
    const box = element.getClientRects()[0] ?? element.getBoundingClientRect();
    const top = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
    return {
      what: `${element.localName}${element.id && `#${element.id}`} ${element.textContent?.trim().slice(0, 40)}`,
      isMarked:
        style.outlineStyle !== "none" &&
        Number.parseFloat(style.outlineWidth) >= 2 &&
        style.outlineColor !== getComputedStyle(element.parentElement!).backgroundColor,
      isInView: box.top > -1 && box.bottom < innerHeight + 1 && box.left > -1 && box.right < innerWidth + 1,
      isUncovered: top !== null && (element.contains(top) || top.contains(element)),
    };
  });

/** Everything on the page that can be reached, in the order of the document. */
const reachable = (page: Page) =>
  page.evaluate(() => {
    const all = [...document.querySelectorAll<HTMLElement>("a[href], button, input, select, textarea, summary")];
    return all.filter((element) => element.checkVisibility({ visibilityProperty: true })).length;
  });

async function tabThrough(page: Page) {
  const stops: Focus[] = [];
  for (const limit = (await reachable(page)) + 5; stops.length < limit; ) {
    await page.keyboard.press("Tab");
    const stop = await focus(page);
    if (stop.what === null) break;
    stops.push(stop);
  }
  return stops;
}

describe("With the keyboard alone", () => {
  it.each([
    ["a collection with filters", laws.path.sq],
    ["an article with files", `${laws.path.en}/rregullorja-e-brendshme`],
    ["the home page", "/"],
    ["the map of the site", "/en/site-map"],
    ["an album", elementByCode("V.1.5").path.sq],
  ])("everything on %s is reached in order, seen, and left again", async (_, path) => {
    const { page, open } = await visitor();
    await open(path);
    const stops = await tabThrough(page);
    expect(stops.length, "all of it, and no trap").toBe(await reachable(page));
    expect(stops.filter((stop) => !(stop.isMarked && stop.isInView && stop.isUncovered))).toEqual([]);
  });

  it("in the dark too, and on the directory of all councils", async () => {
    const { page, open } = await visitor({ council: null, colorScheme: "dark" });
    await open("/");
    const stops = await tabThrough(page);
    expect(stops.length).toBe(await reachable(page));
    expect(stops.filter((stop) => !(stop.isMarked && stop.isInView && stop.isUncovered))).toEqual([]);
  });

  describe.each(["sq", "en"] as const)("in %s", (locale) => {
    const t = phrases(locale, "common");

    it("a reader skips what stands on every page", async () => {
      const { page, open } = await visitor();
      await open(laws.path[locale]);
      await page.keyboard.press("Tab");
      const skip = await focus(page);
      expect(skip).toEqual({ what: `a ${t("site.skip")}`, isMarked: true, isInView: true, isUncovered: true });
      await page.keyboard.press("Enter");
      await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe("main");
      await page.keyboard.press("Tab");
      expect(await page.evaluate(() => document.activeElement!.closest("main") !== null)).toBe(true);
    });

    it("a reader chooses in the menu, filters a list, opens a document and its proof", async () => {
      const { page, open } = await visitor();
      await open(locale === "sq" ? "/" : "/en/");
      const menu = page.locator("nav.nav a");
      await menu.first().focus();
      await page.keyboard.press("Tab");
      await page.keyboard.press("Shift+Tab");
      await page.keyboard.press("Enter");
      await page.waitForURL(/(keshilli|council)$/);
      await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe("main");

      await page.goto(`${siteOf("valbardhe")}${laws.path[locale]}`);
      await hydrated(page);
      await page.locator("#q").focus();
      await page.keyboard.type("rregullore");
      for (
        let step = 0;
        step < 10 && !(await page.locator("#status").evaluate((it) => it === document.activeElement));
        step++
      )
        await page.keyboard.press("Tab");
      await page.keyboard.press("ArrowDown");
      const chosen = await page.locator("#status").inputValue();
      expect(chosen).not.toBe("");
      await page.locator("#q").focus();
      await page.keyboard.press("Enter");
      await page.waitForURL(
        (url) => url.searchParams.get("q") === "rregullore" && url.searchParams.get("status") === chosen,
      );
      await hydrated(page);
      const row = page.getByRole("rowheader").first().getByRole("link");
      const title = await row.innerText();
      await row.focus();
      await page.keyboard.press("Enter");
      await page.getByRole("heading", { level: 1, name: title, exact: true }).waitFor();
      await page.locator("main summary").first().focus();
      await page.keyboard.press("Enter");
      expect(await page.locator("details code").first().isVisible()).toBe(true);
    });

    it("a reader turns the pages of a list", async () => {
      const { page, open } = await visitor();
      await open(laws.path[locale]);
      await page.getByRole("link", { name: t("pager.next") }).focus();
      await page.keyboard.press("Enter");
      await page.waitForURL(/page=2$/);
      await expect.poll(() => page.locator("nav.pager [aria-current=page]").innerText()).toBe("2");
      await page.getByRole("link", { name: t("pager.previous") }).focus();
      await page.keyboard.press("Enter");
      await page.waitForURL((url) => url.search === "");
    });
  });
});
