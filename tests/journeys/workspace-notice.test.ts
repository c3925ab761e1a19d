import type { Page } from "playwright-core";
import { expect, inject, it } from "vitest";
import { codeAt } from "../../server/auth/one-time-code.ts";
import { demoClock } from "../../server/demo/demo-clock.ts";
import { dayIn, numericDay } from "../../server/local-time.ts";
import { type Account, password, signUp } from "./support/sign-up.ts";
import { telephone, visitors } from "./support/visitor.ts";

const visitor = visitors();

/** The Thursday after the next six days, and the day after tomorrow: in time, and too late for a notice. */
const today = Temporal.PlainDate.from(dayIn(demoClock(inject("environment").DEMO_DATE ?? null).now()));
const thursday = today.add({ days: 7 + ((4 - today.add({ days: 7 }).dayOfWeek + 7) % 7) }).toString();
const soon = today.add({ days: 2 }).toString();

async function signIn(page: Page, { email, secret }: Account) {
  await page.goto("/admin/hyrja");
  await page.getByLabel("Posta elektronike").fill(email);
  await page.getByLabel("Fjalëkalimi").fill(password);
  await page.getByRole("button", { name: "Hyni", exact: true }).tap();
  // A code is taken once; the one of half a minute later is right already.
  await page.getByLabel("Kodi", { exact: true }).fill(codeAt(secret, new Date(Date.now() + 30_000)));
  await page.getByRole("button", { name: "Vazhdoni", exact: true }).tap();
  await page.getByRole("heading", { level: 1, name: "Dita" }).waitFor();
}

const fits = async (page: Page) =>
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), page.url()).toBeLessThanOrEqual(
    0,
  );
const press = (page: Page, name: string | RegExp) => page.getByRole("button", { name }).first().tap();

it("The secretary publishes the notice of Thursday’s meeting from a telephone, and it goes out by mail", {
  timeout: 180_000,
}, async () => {
  const { page } = await visitor({ ...telephone, mayHear: /status of 422/ });
  const account = await signUp(page, "Drita Çela", "secretary");
  await page.context().clearCookies();
  await signIn(page, account);

  await page.goto("/admin/mbledhjet");
  await fits(page);
  await page.getByRole("link", { name: "Mbledhje e re" }).tap();
  await page.waitForURL(/\/e-re$/);
  await fits(page);
  const like = page.getByRole("region", { name: "Si një mbledhje e mëparshme" });
  await like.getByLabel("Dita").fill(thursday);
  await like.getByLabel("Ora e fillimit").fill("18:30");
  await like.getByRole("button", { name: "Krijoni sipas saj" }).tap();
  await page.getByRole("status").filter({ hasText: "Mbledhja u krijua" }).waitFor();
  const desk = new URL(page.url()).pathname;
  await page.getByRole("link", { name: "Pikë e re" }).tap();
  await page.getByLabel("Titulli i pikës në shqip").fill("Miratimi i tregut të ri");
  await press(page, "Shtoni pikën");
  await page.getByRole("status").filter({ hasText: "Pika u shtua" }).waitFor();
  await fits(page);

  // One member reads mail; the others get it on paper.
  await page.goto(`${desk}/posta`);
  await page.getByRole("link", { name: "Shënoni një adresë" }).first().tap();
  await page.getByLabel("Adresa e postës elektronike").fill("anetari@valbardhe.example");
  await press(page, "Ruajeni adresën");
  await page.waitForURL(/done=/);

  await page.goto(`${desk}/njoftimi`);
  await fits(page);
  expect(await page.locator("main").innerText()).toContain("Brenda afatit ligjor");
  expect(await page.getByLabel("Dërgoni njoftimin me postë elektronike").isChecked()).toBe(true);
  await page.getByLabel("Teksti i njoftimit në shqip").fill("Ftohen të gjithë banorët.");
  await press(page, "Jepni njoftimin");
  await page.getByRole("status").filter({ hasText: "po u dërgohet anëtarëve" }).waitFor();
  await fits(page);

  await page.getByRole("link", { name: "Njoftimi me postë" }).tap();
  await page.waitForURL(/\/posta$/);
  await expect
    .poll(
      async () => {
        await page.reload();
        return page.locator("main").innerText();
      },
      { timeout: 40_000, interval: 1_000 },
    )
    .toContain("U dërgua");
  await fits(page);

  // What a resident sees, who is signed in nowhere.
  const resident = await visitor(telephone);
  await resident.page.goto("/mbledhjet");
  await resident.page
    .getByRole("link", { name: new RegExp(`${numericDay(thursday)}|Mbledhje e radhës`) })
    .first()
    .waitFor();
  const list = await resident.page.locator("main").innerText();
  expect(list).toContain(numericDay(thursday));

  // Another one, too soon for the law: it asks why, at the field for it, and keeps what was typed.
  await page.goto("/admin/mbledhjet/e-re");
  await like.getByLabel("Dita").fill(soon);
  await like.getByLabel("Ora e fillimit").fill("11:45");
  await like.getByRole("button", { name: "Krijoni sipas saj" }).tap();
  await page.getByRole("status").filter({ hasText: "Mbledhja u krijua" }).waitFor();
  await page.getByRole("link", { name: "Te njoftimi" }).tap();
  await page.getByLabel("Teksti i njoftimit në shqip").fill("Mbledhje e shpejtë.");
  await press(page, "Jepni njoftimin");
  await page.getByRole("alert").getByRole("link").first().tap();
  expect(await page.evaluate(() => document.activeElement?.getAttribute("name"))).toBe("shortNoticeReason.sq");
  expect(await page.getByLabel("Teksti i njoftimit në shqip").inputValue()).toBe("Mbledhje e shpejtë.");
  await page.getByLabel("Pse jepet me vonesë në shqip").fill("Përmbytje në qytet.");
  await fits(page);
  await press(page, "Jepni njoftimin");
  await page.getByRole("status").filter({ hasText: "Njoftimi u dha" }).waitFor();
});
