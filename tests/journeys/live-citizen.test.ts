import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults } from "axe-core";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { type LiveSession, liveSession } from "./support/live-session.ts";
import { telephone, visitors } from "./support/visitor.ts";

const visitor = visitors();
const council = "gurekuq";

let session: LiveSession;
beforeAll(async () => {
  session = await liveSession(inject("environment"), council, [
    { sq: "Tarifa e tregut", en: "The market fee" },
    { sq: "Emërtimi i sheshit", en: "Naming the square" },
  ]);
});
afterAll(() => session.end());

const roll = () => session.members.map(({ id }) => ({ personId: id, status: "present" }));
const vote = crypto.randomUUID();
const cast = (at: number, choice: string) =>
  session.step({ kind: "ballots_cast", vote, ballots: [{ personId: session.members[at]!.id, choice }] });

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
/** What axe finds on the page as it stands. */
async function barriers(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(
    (options) => (globalThis as unknown as { axe: { run(given: object): Promise<AxeResults> } }).axe.run(options),
    { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
  );
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]!.html.slice(0, 160)}`);
}

describe("A citizen at home", () => {
  it("finds the way to the meeting from any page, and sees it begin, the item and each vote, without reloading", async () => {
    const { page, open } = await visitor({ council, ...telephone });
    await session.step({ kind: "opened" });
    await open("/aktet");
    await page.getByRole("complementary", { name: "Mbledhje drejtpërdrejt" }).getByRole("link").click();
    await page.getByRole("heading", { level: 1, name: /Mbledhje e jashtëzakonshme/ }).waitFor();

    await session.step({ kind: "roll_called", members: roll() });
    await page.getByText("Ka kuorum").waitFor();
    await session.step({ kind: "item_started", itemId: session.items[0] });
    await page.getByRole("heading", { level: 2, name: "1 Tarifa e tregut" }).waitFor();
    expect(await page.getByRole("status").first().innerText()).toBe("Pika 1: Tarifa e tregut");

    await session.step({ kind: "vote_opened", vote, itemId: session.items[0], method: "by_name", majority: "voting" });
    await cast(0, "for");
    await cast(1, "against");
    const panel = page.getByRole("region", { name: "Po votohet" });
    await panel.getByText("1 pro, 1 kundër, 0 abstenim").waitFor();
    const against = panel.locator(".roll > div", { hasText: "Kundër" });
    expect(await against.innerText()).toContain(session.members[1]!.name);
    expect(await barriers(page)).toEqual([]);
    await cast(2, "for");
    await session.step({ kind: "vote_closed", vote });
    await page.getByRole("region", { name: "Çfarë u vendos deri tani" }).getByText("U miratua").waitFor();
  });

  it("is told when an item begins for which they asked, by their own browser", async () => {
    const { page, open } = await visitor({ council });
    await open(`/en/live/${session.slug}`);
    await page.getByRole("button", { name: "Tell me when item 2 begins" }).click();
    await page.reload();
    await page.getByText("We will tell you").waitFor();
    await page.evaluate(() => {
      Object.defineProperty(document, "hasFocus", { value: () => false });
    });
    await session.step({ kind: "item_started", itemId: session.items[1] });
    await expect.poll(() => page.title()).toBe("● Item 2 is beginning");
  });

  it("who has no script sees how things stand by reloading", async () => {
    const { page } = await visitor({ council, javaScriptEnabled: false });
    await page.goto(`/drejtperdrejt/${session.slug}`);
    await page.getByRole("heading", { level: 2, name: "2 Emërtimi i sheshit" }).waitFor();
    await session.step({ kind: "break_began" });
    await expect
      .poll(
        async () => {
          await page.reload();
          return page.locator(".live-pause").count();
        },
        { timeout: 15_000 },
      )
      .toBe(1);
  });

  it("reads what was decided when it is over, and the line above all pages is gone", async () => {
    const { page, open } = await visitor({ council });
    await open(`/drejtperdrejt/${session.slug}`);
    await session.step({ kind: "break_ended" });
    await session.step({ kind: "closed" });
    await page.getByRole("region", { name: "Çfarë u vendos" }).waitFor();
    await page.getByText("Mbaroi", { exact: true }).waitFor();
    await expect
      .poll(
        async () => {
          await open("/");
          return page.locator(".watch").count();
        },
        { timeout: 15_000 },
      )
      .toBe(0);
  });

  it("another council's citizens hear nothing of it", async () => {
    // The neighbour may have a meeting of its own on that day, and so at that address.
    const { page, open } = await visitor({ council: "detas", mayHear: /404/ });
    for (const address of [`/drejtperdrejt/${session.slug}`, "/"]) {
      await open(address);
      expect(await page.locator("body").innerText()).not.toMatch(/Tarifa e tregut|Emërtimi i sheshit/);
    }
    expect(await page.locator(`.watch a[href*="${session.slug}"]`).count()).toBe(0);
  });
});
