import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults } from "axe-core";
import type { Page } from "playwright-core";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** What keeps people out, by day and by night, and what does not fit on a narrow screen. */
export async function faultsOf(page: Page): Promise<string[]> {
  const faults: string[] = [];
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    if (colorScheme === "light") await page.evaluate(axe);
    const options =
      colorScheme === "light"
        ? { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] }
        : { runOnly: { type: "rule", values: ["color-contrast", "link-in-text-block"] } };
    const { violations } = (await page.evaluate(
      (given) => (globalThis as unknown as { axe: { run(options: object): Promise<AxeResults> } }).axe.run(given),
      options as object,
    )) as AxeResults;
    faults.push(...violations.map(({ id, nodes }) => `${colorScheme} ${id}: ${nodes[0]!.html.slice(0, 160)}`));
  }
  faults.push(
    ...(await page.evaluate(() => {
      const found: string[] = [];
      const ids = [...document.querySelectorAll("[id]")].map(({ id }) => id);
      const twice = ids.filter((id, at) => ids.indexOf(id) !== at);
      if (twice.length > 0) found.push(`ids used twice: ${[...new Set(twice)]}`);
      const { scrollWidth, clientWidth } = document.documentElement;
      if (scrollWidth > clientWidth) {
        const widest = [...document.body.querySelectorAll("*")]
          .filter((one) => one.checkVisibility() && !one.closest(".scrolls"))
          .find((one) => one.getBoundingClientRect().right > clientWidth + 1);
        found.push(`${scrollWidth - clientWidth} pixels wider than the screen: ${widest?.outerHTML.slice(0, 120)}`);
      }
      return found;
    })),
  );
  return faults;
}
