import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { type Account, password, signUp } from "./support/sign-up.ts";
import { hydrated, visitors } from "./support/visitor.ts";

const visitor = visitors();

const save = (page: Page) => page.getByRole("button", { name: "Ruani", exact: true }).last().click();

/** The address of an act that the public reads and that whoever edits can change. */
async function anAct(page: Page): Promise<string> {
  await page.goto("/admin/aktet?state=published");
  const links = page.locator('main a[href*="/admin/aktet/"]');
  const paths = await links.evaluateAll((all) => all.map((one) => one.getAttribute("href")!));
  return paths.find((path) => /\/[0-9a-f-]{36}$/.test(path))!;
}

async function signIn(page: Page, { email, recoveryCodes }: Account) {
  await page.goto("/admin/hyrja");
  await page.getByLabel("Posta elektronike").fill(email);
  await page.getByLabel("Fjalëkalimi").fill(password);
  await page.getByRole("button", { name: "Hyni", exact: true }).click();
  await page.getByLabel("Kodi", { exact: true }).fill(recoveryCodes[0]!);
  await page.getByRole("button", { name: "Vazhdoni" }).click();
  await page.getByRole("button", { name: "Dilni", exact: true }).waitFor();
}

it("Two editors change one act: the second sees what the first wrote, chooses, and neither loses the rest", async () => {
  const first = await visitor();
  const second = await visitor({ mayHear: /status of 409/ });
  await signUp(first.page, "Arta Hoxha", "editor");
  await signUp(second.page, "Bledar Leka", "editor");
  const path = await anAct(first.page);
  await first.open(path);
  await second.open(path);
  const title = await first.page.inputValue('input[name="title.sq"]');

  await first.page.fill('input[name="title.sq"]', `${title} (e para)`);
  await first.page.fill('textarea[name="summary.sq"]', "Përmbledhja e së parës.");
  await save(first.page);
  await first.page.getByText("U ruajt.").waitFor();

  await second.page.fill('input[name="title.sq"]', `${title} (i dyti)`);
  await second.page.fill('textarea[name="summary.en"]', "The second’s summary.");
  await save(second.page);
  const clash = second.page.getByRole("alert");
  await clash.getByRole("heading", { name: "Dikush tjetër e ka ndryshuar ndërkohë" }).waitFor();
  const theirs = clash.getByRole("radio", { name: `E tjetrit: ${title} (e para)` });
  expect(await clash.getByRole("radio", { name: `E imja: ${title} (i dyti)` }).isChecked()).toBe(true);
  expect(await second.page.inputValue('textarea[name="summary.sq"]')).toBe("Përmbledhja e së parës.");
  await theirs.check();
  await hydrated(second.page);
  await save(second.page);
  await second.page.waitForURL(/done=/);

  await first.open(path);
  expect(await first.page.inputValue('input[name="title.sq"]')).toBe(`${title} (e para)`);
  expect(await first.page.inputValue('textarea[name="summary.sq"]')).toBe("Përmbledhja e së parës.");
  expect(await first.page.inputValue('textarea[name="summary.en"]')).toBe("The second’s summary.");
}, 120_000);

it("A session ends while somebody writes: what was typed stays on the device and comes back after the new sign-in", async () => {
  const { page, context, open } = await visitor({ mayHear: /status of 401/ });
  const account = await signUp(page, "Drita Çela", "secretary");
  const path = await anAct(page);
  await open(path);
  await page.locator("#thing-text-sq").waitFor();
  const beside = await context.newPage();
  await beside.goto("/admin");
  await beside.getByRole("button", { name: "Dilni" }).click();
  await beside.waitForURL(/hyrja/);

  await page.fill('textarea[name="summary.sq"]', "E shkruar pas mbarimit të sesionit.");
  await page.locator("#thing-text-sq").click();
  await page.keyboard.press("Control+Home");
  await page.keyboard.type("Fillim i ri. ");
  await page.getByText("Sesioni ka mbaruar").waitFor();

  await signIn(page, account);
  await open(path);
  await page.getByText("Ka një kopje më të re në këtë pajisje.").waitFor();
  await page.getByRole("button", { name: "Merreni" }).click();
  await page.waitForURL(/edit=/);
  await hydrated(page);
  expect(await page.inputValue('textarea[name="summary.sq"]')).toBe("E shkruar pas mbarimit të sesionit.");
  expect(await page.locator('textarea[name="text.sq"]').inputValue()).toContain("Fillim i ri.");
  expect(await page.getByText("Ka një kopje më të re në këtë pajisje.").count()).toBe(0);
}, 120_000);

it("One person has an act open twice: what was typed on the one page is not gone over from the other", async () => {
  const { page, context, open } = await visitor({ mayHear: /status of 409/ });
  await signUp(page, "Genta Prifti", "secretary");
  const path = await anAct(page);
  await open(path);
  const beside = await context.newPage();
  await beside.goto(path);
  await hydrated(beside);
  const kept = (one: Page) => one.getByRole("status").filter({ hasText: "Drafti u ruajt" }).waitFor();
  await page.fill('textarea[name="summary.sq"]', "Shkruar në faqen e parë.");
  await kept(page);
  await beside.fill('textarea[name="summary.en"]', "Typed on the second page.");
  await kept(beside);
  await beside.close();

  await open(path);
  const offered = page.locator(".left-unsaved");
  await expect.poll(() => offered.count()).toBe(2);
  // The latest stands first; the one that is not wanted is dropped, the other opened and saved.
  await offered.first().getByRole("button", { name: "Hidheni" }).click();
  await page.waitForURL((url) => url.pathname === path);
  await hydrated(page);
  await expect.poll(() => offered.count()).toBe(1);
  await offered.getByRole("link", { name: "Hapeni" }).click();
  await page.waitForURL(/edit=/);
  await hydrated(page);
  expect(await page.inputValue('textarea[name="summary.sq"]')).toBe("Shkruar në faqen e parë.");
  expect(await page.inputValue('textarea[name="summary.en"]')).not.toBe("Typed on the second page.");

  // Opened twice, the same form becomes two as soon as both are typed into.
  const again = await context.newPage();
  await again.goto(page.url());
  await hydrated(again);
  await page.fill('textarea[name="summary.sq"]', "Vazhdon këtu.");
  await kept(page);
  await again.fill('textarea[name="summary.sq"]', "Vazhdon atje.");
  await kept(again);
  await again.close();
  await save(page);
  await page.waitForURL(/done=/);
  await hydrated(page);
  expect(await page.inputValue('textarea[name="summary.sq"]')).toBe("Vazhdon këtu.");
  await offered.getByRole("link", { name: "Hapeni" }).click();
  await page.waitForURL(/edit=/);
  expect(await page.inputValue('textarea[name="summary.sq"]')).toBe("Vazhdon atje.");
}, 120_000);
