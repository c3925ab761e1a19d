import type { Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { findings, letAxeIn } from "./support/faults.ts";
import { type Template, templates } from "./support/templates.ts";
import { siteOf, visitors } from "./support/visitor.ts";

const visitor = visitors();
let all: Template[];
beforeAll(async () => {
  all = await templates();
});

/** What a validator of HTML would say, as far as readers notice it. */
const structure = (page: Page, locale: string) =>
  page.evaluate((language) => {
    const faults: string[] = [];
    const ids = [...document.querySelectorAll("[id]")].map(({ id }) => id);
    const twice = ids.filter((id, at) => ids.indexOf(id) !== at);
    if (twice.length > 0) faults.push(`ids used twice: ${twice}`);
    const ranks = [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")].map(({ localName }) => Number(localName[1]));
    if (ranks.filter((rank) => rank === 1).length !== 1) faults.push(`headings of the first rank: ${ranks}`);
    const main = [...document.querySelectorAll("main :is(h1, h2, h3, h4, h5, h6)")].map(({ localName }) =>
      Number(localName[1]),
    );
    if (main[0] !== 1 || main.some((rank, at) => at > 0 && rank > main[at - 1]! + 1))
      faults.push(`headings out of order: ${main}`);
    if (document.documentElement.lang !== language) faults.push(`the document is in ${document.documentElement.lang}`);
    for (const image of document.querySelectorAll("img"))
      if (!image.hasAttribute("alt")) faults.push(`no alternative text: ${image.src}`);
    for (const image of document.querySelectorAll("figure img, .albums img"))
      if (!image.getAttribute("alt")) faults.push(`a photo without words: ${image.getAttribute("src")}`);
    for (const pointing of document.querySelectorAll("[aria-labelledby], [aria-describedby], label[for]"))
      for (const name of ["aria-labelledby", "aria-describedby", "for"])
        for (const id of pointing.getAttribute(name)?.split(" ") ?? [])
          if (!document.getElementById(id)) faults.push(`${name} points to ${id}, which is not there`);
    for (const link of document.querySelectorAll<HTMLAnchorElement>('a[href^="#"]'))
      if (!document.getElementById(link.hash.slice(1))) faults.push(`a link to ${link.hash}, which is not there`);
    for (const nested of document.querySelectorAll(
      "a a, a button, button a, p p, p div, p ul, li > li, ul > :not(li), ol > :not(li), dl > :not(div, dt, dd)",
    ))
      faults.push(`wrongly nested: ${nested.outerHTML.slice(0, 80)}`);
    if (!document.title.trim()) faults.push("no title");
    return faults;
  }, locale);

/** Two pages at a time: each is a process of its own. */
async function eachOf<T>(items: readonly T[], work: (page: Page, item: T) => Promise<void>) {
  // A colour that is under way from one scheme to the other is neither.
  const { context, page } = await visitor({ reducedMotion: "reduce", mayHear: /status of (4|503)/ });
  const left = [...items];
  const worker = async (own: Page) => {
    for (let item = left.shift(); item; item = left.shift()) await work(own, item);
  };
  await Promise.all([worker(page), worker(await context.newPage())]);
}

describe.each(["sq", "en"] as const)("In %s nothing keeps people out", (locale) => {
  it("of any kind of page, by day and by night", { timeout: 240_000 }, async () => {
    const faults: Record<string, string[]> = {};
    await eachOf(all, async (page, { name, council, paths, status }) => {
      await page.emulateMedia({ colorScheme: "light" });
      const answer = await page.goto(siteOf(council) + paths[locale]);
      expect(answer!.status(), name).toBe(status);
      await letAxeIn(page);
      const here = [...(await structure(page, locale)), ...(await findings(page, "everything"))];
      await page.emulateMedia({ colorScheme: "dark" });
      here.push(...(await findings(page, "colours")).map((fault) => `in the dark, ${fault}`));
      if (here.length > 0) faults[name] = here;
    });
    expect(faults).toEqual({});
  });
});

it("The colours of the other councils can be read too, by day and by night", { timeout: 120_000 }, async () => {
  const faults: Record<string, string[]> = {};
  await eachOf(["gurekuq", "detas", "korce"], async (page, council) => {
    for (const path of ["/", "/legjislacioni", "/plani-i-faqes"])
      for (const colorScheme of ["light", "dark"] as const) {
        await page.emulateMedia({ colorScheme });
        await page.goto(siteOf(council) + path);
        await letAxeIn(page);
        const here = await findings(page, "colours");
        if (here.length > 0) faults[`${council}${path} ${colorScheme}`] = here;
      }
  });
  expect(faults).toEqual({});
});
