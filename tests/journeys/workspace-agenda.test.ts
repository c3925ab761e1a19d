import type { Page } from "playwright-core";
import { expect, inject, it } from "vitest";
import { demoClock } from "../../server/demo/demo-clock.ts";
import { dayIn } from "../../server/local-time.ts";
import { signUp } from "./support/sign-up.ts";
import { hydrated, telephone, visitors } from "./support/visitor.ts";

const visitor = visitors();

const today = Temporal.PlainDate.from(dayIn(demoClock(inject("environment").DEMO_DATE ?? null).now()));

/** A meeting that nobody sees yet. Its address on the desk. */
async function planned(page: Page, days: number): Promise<string> {
  await page.goto("/admin/mbledhjet/e-re");
  const form = page.locator("form#particulars");
  await form.getByLabel("Dita").fill(today.add({ days }).toString());
  await form.getByLabel("Ora e fillimit").fill("09:15");
  await form.getByRole("button", { name: "Krijoni" }).click();
  await page.waitForURL(/done=created/);
  return new URL(page.url()).pathname;
}

async function addItem(page: Page, desk: string, title: string) {
  await page.goto(`${desk}/pikat/e-re`);
  await page.getByLabel("Titulli i pikës në shqip").fill(title);
  await page.getByRole("button", { name: "Shtoni pikën" }).click();
  await page.waitForURL(/done=item_added/);
}

const order = (page: Page) => page.locator(".agenda-desk > li > div > a").allInnerTexts();

/** Pulls one place of the window to another with a finger, as a telephone tells it. */
async function pull(page: Page, from: { x: number; y: number }, to: { x: number; y: number }) {
  const session = await page.context().newCDPSession(page);
  const touch = (type: "touchStart" | "touchMove" | "touchEnd", points: { x: number; y: number }[]) =>
    session.send("Input.dispatchTouchEvent", { type, touchPoints: points });
  await touch("touchStart", [from]);
  for (let step = 1; step <= 8; step += 1)
    await touch("touchMove", [{ x: from.x, y: from.y + ((to.y - from.y) * step) / 8 }]);
  await touch("touchEnd", []);
  await session.detach();
}

const middle = async (page: Page, selector: string) => {
  const box = (await page.locator(selector).boundingBox())!;
  return { x: box.x + box.width / 2, y: box.y + box.height / 2, top: box.y, bottom: box.y + box.height };
};

it("A secretary puts the agenda in order with a finger, with the mouse and by keys", async () => {
  const { page } = await visitor(telephone);
  await signUp(page, "Drita Çela", "secretary");
  const desk = await planned(page, 40);
  for (const title of ["Buxheti", "Taksat", "Rrugët"]) await addItem(page, desk, title);
  await page.goto(desk);
  await hydrated(page);
  await page.locator(".agenda-desk > li").first().scrollIntoViewIfNeeded();

  const first = await middle(page, ".agenda-desk > li:nth-child(1)");
  await pull(page, await middle(page, ".agenda-desk > li:nth-child(3) > .handle"), { x: 0, y: first.top + 4 });
  await page.waitForURL(/done=moved/);
  expect(await order(page)).toEqual(["Rrugët", "Buxheti", "Taksat"]);

  // A tap moves nothing, and a finger that leaves the agenda where it was neither.
  await hydrated(page);
  await page.locator(".agenda-desk > li:nth-child(2) > .handle").tap();
  const second = await middle(page, ".agenda-desk > li:nth-child(2) > .handle");
  await pull(page, second, { x: 0, y: second.y + 3 });
  expect(await order(page)).toEqual(["Rrugët", "Buxheti", "Taksat"]);

  await page.locator(".agenda-desk > li:nth-child(1)").focus();
  await page.keyboard.press("Alt+ArrowDown");
  await page.waitForFunction(() => document.querySelector(".agenda-desk > li > div > a")?.textContent === "Buxheti");
  expect(await order(page)).toEqual(["Buxheti", "Rrugët", "Taksat"]);

  await hydrated(page);
  await page.setViewportSize({ width: 1280, height: 900 });
  const handle = await middle(page, ".agenda-desk > li:nth-child(1) > .handle");
  const last = await middle(page, ".agenda-desk > li:nth-child(3)");
  await page.mouse.move(handle.x, handle.y);
  await page.mouse.down();
  await page.mouse.move(handle.x, handle.y + 20, { steps: 3 });
  await page.mouse.move(last.x, last.bottom - 4, { steps: 5 });
  expect(await page.locator('[data-drop="after"]').count()).toBe(1);
  await page.mouse.up();
  await page.waitForFunction(() => document.querySelector(".agenda-desk > li > div > a")?.textContent === "Rrugët");
  expect(await order(page)).toEqual(["Rrugët", "Taksat", "Buxheti"]);
}, 120_000);

it("An item takes from its draft act what is empty, says so, and leaves alone what was typed", async () => {
  const { page, open } = await visitor();
  await signUp(page, "Arta Hoxha", "secretary");
  const desk = await planned(page, 41);
  await open(`${desk}/pikat/e-re`);
  const drafts = page.getByRole("radio", { name: /./ }).and(page.locator('[name="draftActId"]:not([value=""])'));
  expect(await drafts.count()).toBeGreaterThan(1);
  const [sq, en] = [page.locator('[name="title.sq"]'), page.locator('[name="title.en"]')];
  await en.fill("My own title");
  await drafts.nth(0).check();
  const taken = await sq.inputValue();
  expect(taken).not.toBe("");
  expect(await en.inputValue()).toBe("My own title");
  expect(await page.locator('[name="proposerKind"]').inputValue()).not.toBe("");
  await page.getByRole("status").filter({ hasText: "Fushat bosh u plotësuan nga projektakti" }).waitFor();

  // What came from one draft act makes way for the next; what somebody typed stays.
  await drafts.nth(1).check();
  expect(await sq.inputValue()).not.toBe(taken);
  await sq.fill("E shkruar vetë");
  await drafts.nth(0).check();
  expect(await sq.inputValue()).toBe("E shkruar vetë");
  await page.getByRole("button", { name: "Shtoni pikën" }).click();
  await page.waitForURL(/done=item_added/);
  expect(await order(page)).toContain("E shkruar vetë");
}, 120_000);
