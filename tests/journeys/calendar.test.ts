import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import ical from "node-ical";
import { describe, expect, it } from "vitest";
import { elementByCode } from "../../server/features/elements/catalogue.shared.ts";
import { phrases } from "../../server/http/phrases.ts";
import { ask } from "./support/ask.ts";
import { hydrated, telephone, visitors } from "./support/visitor.ts";

const run = promisify(execFile);
const visitor = visitors();
const calendar = elementByCode("I.3.2");
/** It has one meeting, of February. */
const council = "korce";

describe.each(["sq", "en"] as const)("Reading the calendar in %s,", (locale) => {
  const t = phrases(locale, "calendar");

  it("a journalist goes back to the last meeting, takes all of its papers, and proves that nobody changed them", async () => {
    const { page, open } = await visitor({ council, acceptDownloads: true });
    await open(calendar.path[locale]);
    await page.getByRole("link", { name: t("view.list"), exact: true }).click();
    await page.waitForURL(/view=list/);
    const past = page.getByRole("region", { name: t("past") });
    const link = past.locator('a[href$=".zip"]').first();
    const coming = page.waitForEvent("download");
    await link.click();
    const download = await coming;
    const folder = await mkdtemp(join(tmpdir(), "e-keshilli-package-"));
    try {
      await run("unzip", ["-q", await download.path(), "-d", folder]);
      const { stdout } = await run("sha256sum", ["--check", "--strict", "manifest-sha256.txt"], { cwd: folder });
      expect(stdout).toContain("Relacioni për çmimet.pdf: OK");
      const contents = phrases(locale, "packages")("contents_file");
      expect(await readFile(join(folder, contents), "utf8")).toContain(phrases(locale, "packages")("agenda"));
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });

  it("somebody with a telephone turns the months and sees the days on which something is", async () => {
    const { page, open } = await visitor({ ...telephone, council });
    await open(calendar.path[locale]);
    const title = page.locator(".sheet-title");
    const first = await title.innerText();
    await page.locator('nav a[rel="prev"]').tap();
    await page.waitForURL(/month=2026-02/);
    await hydrated(page);
    await expect.poll(() => title.innerText()).not.toBe(first);
    const days = page.locator("ol.month > li:visible");
    await days.first().waitFor();
    expect(await page.locator("ol.month ul > li").count(), "the month's one meeting").toBe(1);
    expect(await days.count()).toBe(await page.locator("ol.month > li:not(.vacant)").count());
    await page.getByRole("link", { name: t("this_month") }).tap();
    await expect.poll(() => title.innerText()).toBe(first);
  });

  it("what the page offers to subscribe to is a calendar, at the address that it names", async () => {
    const { page, open } = await visitor({ council });
    await open(calendar.path[locale]);
    const address = new URL((await page.locator('a[href^="webcal:"]').getAttribute("href"))!);
    const { status, body } = await ask(address.hostname, address.pathname + address.search);
    expect(status).toBe(200);
    const events = Object.values(ical.sync.parseICS(body.toString())).filter((one) => one?.type === "VEVENT");
    expect(events.length).toBeGreaterThan(0);
  });
});
