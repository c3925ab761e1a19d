import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { elementByCode, partByCode } from "../../server/features/elements/catalogue.shared.ts";
import { visitors } from "./support/visitor.ts";

const visitor = visitors();
const part = partByCode("I");
const laws = elementByCode("I.1.1");

/** What the line above all pages asks by itself while a meeting sits or is about to. */
const isWatching = (url: string) => new URL(url).pathname === "/api/v1/live";

/** Follows what the page asks of the API, and when. */
function questions(page: Page) {
  let asked: { url: string; at: number; answered: number }[] = [];
  page.on("request", (request) => {
    const url = request.url();
    if (url.includes("/api/") && !isWatching(url)) asked.push({ url, at: performance.now(), answered: Infinity });
  });
  page.on("response", (response) => {
    const question = asked.find(({ url }) => url === response.url());
    if (question) question.answered = performance.now();
  });
  return {
    /** What was asked since the last call. */
    take() {
      const taken = asked;
      asked = [];
      return taken;
    },
  };
}

/** A mark on the document: a new document has none. */
const mark = (page: Page) => page.evaluate(() => document.body.setAttribute("data-mark", "here"));
const isSameDocument = (page: Page) => page.evaluate(() => document.body.dataset.mark === "here");
const focused = (page: Page) => page.evaluate(() => document.activeElement?.id);

describe.each(["sq", "en"] as const)("Walking through the site in %s", (locale) => {
  it("never loads the document anew, names every page, and leads the reader to its content", async () => {
    const { page, open } = await visitor();
    const asked = questions(page);
    await open(locale === "sq" ? "/" : "/en/");
    await page.waitForLoadState("networkidle");
    expect(asked.take(), "the first page brings what it shows").toEqual([]);
    await mark(page);
    const home = await page.title();

    const arrives = async (heading: string, path: string) => {
      await page.getByRole("heading", { level: 1, name: heading, exact: true }).waitFor();
      expect(new URL(page.url()).pathname).toBe(path);
      expect(await page.title()).toBe(`${heading} – ${home}`);
      await expect.poll(() => focused(page)).toBe("main");
      expect(await page.evaluate(() => scrollY), "a new page begins at its top").toBe(0);
      expect(await isSameDocument(page)).toBe(true);
    };
    const isAskedOnce = (what: string) => {
      const taken = asked.take();
      expect(new Set(taken.map(({ url }) => url)).size, what).toBe(taken.length);
      const firstAnswer = Math.min(...taken.map(({ answered }) => answered));
      expect(
        taken.filter(({ at }) => at > firstAnswer),
        `${what} waits for one answer before it asks the next`,
      ).toEqual([]);
      return taken.length;
    };

    const navigation = page.locator("nav.nav a");
    await navigation.first().click();
    await arrives(part.title[locale], part.path[locale]);
    expect(isAskedOnce("a part")).toBe(1);

    await page.getByRole("main").getByRole("link", { name: laws.short[locale], exact: true }).click();
    await arrives(laws.short[locale], laws.path[locale]);
    expect(isAskedOnce("a collection")).toBeLessThanOrEqual(2);

    await page.mouse.wheel(0, 600);
    const row = page.getByRole("rowheader").nth(4).getByRole("link");
    const title = await row.innerText();
    const slug = (await row.getAttribute("href"))!;
    await row.click();
    await arrives(title, slug);
    expect(isAskedOnce("an article")).toBe(1);

    await page.goBack();
    await page.getByRole("heading", { level: 1, name: laws.short[locale] }).waitFor();
    expect(await page.title()).toBe(`${laws.short[locale]} – ${home}`);
    await page.goBack();
    await page.getByRole("heading", { level: 1, name: part.title[locale] }).waitFor();
    await page.goForward();
    await page.getByRole("heading", { level: 1, name: laws.short[locale] }).waitFor();
    await page.goForward();
    await page.getByRole("heading", { level: 1, name: title, exact: true }).waitFor();
    expect(await page.title()).toBe(`${title} – ${home}`);
    expect(asked.take(), "what was read a moment ago is not asked again").toEqual([]);

    await page.locator("a.name").click();
    await page.waitForURL((url) => url.pathname === (locale === "sq" ? "/" : "/en/"));
    await expect.poll(() => page.title()).toBe(home);
    await page.waitForLoadState("networkidle");
    isAskedOnce("the home page");
    expect(await isSameDocument(page)).toBe(true);
  });

  it("turns the pages of a list and comes back to where it was", async () => {
    const { page, open } = await visitor();
    const asked = questions(page);
    await open(laws.path[locale]);
    await mark(page);
    const first = await page.getByRole("rowheader").first().innerText();
    await page.locator("nav.pager a[rel=next]").click();
    await page.waitForURL(/\?page=2$/);
    await expect.poll(() => page.getByRole("rowheader").first().innerText()).not.toBe(first);
    expect(await page.locator("nav.pager [aria-current=page]").innerText()).toBe("2");
    expect(asked.take()).toHaveLength(1);
    await page.goBack();
    await expect.poll(() => page.getByRole("rowheader").first().innerText()).toBe(first);
    expect(await isSameDocument(page)).toBe(true);
  });

  it("tells apart what is not there, also when it is reached inside the browser", async () => {
    const { page, open } = await visitor({ mayHear: /404 \(Not Found\)/ });
    await open(laws.path[locale]);
    await mark(page);
    await page
      .getByRole("rowheader")
      .first()
      .getByRole("link")
      .evaluate((link, path) => link.setAttribute("href", path), `${laws.path[locale]}/nuk-ekziston`);
    await page.getByRole("rowheader").first().getByRole("link").click();
    await expect.poll(() => page.locator("main .kicker").innerText()).toBe("404");
    expect(await isSameDocument(page)).toBe(true);
  });
});

it("A link to a section leads there and the reader's place with it", async () => {
  const { page, open } = await visitor();
  await open(part.path.sq);
  const link = page.locator("nav.contents a").nth(3);
  const target = (await link.getAttribute("href"))!;
  await link.click();
  await page.waitForURL(new RegExp(`${target}$`));
  const top = await page.locator(target).evaluate((section) => section.getBoundingClientRect().top);
  expect(top).toBeGreaterThanOrEqual(0);
  expect(top).toBeLessThan(200);
});
