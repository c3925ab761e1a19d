import type { BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { codeAt } from "../../server/auth/one-time-code.ts";
import type { InBoth } from "../../server/features/elements/catalogue.shared.ts";
import type { Services } from "../../server/http/services.ts";
import { type Locale, locales } from "../../server/locale.shared.ts";
import type { WorkspaceParts } from "../../server/workspace/feature.ts";
import { workspaceFeatures } from "../../server/workspace/features.ts";
import { fillPath, workspaceHome } from "../../server/workspace/home.shared.ts";
import { faultsOf } from "./support/faults.ts";
import { accept, password, signUp } from "./support/sign-up.ts";
import { visitors } from "./support/visitor.ts";
import { type WorkspaceMatter, workspaceMatter } from "./support/workspace-matter.ts";

const visitor = visitors();

/** Every address that the workspace answers with something to read; the features are only named here, and lent nothing. */
const templates = workspaceFeatures
  .flatMap((feature) => feature({ config: {} } as Services, {} as WorkspaceParts).routes)
  .filter(({ method }) => method === "GET")
  .map(({ path }) => path);

/** A secret that is handed over, and previews of what has no page of its own: they are asked for as by somebody who guesses. */
const neverLinked = [/\/operatori\/:/, /\/(partite|mandatet)\/:id\/parapamja/];
/** A procedure that is still to be written, of which the complete example has none: whoever names none is led to their list. */
const chosenFirst = [/\/procedurat\/i-ri$/];
/** For whoever is not signed in, or not yet. */
const waysIn = [/\/(ftesa|fjalekalimi)\/:/, /^\/admin\/(hyrja|kodi|fjalekalimi)$/];
/** For others than the secretary. */
const ofOthers = [/^\/admin\/profili$/];
const isAny = (patterns: readonly RegExp[]) => (path: InBoth) => patterns.some((one) => one.test(path.sq));

const made = "0b9d7a3e-5d1c-4c8f-9e53-3d1f1c1d2e3f";
const pattern = (path: string) =>
  new RegExp(`^${path.replace(/[.]/g, "\\.").replace(/:\w+(\{[^}]*\})?/g, "([^/?#]+)")}$`);
/** Whether it is asked for as it stands. */
const isWhole = (path: string) => !path.includes(":");
const isTelephone = { viewport: { width: 320, height: 640 } };

/** The addresses of this site to which a page leads. */
const linksOn = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLAnchorElement>("a[href]")]
      .filter(({ origin }) => origin === location.origin)
      .map(({ pathname, search }) => pathname + search),
  );

const pathIn = (address: string) => new URL(address, "http://portal").pathname;
/** A page beside things of a kind, such as the one for a new thing, is none of them. */
const isOf = (template: string, address: string) =>
  isWhole(template) || !templates.some((path) => Object.values(path).includes(pathIn(address)));
const taken = (page: Page, address: string) =>
  page.evaluate(async (asked) => {
    const { status, headers, url } = await fetch(asked, { headers: { accept: "text/html" } });
    return { status, type: headers.get("content-type") ?? "", path: new URL(url).pathname };
  }, address);

/**
 * Goes to each template once, by the links that the pages before it have.
 * @param first where it goes before that
 */
async function visitAll(context: BrowserContext, locale: Locale, first: readonly string[]) {
  const faults: Record<string, string[]> = {};
  const waiting = new Map(templates.map((path) => [path[locale], pattern(path[locale])]));
  const own = new Set(waiting.keys());
  const links = new Set<string>();
  const look = async (page: Page, address: string) => {
    await page.goto(address);
    const here = await faultsOf(page);
    if (here.length > 0) faults[address] = here;
    for (const link of await linksOn(page)) links.add(link);
  };
  const visit = async (page: Page, address: string) => {
    const { status, type } = await taken(page, address);
    if (status !== 200) faults[address] = [`answered ${status}`];
    else if (type.startsWith("text/html")) await look(page, address);
  };
  const queue = [...first];
  const take = () => {
    const next = queue.shift();
    if (next) return next;
    for (const [template, fits] of waiting) {
      const isNew = (one: string) =>
        !own.has(one) && !first.includes(one) && fits.test(pathIn(one)) && isOf(template, one);
      const address = links.has(template) ? template : [...links].find(isNew);
      if (!address) continue;
      waiting.delete(template);
      return address;
    }
    return null;
  };
  const worker = async (page: Page) => {
    for (let address = take(); address; address = take()) await visit(page, address);
  };
  const pages = [await context.newPage(), await context.newPage()] as const;
  for (const page of pages) await page.goto(workspaceHome[locale]);
  links.add(workspaceHome[locale]);
  // What one learns of may be what the other could not find yet.
  for (let before = -1; before !== waiting.size; ) {
    before = waiting.size;
    await Promise.all(pages.map(worker));
  }
  const isUnseen = ([, fits]: [string, RegExp]) => !first.some((address) => fits.test(address));
  const unfound = [...waiting].filter(isUnseen).map(([template]) => template);
  const guess = async (template: string) => {
    const address = template.replace(/:\w+(\{[^}]*\})?/g, made);
    const { status } = await taken(pages[0], address);
    if (![404, 410].includes(status)) faults[address] = [`answered ${status} to somebody who guesses`];
    await look(pages[0], address);
  };
  const isLedToList = async (address: string) => {
    const { status, path } = await taken(pages[0], address);
    if (status !== 200 || path !== address.slice(0, address.lastIndexOf("/"))) faults[address] = [`led to ${path}`];
  };
  return { faults, unfound, seen: templates.length - unfound.length, guess, isLedToList };
}

/** To how many pages each is led at least. */
const least = { publisher: 90, auditor: 70, coordinator_consultation: 12, councillor: 8 };

let matter: WorkspaceMatter;
beforeAll(async () => {
  matter = await workspaceMatter();
});
afterAll(() => matter?.end());

/** What stands at the meeting that is over, and the template. */
const ofMatter = (locale: Locale) => {
  const parts = { id: matter.id, item: matter.items[1]!, template: matter.template, language: "sq" };
  const isOfMeeting = ({ sq }: InBoth) => /^\/admin\/mbledhjet\/(:id|modelet\/:)/.test(sq);
  const addresses = templates.filter(isOfMeeting).map((path) => fillPath(path, parts)[locale]);
  // Once it is over it is neither called off nor announced.
  return addresses.filter((address) => !/(shtyrja|anulimi|postponement|cancellation)$/.test(address));
};

it("The workspace has pages", () => expect(templates.length).toBeGreaterThan(40));

it.each(locales)(
  "Nothing on any page of the workspace keeps people out, in %s, by day and by night, on 320 pixels",
  { timeout: 900_000 },
  async (locale) => {
    const { page, context } = await visitor({ ...isTelephone, mayHear: /status of (404|410|422)/ });
    await signUp(page, "Drita Leka", "secretary");
    const found: Record<string, string[]> = {};
    const reviews: string[] = [];
    // What only an import leads to.
    for (const type of ["Ukaz", "Vendim"]) {
      await page.goto("/admin/importi");
      await page.selectOption("select[name=kind]", "acts");
      const table = `Lloji;Numri;Data;Titulli\n${type};1;12.02.${locale === "sq" ? 2012 : 2013};Për tarifat`;
      const file = { name: "aktet.csv", mimeType: "text/csv", buffer: Buffer.from(table) };
      await page.setInputFiles("input[name=table]", file);
      await page.locator("main form button[type=submit]").click();
      await page.waitForURL(/shqyrtime/);
      reviews.push(pathIn(page.url()).split("/").at(-1)!);
      const here = await faultsOf(page);
      if (here.length > 0) found[`a table with ${type}`] = here;
    }
    const confirm = page.locator("#confirm button");
    if (await confirm.isVisible()) {
      await confirm.click();
      await page.waitForURL(/done=brought/);
    } else found["a good table"] = [await page.locator("main").innerText()];
    const { faults, unfound, guess, isLedToList } = await visitAll(context, locale, [
      ...ofMatter(locale),
      fillPath(templates.find(({ sq }) => sq.startsWith("/admin/importi/shqyrtime/"))!, { id: reviews[0]! })[locale],
    ]);
    for (const path of templates.filter(isAny(neverLinked))) await guess(path[locale]);
    for (const path of templates.filter(isAny(chosenFirst))) await isLedToList(path[locale]);
    expect({ ...found, ...faults }).toEqual({});
    const expected = templates
      .filter(isAny([...neverLinked, ...chosenFirst, ...waysIn, ...ofOthers]))
      .map((path) => path[locale]);
    expect(unfound.toSorted()).toEqual(expected.toSorted());
  },
);

it.each([
  { role: "publisher", locale: "en" },
  { role: "auditor", locale: "sq" },
  { role: "coordinator_consultation", locale: "sq" },
  { role: "councillor", locale: "en" },
] as const)(
  "Nor on what a $role is led to, in $locale, and nothing there is refused",
  { timeout: 600_000 },
  async ({ role, locale }) => {
    const { page, context } = await visitor(isTelephone);
    const person = role === "councillor" ? matter.members.at(-1)!.id : undefined;
    await accept(page, (await matter.invites([role], person)).path, "Ilir Hoxha");
    const { faults, seen } = await visitAll(context, locale, []);
    expect(faults).toEqual({});
    expect(seen).toBeGreaterThan(least[role]);
  },
);

it.each(locales)("Nor on any way in, in %s", async (locale) => {
  const { page, context } = await visitor(isTelephone);
  const faults: Record<string, string[]> = {};
  const at = (sq: string, token = "") =>
    fillPath(templates.find((path) => path.sq === `/admin/${sq}`)!, { token })[locale];
  const look = async (name: string) => {
    expect(
      templates.some((path) => pattern(path[locale]).test(pathIn(page.url()))),
      name,
    ).toBe(true);
    const here = await faultsOf(page);
    if (here.length > 0) faults[name] = here;
  };
  const send = () => page.click('main button[type="submit"]');
  const { email, token } = await matter.invites(["editor"]);
  await page.goto(at("ftesa/:token", token));
  await look("invitation");
  await page.fill('input[name="name"]', "Ilir Hoxha");
  await page.fill('input[name="password"]', password);
  await send();
  await page.waitForURL(`**${at("llogaria/kodi")}`);
  await look("second factor");
  const secret = (await page.locator("code.secret").innerText()).replaceAll(" ", "");
  await page.fill('input[name="code"]', codeAt(secret, new Date()));
  await send();
  await page.locator(".codes code").first().waitFor();
  const [code] = await page.locator(".codes code").allInnerTexts();
  await look("codes for once");
  await context.clearCookies();
  await page.goto(at("hyrja"));
  await look("sign-in");
  await page.fill('input[name="email"]', email);
  await page.fill('input[name="password"]', password);
  await send();
  await page.waitForURL(`**${at("kodi")}`);
  await look("code");
  await page.fill('input[name="code"]', code!);
  await send();
  await page.locator("p.done").waitFor();
  await look("a code less");
  await context.clearCookies();
  await page.goto(at("fjalekalimi"));
  await look("forgotten password");
  await page.goto(at("fjalekalimi/:token", await matter.resets(email)));
  await look("new password");
  expect(faults).toEqual({});
});
