import type { Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { type Template, templates } from "./support/templates.ts";
import { siteOf, visitors } from "./support/visitor.ts";

const visitor = visitors();
let all: Template[];
beforeAll(async () => {
  all = await templates();
});

/** What does not fit: a page that scrolls sideways, and text in a box that does not grow with it. */
const misfits = (page: Page) =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    const found = scrollWidth > clientWidth ? [`the page is ${scrollWidth} wide`] : [];
    const closed = /hidden|clip/;
    for (const element of document.body.querySelectorAll<HTMLElement>("*")) {
      if (element.closest("svg, .hidden-visually, .skip, .scrolls, thead") || !element.checkVisibility()) continue;
      const name = `${element.localName}.${element.className} “${element.textContent?.trim().slice(0, 30)}”`;
      const { overflowX, overflowY, clipPath } = getComputedStyle(element);
      // Only read out, as whatever is called so.
      if (clipPath === "inset(50%)") continue;
      const isWide = element.scrollWidth > element.clientWidth + 1;
      const isTall = element.scrollHeight > element.clientHeight + 1;
      const isText = [...element.childNodes].some(
        (node) => node.nodeType === Node.TEXT_NODE && node.textContent!.trim() !== "",
      );
      if (isText && ((closed.test(overflowX) && isWide) || (closed.test(overflowY) && isTall)))
        found.push(`${name} is cut`);
      if (isText && element.getBoundingClientRect().right > clientWidth + 1) found.push(`${name} is beyond the edge`);
    }
    return found;
  });

/** What readers may set for themselves (WCAG 1.4.12). */
const spread = (page: Page) =>
  page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }",
    );
    document.adoptedStyleSheets = [sheet];
  });

describe.each(["sq", "en"] as const)("In %s every page can be read without scrolling sideways", (locale) => {
  it("on 320 pixels, at 200 % zoom, and with the reader's own spacing", { timeout: 120_000 }, async () => {
    const { page } = await visitor({ javaScriptEnabled: false, mayHear: /status of (4|503)/ });
    const found: Record<string, string[]> = {};
    const note = async (where: string) => {
      const here = await misfits(page);
      if (here.length > 0) found[where] = here;
    };
    for (const { name, council, paths, status } of all) {
      await page.setViewportSize({ width: 320, height: 640 });
      const answer = await page.goto(siteOf(council) + paths[locale]);
      expect(answer!.status(), name).toBe(status);
      await note(`${name} at 320`);
      await spread(page);
      await note(`${name} at 320, spread`);
      await page.setViewportSize({ width: 640, height: 450 });
      await note(`${name} at 640, spread`);
    }
    expect(found).toEqual({});
  });
});
