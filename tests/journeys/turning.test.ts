import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { elementsOf, parts, sectionsOf } from "../../server/features/elements/catalogue.shared.ts";
import { hydrated, visitors } from "./support/visitor.ts";

const visitor = visitors();
const told = (page: Page) => page.locator("main").innerText();

/** One address of this page for each filter, sheet or order that its links lead to. */
async function turnsOf(page: Page): Promise<string[]> {
  const addresses = await page
    .locator("main a[href]")
    .evaluateAll((links) =>
      (links as HTMLAnchorElement[])
        .filter(
          ({ pathname, search }) => pathname === location.pathname && search !== "" && !search.includes("format="),
        )
        .map(({ pathname, search }) => pathname + search),
    );
  const kinds = new Map<string, string>();
  for (const address of addresses) {
    const names = [...new URL(address, page.url()).searchParams.keys()].sort().join();
    if (address !== new URL(page.url()).pathname + new URL(page.url()).search) kinds.set(names, address);
  }
  return [...kinds.values()];
}

/** Lets the page's own script turn to an address that one of its links has. */
const turn = (page: Page, address: string) =>
  page.evaluate((to) => {
    const link = [...document.querySelectorAll<HTMLAnchorElement>("main a[href]")].find(
      ({ pathname, search }) => pathname + search === to,
    );
    link?.click();
    return link !== undefined;
  }, address);

describe("What a page turns to by script", () => {
  it.each(parts)(
    "is what the server would have drawn, in part $code",
    async ({ code }) => {
      const { page, open } = await visitor();
      const fresh = await visitor();
      for (const { path } of sectionsOf(code).flatMap((section) => elementsOf(section.code))) {
        await open(path.sq);
        const turned = new Set<string>();
        for (let times = 0; times < 8; times++) {
          const address = (await turnsOf(page)).find((one) => !turned.has(one));
          if (!address) break;
          turned.add(address);
          expect(await turn(page, address)).toBe(true);
          await page.waitForURL((url) => url.pathname + url.search === address);
          await hydrated(page);
          await page.waitForLoadState("networkidle");
          await fresh.open(address);
          const drawn = await told(fresh.page);
          await expect.poll(() => told(page), { message: address }).toBe(drawn);
        }
      }
    },
    300_000,
  );
});
