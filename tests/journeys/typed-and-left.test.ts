import type { Page } from "playwright-core";
import { expect, inject, it } from "vitest";
import { codeAt } from "../../server/auth/one-time-code.ts";
import { demoClock } from "../../server/demo/demo-clock.ts";
import { dayIn } from "../../server/local-time.ts";
import { type Account, password, signUp } from "./support/sign-up.ts";
import { hydrated, visitors } from "./support/visitor.ts";

const visitor = visitors();
const today = Temporal.PlainDate.from(dayIn(demoClock(inject("environment").DEMO_DATE ?? null).now()));

/** A meeting that nobody sees yet. Its address on the desk. */
async function planned(page: Page, days: number): Promise<string> {
  await page.goto("/admin/mbledhjet/e-re");
  const form = page.locator("form#particulars");
  await form.getByLabel("Dita").fill(today.add({ days }).toString());
  await form.getByLabel("Ora e fillimit").fill("10:45");
  await form.getByRole("button", { name: "Krijoni" }).click();
  await page.waitForURL(/done=created/);
  await hydrated(page);
  return new URL(page.url()).pathname;
}

const title = (page: Page) => page.getByLabel("Titulli i pikës në shqip");
const isBack = (page: Page) => page.getByText("Ajo që kishit shkruar këtu dhe nuk ishte ruajtur, u kthye");
const leftHere = (page: Page) =>
  page.evaluate(() => Object.keys(localStorage).filter((key) => /^(typed|form):/.test(key)).length);

/** Signs in where the page asks for it. */
async function signInHere(page: Page, { email, secret }: Account) {
  await page.getByLabel("Posta elektronike").fill(email);
  await page.getByLabel("Fjalëkalimi").fill(password);
  await page.getByRole("button", { name: "Hyni", exact: true }).click();
  // A code is taken once; the one of half a minute later is right already.
  await page.getByLabel("Kodi", { exact: true }).fill(codeAt(secret, new Date(Date.now() + 30_000)));
  await page.getByRole("button", { name: "Vazhdoni", exact: true }).click();
  await page.getByRole("button", { name: "Dilni", exact: true }).waitFor();
}

it("An item of the agenda that is half written is back after a reload, goes when it is not wanted, and once it is saved", async () => {
  const { page, open } = await visitor();
  await signUp(page, "Drita Çela", "secretary");
  const desk = await planned(page, 41);
  const fresh = `${desk}/pikat/e-re`;
  await open(fresh);
  await title(page).fill("Tarifa e ujit");
  await page.getByLabel("Lloji").selectOption({ index: 2 });
  const kind = await page.getByLabel("Lloji").inputValue();
  await page.locator("form#item details.more summary").click();
  await page.getByLabel("Përmbledhja në shqip").fill("Pse ndryshon tarifa.");
  await page.reload();
  await hydrated(page);
  await isBack(page).waitFor();
  expect(await title(page).inputValue()).toBe("Tarifa e ujit");
  expect(await page.getByLabel("Lloji").inputValue()).toBe(kind);
  // What is folded away is seen where it came back.
  expect(await page.getByLabel("Përmbledhja në shqip").inputValue()).toBe("Pse ndryshon tarifa.");
  expect(await page.getByLabel("Përmbledhja në shqip").isVisible()).toBe(true);

  await page.getByRole("button", { name: "Fillojeni nga e para" }).click();
  expect([await title(page).inputValue(), await isBack(page).count(), await leftHere(page)]).toEqual(["", 0, 0]);
  await page.reload();
  await hydrated(page);
  expect([await title(page).inputValue(), await isBack(page).count()]).toEqual(["", 0]);

  await title(page).fill("Tarifa e tregut");
  await page.getByRole("button", { name: "Shtoni pikën" }).click();
  await page.waitForURL(/done=item_added/);
  await hydrated(page);
  await open(fresh);
  expect([await title(page).inputValue(), await isBack(page).count(), await leftHere(page)]).toEqual(["", 0, 0]);
}, 120_000);

it("A session ends before the settings are saved: after the new sign-in they stand there as they were typed", async () => {
  const { page, context, open } = await visitor({ mayHear: /status of 401/ });
  const account = await signUp(page, "Bledar Leka", "secretary");
  await open("/admin/cilesimet");
  const phone = page.locator("form#contacts").getByLabel("Telefoni");
  const before = await phone.inputValue();
  const beside = await context.newPage();
  await beside.goto("/admin");
  await beside.getByRole("button", { name: "Dilni" }).click();
  await beside.waitForURL(/hyrja/);

  await phone.fill("+355 52 222 333");
  await page.locator("form#contacts").getByRole("button", { name: "Ruani" }).click();
  await page.getByText("Sesioni ka mbaruar. Ajo që shkruat nuk ka humbur").waitFor();
  expect(await page.locator('input[name="next"]').first().inputValue()).toBe("/admin/cilesimet");

  // Somebody else at the same computer sees nothing of it, and leaves it alone.
  await signUp(page, "Besnik Dervishi", "secretary");
  await open("/admin/cilesimet");
  expect([await phone.inputValue(), await isBack(page).count()]).toEqual([before, 0]);
  await page.getByRole("button", { name: "Dilni", exact: true }).click();
  await page.waitForURL(/hyrja/);
  expect(await leftHere(page)).toBe(1);

  await page.goto("/admin/cilesimet");
  await signInHere(page, account);
  expect(new URL(page.url()).pathname).toBe("/admin/cilesimet");
  await hydrated(page);
  await isBack(page).waitFor();
  expect(await isBack(page).count()).toBe(1);
  expect(await phone.inputValue()).toBe("+355 52 222 333");
  await page.locator("form#contacts").getByRole("button", { name: "Ruani" }).click();
  await page.waitForURL(/done=contacts/);
  await hydrated(page);
  expect([await phone.inputValue(), await isBack(page).count()]).toEqual(["+355 52 222 333", 0]);

  // Nothing is left by whoever signs out, and whoever comes next finds nothing.
  await phone.fill(before);
  await expect.poll(() => leftHere(page)).toBe(1);
  await page.getByRole("button", { name: "Dilni", exact: true }).click();
  await page.waitForURL(/hyrja/);
  expect(await leftHere(page)).toBe(0);
}, 120_000);

it("The connection is lost while another changes the same item: what was typed is back, and the other’s is not gone over", async () => {
  const { page, context, open } = await visitor({ mayHear: /ERR_INTERNET_DISCONNECTED|status of 422/ });
  await signUp(page, "Arta Hoxha", "secretary");
  const desk = await planned(page, 42);
  await open(`${desk}/pikat/e-re`);
  await title(page).fill("Tregu");
  await page.getByRole("button", { name: "Shtoni pikën" }).click();
  await page.waitForURL(/done=item_added/);
  const item = (await page.locator(".agenda-desk > li > div > a").first().getAttribute("href"))!;
  await open(item);
  await title(page).fill("Tregu i ri");
  await context.setOffline(true);
  await page.locator("form#item").getByRole("button", { name: "Ruani" }).last().click();
  await page.getByText("Nuk ka lidhje me internetin, prandaj formulari nuk u dërgua.").waitFor();
  expect([new URL(page.url()).pathname, await title(page).inputValue()]).toEqual([item, "Tregu i ri"]);

  const second = await visitor();
  await signUp(second.page, "Genti Prifti", "secretary");
  await second.open(item);
  await title(second.page).fill("Tregu i vjetër");
  await second.page.locator("form#item").getByRole("button", { name: "Ruani" }).last().click();
  await second.page.waitForURL(/done=item_changed/);

  await context.setOffline(false);
  await page.getByRole("button", { name: "Dërgojeni tani" }).click();
  await page.getByRole("alert").getByText("Ndërkohë dikush tjetër shkroi: “Tregu i vjetër”").first().waitFor();
  await hydrated(page);
  expect(await title(page).inputValue()).toBe("Tregu i ri");
  await page.locator("form#item").getByRole("button", { name: "Ruani" }).last().click();
  await page.waitForURL(/done=item_changed/);
  await hydrated(page);
  await open(item);
  expect([await title(page).inputValue(), await isBack(page).count()]).toEqual(["Tregu i ri", 0]);
}, 120_000);

it("Items that were added to a template, and their order, are back after a reload; not those that were saved", async () => {
  // What stays of it is a template; other journeys begin meetings like the last one of their council.
  const { page, open } = await visitor({ council: "gurekuq" });
  await signUp(page, "Mira Kodra", "secretary", "gurekuq");
  const fresh = "/admin/mbledhjet/modelet/i-ri";
  await open(fresh);
  const items = page.getByRole("group", { name: "Pikat në fillim të rendit të ditës" });
  const titles = items.locator('input[name$=".title.sq"]');
  const written = () => titles.evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value));
  const write = async () => {
    for (const [at, text] of ["Apeli", "Procesverbali"].entries()) {
      await items.getByRole("button", { name: "Shtoni një pikë" }).click();
      await titles.nth(at).fill(text);
    }
    await items.locator('button[value^="up:"]').click();
    expect(await written()).toEqual(["Procesverbali", "Apeli"]);
  };
  await write();
  await page.reload();
  await hydrated(page);
  await isBack(page).waitFor();
  expect(await written()).toEqual(["Procesverbali", "Apeli"]);
  await page.getByRole("button", { name: "Fillojeni nga e para" }).click();
  expect([await written(), await isBack(page).count(), await leftHere(page)]).toEqual([[], 0, 0]);

  await write();
  await page.getByLabel("Emri i modelit").first().fill("Mbledhja e muajit");
  await page.getByLabel("Organi").selectOption({ index: 1 });
  await page.locator('input[name="startsAt"]').fill("17:30");
  await page.getByRole("button", { name: "Ruani" }).last().click();
  await page.waitForURL(/done=/);
  await hydrated(page);
  await open(fresh);
  expect([await written(), await isBack(page).count(), await leftHere(page)]).toEqual([[], 0, 0]);
}, 120_000);

it("A session ends before an act is published: after the new sign-in all stands there, its relation and its hour too", async () => {
  const { page, context, open } = await visitor({ mayHear: /status of 401/ });
  const account = await signUp(page, "Elira Marku", "secretary");
  const endBeside = async () => {
    const beside = await context.newPage();
    await beside.goto("/admin");
    await beside.getByRole("button", { name: "Dilni" }).click();
    await beside.waitForURL(/hyrja/);
    await beside.close();
  };
  await page.goto("/admin/aktet?state=draft");
  const drafts = await page.locator("main a").evaluateAll((all) => all.map((one) => one.getAttribute("href")!));
  const path = drafts.find((href) => /\/[0-9a-f-]{36}$/.test(href))!;
  await open(path);
  const group = page.getByRole("group", { name: "Çfarë u bën akteve të tjera" });
  await group.getByRole("button", { name: "Shtoni një lidhje" }).click();
  const other = group.getByRole("combobox", { name: "Akti tjetër" });
  await other.last().click();
  await group.locator('[role="option"]').first().click();
  const chosen = await other.last().inputValue();
  expect(chosen).not.toBe("");
  await endBeside();
  const summary = page.locator('textarea[name="summary.sq"]');
  await summary.fill("E shkruar para botimit.");
  const hour = `${today.add({ days: 9 })}T10:00`;
  await page.getByLabel("Në një kohë tjetër").fill(hour);
  await page.getByRole("button", { name: "Publikoni" }).click();
  await page.getByText("Sesioni ka mbaruar. Ajo që shkruat nuk ka humbur").waitFor();
  expect(await page.getByText("Ajo që shkruat, për ta kopjuar:").count()).toBe(0);
  await signInHere(page, account);
  await page.waitForURL(/\?edit=/);
  await hydrated(page);
  expect(new URL(page.url()).pathname).toBe(path);
  expect(await summary.inputValue()).toBe("E shkruar para botimit.");
  expect(await other.last().inputValue()).toBe(chosen);
  expect(await page.getByLabel("Në një kohë tjetër").inputValue()).toBe(hour);
  expect(await leftHere(page)).toBe(0);

  // Who signs out leaves no copy on the device either.
  await endBeside();
  await summary.fill("E shkruar pas mbarimit.");
  await page.getByText("Sesioni ka mbaruar").waitFor();
  expect(await leftHere(page)).toBe(1);
  await page.getByRole("button", { name: "Dilni", exact: true }).click();
  await page.waitForURL(/hyrja/);
  expect(await leftHere(page)).toBe(0);
}, 120_000);

it("Without script a session ends before something is saved: whoever signs in where they are told of it sends it again from there", async () => {
  const first = await visitor();
  const account = await signUp(first.page, "Vera Dushku", "secretary");
  const { page, context, open } = await visitor({
    javaScriptEnabled: false,
    storageState: await first.context.storageState(),
    mayHear: /status of 401/,
  });
  const fresh = "/admin/publikimet/i-ri?element=V.1.1";
  await open(fresh);
  await page.locator('[name="title.sq"]').fill("Lajmi i dërguar sërish");
  await page.locator('input[name="date"]').fill(today.toString());
  await page.locator('[name="fields.topic"]').selectOption("budget");
  await context.clearCookies();
  await page.locator("form#thing p.buttons button:not([formaction])").first().click();
  await page.getByRole("alert").getByText("Sesioni ka mbaruar, prandaj formulari nuk u ruajt").waitFor();
  expect(await page.locator("textarea[readonly]").first().inputValue()).toBe("Lajmi i dërguar sërish");
  // The sign-in goes on beside this page, which alone has what was typed.
  await page.getByLabel("Posta elektronike").fill(account.email);
  await page.getByLabel("Fjalëkalimi").fill(password);
  const [beside] = await Promise.all([
    context.waitForEvent("page"),
    page.getByRole("button", { name: "Hyni", exact: true }).click(),
  ]);
  // A code is taken once; the one of half a minute later is right already.
  await beside.getByLabel("Kodi", { exact: true }).fill(codeAt(account.secret, new Date(Date.now() + 30_000)));
  await beside.getByRole("button", { name: "Vazhdoni", exact: true }).click();
  await beside.waitForURL((url) => url.href.includes(fresh));
  expect(await page.locator("textarea[readonly]").first().inputValue()).toBe("Lajmi i dërguar sërish");
  await page.reload();
  await page.waitForURL(/done=created/);
  expect(await page.locator('[name="title.sq"]').inputValue()).toBe("Lajmi i dërguar sërish");
}, 120_000);

it("What is being kept while the form is saved does not come after it: nothing is offered again", async () => {
  const { page, open } = await visitor({ mayHear: /status of 409/ });
  await signUp(page, "Teuta Lika", "secretary");
  await open("/admin/publikimet/i-ri?element=V.1.1");
  await page.locator('[name="title.sq"]').fill("Lajmi që ruhet");
  await page.locator('input[name="date"]').fill(today.toString());
  await page.locator('[name="fields.topic"]').selectOption("budget");
  const save = page.locator("form#thing p.buttons button:not([formaction])").first();
  await save.click();
  await page.waitForURL(/done=created/);
  await hydrated(page);

  // The line is slow: what is kept is still on its way when the form is sent.
  const late: { url: string; body: string }[] = [];
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route("**/api/v1/admin/editing/edits/*", async (route) => {
    const request = route.request();
    if (request.method() !== "PUT") return route.continue();
    late.push({ url: request.url(), body: request.postData()! });
    await held;
    await route.continue().catch(() => {});
  });
  await page.locator('[name="title.sq"]').fill("Lajmi që ruhet sërish");
  await expect.poll(() => late.length).toBe(1);
  const isGivenUp = page.waitForEvent("requestfailed", (request) => request.url() === late[0]!.url);
  await save.click();
  await isGivenUp;
  await page.waitForURL(/done=(saved|merged)/);
  release();
  await hydrated(page);
  // Had it left the browser all the same, it would not be taken.
  const status = await page.evaluate(
    async ({ url, body }) =>
      (await fetch(url, { method: "PUT", headers: { "content-type": "application/json" }, body })).status,
    late[0]!,
  );
  expect(status).toBe(409);
  await open(new URL(page.url()).pathname);
  expect(await page.locator('[name="title.sq"]').inputValue()).toBe("Lajmi që ruhet sërish");
  expect([await page.locator(".left-unsaved").count(), await page.locator('a[href*="?edit="]').count()]).toEqual([
    0, 0,
  ]);
  expect(await leftHere(page)).toBe(0);
}, 120_000);

it("A form that the portal does not keep says why in the page's language, and stays on the device", async () => {
  const { page, open } = await visitor({ mayHear: /status of 413/ });
  await signUp(page, `Redaktori ${today.toString()} ${Date.now()}`, "editor");
  await open("/admin/publikimet/i-ri?element=V.1.1");
  await page.locator('[name="title.sq"]').evaluate((field: HTMLInputElement) => {
    field.value = "x".repeat(1_600_000);
    field.dispatchEvent(new Event("input", { bubbles: true }));
  });
  const line = page.locator(".keeping");
  await line.getByText("Formulari është më i madh se sa mund të ruhet.").waitFor();
  expect(await line.innerText()).toContain("Ajo që shkruani ruhet në këtë pajisje.");
  expect(await leftHere(page)).toBe(1);
}, 120_000);

it("A role is taken away while a form is open: what is typed stays on the device, and is used once the role is back", async () => {
  const chief = await visitor();
  await signUp(chief.page, "Lindita Hysa", "secretary");
  const { page, open } = await visitor({ mayHear: /status of 403/ });
  const name = `Redaktori ${today.toString()} ${Date.now()}`;
  await signUp(page, name, "editor");
  await open("/admin/publikimet/i-ri?element=V.1.1");
  const written = page.locator('[name="title.sq"]');
  const save = page.locator("form#thing p.buttons button:not([formaction])").first();
  await written.fill("Para uljes");
  await page.locator('input[name="date"]').fill(today.toString());
  await page.locator('[name="fields.topic"]').selectOption("budget");
  await save.click();
  await page.waitForURL(/done=created/);
  await hydrated(page);
  const path = new URL(page.url()).pathname;

  await chief.open("/admin/perdoruesit");
  const user = (await chief.page.getByRole("link", { name }).first().getAttribute("href"))!;
  const give = async (role: string) => {
    const done = await chief.page.evaluate(
      async ({ path, roles }) => (await fetch(path, { method: "POST", body: new URLSearchParams({ roles }) })).url,
      { path: `${user}/rolet`, roles: role },
    );
    expect(done).toContain("done=roles_changed");
  };
  await give("auditor");
  await written.fill("Pas uljes");
  await page.getByText("Roli juaj nuk e përfshin më këtë: ajo që shkruani ruhet në këtë pajisje.").waitFor();
  expect(await leftHere(page)).toBe(1);
  await save.click();
  await page.getByText("Roli juaj nuk e përfshin këtë.").waitFor();
  expect(await page.locator("textarea[readonly]").first().inputValue()).toBe("Pas uljes");
  expect(await leftHere(page)).toBe(1);

  await give("editor");
  await open(path);
  expect(await written.inputValue()).toBe("Para uljes");
  await page.locator(".note.warn").getByRole("button").first().click();
  await page.waitForURL(/\?edit=/);
  await hydrated(page);
  expect(await written.inputValue()).toBe("Pas uljes");
  await save.click();
  await page.waitForURL(/done=saved/);
  await hydrated(page);
  expect(await leftHere(page)).toBe(0);
}, 120_000);

it("What is typed without a pause is kept meanwhile, and what came while it was being kept is kept after it", async () => {
  const { page, open } = await visitor();
  await signUp(page, "Mira Toska", "secretary");
  await open("/admin/publikimet/i-ri?element=V.1.1");
  const kept: string[] = [];
  await page.route("**/api/v1/admin/editing/edits/*", async (route) => {
    kept.push((route.request().postDataJSON() as { form: Record<string, string> }).form["title.sq"]!);
    await new Promise((done) => setTimeout(done, 500));
    await route.continue();
  });
  const words = Array.from({ length: 40 }, (_, at) => String(at).padStart(2, "0")).join("");
  const line = page.getByLabel("Titulli SHQIP");
  await line.click();
  // Nobody pauses for longer than a fifth of a second.
  await line.pressSequentially(words, { delay: 150 });
  expect(kept.length).toBeGreaterThan(0);
  expect(words.startsWith(kept[0]!)).toBe(true);
  await expect.poll(() => kept.at(-1)).toBe(words);
  expect(kept).toEqual(kept.toSorted((one, other) => one.length - other.length));
  await page.getByText("Drafti u ruajt").waitFor();
});
