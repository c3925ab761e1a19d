import type { BrowserContext, Page } from "playwright-core";
import { expect, it } from "vitest";
import type { Services } from "../../server/http/services.ts";
import { type Locale, locales } from "../../server/locale.shared.ts";
import type { WorkspaceParts } from "../../server/workspace/feature.ts";
import { workspaceFeatures } from "../../server/workspace/features.ts";
import { faultsOf } from "./support/faults.ts";
import { signUp } from "./support/sign-up.ts";
import { visitors } from "./support/visitor.ts";

const visitor = visitors();

/** Every address that the workspace answers with something to read; the features are only named here, and lent nothing. */
const templates = workspaceFeatures
  .flatMap((feature) => feature({ config: {} } as Services, {} as WorkspaceParts).routes)
  .filter(({ method }) => method === "GET")
  .map(({ path }) => path);

/**
 * Where no page of the example leads: secrets that come by mail or are handed over, tables that were brought in, previews of
 * what has no page of its own, a template that nobody has made, and what only a meeting has that is being held. They are asked
 * for as by somebody who guesses.
 */
const neverLinked = [
  ...[/\/(ftesa|fjalekalimi|operatori)\/:/, /\/importi\/shqyrtime\/:/, /\/postimi\/:|\/mail/],
  ...[/\/(partite|mandatet)\/:id\/parapamja/, /\/modelet\/:/],
  /\/mbledhjet\/:id\/(pjesemarrja|dokumentet\/miratimi|regjistrimi(\/titrat\/:language)?)$/,
  /\/mbledhjet\/:id\/(procesverbali(\/projekti\.(docx|pdf))?|pikat\/:item\/(perfundimi|votimi))$/,
];

const made = "0b9d7a3e-5d1c-4c8f-9e53-3d1f1c1d2e3f";
const pattern = (path: string) =>
  new RegExp(`^${path.replace(/[.]/g, "\\.").replace(/:\w+(\{[^}]*\})?/g, "([^/?#]+)")}$`);
/** What an address needs beyond its parts. */
const isWhole = (path: string) => !path.includes(":");

/** The addresses of this site to which a page leads. */
const linksOn = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLAnchorElement>("a[href]")]
      .filter(({ origin }) => origin === location.origin)
      .map(({ pathname }) => pathname),
  );

/** Goes to each template once, by the links that the pages before it have. */
async function visitAll(context: BrowserContext, locale: Locale) {
  const faults: Record<string, string[]> = {};
  const waiting = new Map(templates.map((path) => [path[locale], pattern(path[locale])]));
  const known = new Set<string>();
  const visit = async (page: Page, address: string) => {
    const type = await page.evaluate(
      async (asked) => (await fetch(asked, { headers: { accept: "text/html" } })).headers.get("content-type"),
      address,
    );
    if (!type?.startsWith("text/html")) return;
    await page.goto(address);
    const here = await faultsOf(page);
    if (here.length > 0) faults[address] = here;
    for (const link of await linksOn(page)) known.add(link);
  };
  const take = () => {
    for (const [template, fits] of waiting) {
      const address = isWhole(template)
        ? template
        : [...known].find((one) => fits.test(one) && !waiting.has(one) && !templates.some((t) => t[locale] === one));
      if (!address) continue;
      waiting.delete(template);
      return address;
    }
    return null;
  };
  const worker = async (page: Page) => {
    for (let address = take(); address; address = take()) await visit(page, address);
  };
  const pages = [await context.newPage(), await context.newPage()];
  for (const page of pages) await page.goto("/admin");
  // What one learns of may be what the other could not find yet.
  for (let before = -1; before !== waiting.size; ) {
    before = waiting.size;
    await Promise.all(pages.map(worker));
  }
  for (const template of [...waiting.keys()]) await visit(pages[0]!, template.replace(/:\w+(\{[^}]*\})?/g, made));
  return { faults, unfound: [...waiting.keys()] };
}

it("The workspace has pages", () => expect(templates.length).toBeGreaterThan(40));

it.each(locales)(
  "Nothing on any page of the workspace keeps people out, in %s, by day and by night, on 320 pixels",
  {
    timeout: 900_000,
  },
  async (locale) => {
    const { page, context } = await visitor({
      viewport: { width: 320, height: 640 },
      mayHear: /status of (4\d\d)/,
    });
    await signUp(page, "Drita Leka", "secretary");
    const found: Record<string, string[]> = {};
    // What only an import leads to.
    for (const type of ["Ukaz", "Vendim"]) {
      await page.goto("/admin/importi");
      await page.selectOption("select[name=kind]", "acts");
      const table = `Lloji;Numri;Data;Titulli\n${type};1;12.02.${locale === "sq" ? 2012 : 2013};Për tarifat`;
      const file = { name: "aktet.csv", mimeType: "text/csv", buffer: Buffer.from(table) };
      await page.setInputFiles("input[name=table]", file);
      await page.locator("main form button[type=submit]").click();
      await page.waitForURL(/shqyrtime/);
      const here = await faultsOf(page);
      if (here.length > 0) found[`a table with ${type}`] = here;
    }
    const confirm = page.locator("#confirm button");
    if (await confirm.isVisible()) {
      await confirm.click();
      await page.waitForURL(/done=brought/);
    } else found["a good table"] = [await page.locator("main").innerText()];
    const { faults, unfound } = await visitAll(context, locale);
    expect({ ...found, ...faults }).toEqual({});
    const expected = new Set(
      templates.filter(({ sq }) => neverLinked.some((one) => one.test(sq))).map((t) => t[locale]),
    );
    expect(unfound.filter((template) => !expected.has(template))).toEqual([]);
  },
);
