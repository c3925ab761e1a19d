import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { elementByCode, partByCode } from "../../server/features/elements/catalogue.shared.ts";
import { phrases } from "../../server/http/phrases.ts";
import { ask } from "./support/ask.ts";
import { hydrated, telephone, visitors } from "./support/visitor.ts";

const visitor = visitors();
const laws = elementByCode("I.1.1");

describe.each(["sq", "en"] as const)("On a telephone's home screen, in %s,", (locale) => {
  const t = phrases(locale, "common");
  const home = locale === "sq" ? "/" : "/en/";

  it("the site has a name, an icon and its council's colour", async () => {
    const { page, open } = await visitor(telephone);
    await open(home);
    const href = await page.locator("link[rel=manifest]").getAttribute("href");
    const manifest = await page.evaluate(async (address) => (await fetch(address)).json(), href!);
    expect(manifest).toMatchObject({ lang: locale, display: "standalone", start_url: home, scope: "/" });
    expect(manifest.name).toContain("Valbardhë");
    expect(manifest.short_name.length).toBeLessThanOrEqual(12);
    expect(manifest.theme_color).toBe(await page.locator("meta[name=theme-color]").getAttribute("content"));
    expect(manifest.icons.length).toBeGreaterThan(0);
    for (const { src, sizes } of manifest.icons) {
      const drawn = await page.evaluate(async (address) => {
        const image = new Image();
        image.src = address;
        await image.decode();
        return `${image.naturalWidth}x${image.naturalHeight}`;
      }, src);
      expect(drawn).toBe(sizes);
    }
    const purposes = manifest.icons.map(({ purpose }: { purpose: string }) => purpose);
    expect(purposes).toContain("any");
    expect(purposes).toContain("maskable");
    const session = await page.context().newCDPSession(page);
    const { installabilityErrors } = await session.send("Page.getInstallabilityErrors");
    // Chromium never offers what is opened privately, and every visitor here is.
    expect(installabilityErrors.filter(({ errorId }) => errorId !== "in-incognito")).toEqual([]);
  });

  describe("without a connection", () => {
    const offline = async () => {
      const { page, context, open } = await visitor({
        ...telephone,
        mayHear: /ERR_INTERNET_DISCONNECTED|ERR_FAILED|Failed to fetch/,
      });
      await open(home);
      await page.evaluate(async () => {
        await navigator.serviceWorker.ready;
        if (!navigator.serviceWorker.controller)
          await new Promise((resolve) => navigator.serviceWorker.addEventListener("controllerchange", resolve));
      });
      await context.setOffline(true);
      return { page, context };
    };
    const heading = (page: Page, name: string) => page.getByRole("heading", { level: 1, name, exact: true }).waitFor();

    it("it says so in the reader's language, in its own looks, and comes back with the connection", async () => {
      const { page, context } = await offline();
      await page.goto(laws.path[locale]);
      await heading(page, t("offline.title"));
      expect(await page.locator("html").getAttribute("lang")).toBe(locale);
      expect(await page.title()).toContain(t("offline.title"));
      expect(await page.locator("main").evaluate((main) => getComputedStyle(main).paddingTop)).not.toBe("0px");
      expect(
        await page.evaluate(async () => [...(await document.fonts.ready)].some(({ status }) => status === "loaded")),
      ).toBe(true);
      await context.setOffline(false);
      await page.reload();
      await hydrated(page);
      await heading(page, laws.short[locale]);
    });

    it("it says so too when the reader follows a link, and leads back", async () => {
      const { page, context } = await offline();
      await page.locator("nav.nav a").first().tap();
      await heading(page, t("offline.title"));
      expect(new URL(page.url()).pathname).toBe(partByCode("I").path[locale]);
      await context.setOffline(false);
      await page.reload();
      await hydrated(page);
      await heading(page, partByCode("I").title[locale]);
      await page.goBack();
      await hydrated(page);
      expect(new URL(page.url()).pathname).toBe(home);
    });
  });
});

it("The worker in the browser keeps no page of a council but the one without a connection", async () => {
  const { page, open } = await visitor();
  await open("/");
  await page.evaluate(() => navigator.serviceWorker.ready);
  await open(laws.path.sq);
  const kept = await page.evaluate(async () => {
    const caches = await window.caches.keys();
    const requests = await Promise.all(caches.map(async (name) => (await window.caches.open(name)).keys()));
    return requests.flat().map(({ url }) => new URL(url).pathname);
  });
  expect(kept.filter((path) => !path.startsWith("/assets/")).sort()).toEqual(["/en/offline", "/pa-lidhje"]);
});

it("A suspended or unknown site cannot be installed", async () => {
  for (const host of ["berat.localhost", "askush.localhost"])
    expect((await ask(host, "/manifest.webmanifest")).status).toBeGreaterThanOrEqual(404);
});
