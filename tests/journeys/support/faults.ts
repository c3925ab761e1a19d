import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { NodeResult, RunOptions } from "axe-core";
import type { Page } from "playwright-core";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const everything = { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] };
/** What another colour scheme can change. */
const colours = { runOnly: { type: "rule", values: ["color-contrast", "link-in-text-block"] } };

/**
 * Contrasts that axe cannot tell: the striped band marks an example, and both colours of its stripes are proven for each
 * theme; figures of one digit and the arrows of keys have the colour of what is longer beside them; the number in the
 * middle of a hemicycle has the page's ink on the page's paper, whatever is drawn around it.
 */
const unclear = /bgGradient|shortTextContent|nonBmp|imgNode/;
/**
 * Where it cannot tell any: texts of a drawing lie on its own surfaces, in colours whose contrast the server reckons and the
 * page tells beside it; of a table that is wider than the screen, cells lie partly beyond the edge, ink on paper.
 */
const unclearIn = "svg.preview text, .council-form :is(th, td, td *)";

type Axe = typeof import("axe-core");

/** What axe finds on a page to which `letAxeIn` brought it, each with the first places, also where it cannot tell a contrast. */
export async function findings(page: Page, of: "everything" | "colours"): Promise<string[]> {
  const { violations, untold } = await page.evaluate(
    async ([options, colours, unclearIn, unclear]) => {
      const { axe } = globalThis as unknown as { axe: Axe };
      const run = (given: unknown) => axe.run(given as RunOptions);
      const isTold = ({ target, any }: NodeResult) =>
        document.querySelector(String(target[0]))?.matches(unclearIn) ||
        new RegExp(unclear).test(any[0]?.data?.messageKey);
      const contrasts = ({ incomplete }: Awaited<ReturnType<typeof run>>) =>
        incomplete
          .filter(({ id }) => id === "color-contrast")
          .map((rule) => ({ ...rule, nodes: rule.nodes.filter((node) => !isTold(node)) }))
          .filter(({ nodes }) => nodes.length > 0);
      const found = await run(options);
      const { violations } = found;
      if (contrasts(found).length === 0) return { violations, untold: [] };
      // What a bar lies over that stays while the page is scrolled is read once it is scrolled.
      const bars = [...document.querySelectorAll<HTMLElement>("body *")].filter(
        (element) => getComputedStyle(element).position === "sticky",
      );
      for (const bar of bars) bar.style.position = "static";
      const anew = await run(colours);
      for (const bar of bars) bar.style.position = "";
      return { violations: [...violations, ...anew.violations], untold: contrasts(anew) };
    },
    [of === "everything" ? everything : colours, colours, unclearIn, unclear.source] as const,
  );
  const place = ({ html, any }: NodeResult) => `${html.slice(0, 160)} ${any[0]?.message ?? ""}`;
  return [...violations, ...untold].map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map(place).join(" | ")}`);
}

/** By evaluation, because the page's own policy lets no foreign script in. */
export const letAxeIn = (page: Page): Promise<unknown> => page.evaluate(axe);

/** What keeps people out, by day and by night, and what does not fit on a narrow screen. */
export async function faultsOf(page: Page): Promise<string[]> {
  const faults: string[] = [];
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    if (colorScheme === "light") await letAxeIn(page);
    const here = await findings(page, colorScheme === "light" ? "everything" : "colours");
    faults.push(...here.map((fault) => `${colorScheme} ${fault}`));
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
