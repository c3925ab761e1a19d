import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { elementByCode } from "../../server/features/elements/catalogue.shared.ts";
import { phrases } from "../../server/http/phrases.ts";
import { hydrated, telephone, visitors } from "./support/visitor.ts";

const run = promisify(execFile);
const visitor = visitors();
const acts = elementByCode("I.3.6");
const title = {
  sq: "Për miratimin e tarifës së pastrimit dhe largimit të mbetjeve për familjet dhe subjektet tregtare",
  en: "On the fee for cleaning and waste removal for households and businesses",
};
/** As people type it on a telephone. */
const words = { sq: "tarife pastrimit mbetjeve familjet", en: "fee waste households" };

describe.each(["sq", "en"] as const)("Reading in %s,", (locale) => {
  const t = phrases(locale, "acts");
  const home = phrases(locale, "home");
  const common = phrases(locale, "common");
  const collections = phrases(locale, "collections");

  it.each([true, false])(
    "somebody with a telephone (script: %s) finds what was decided about the waste fee and who voted for it",
    async (javaScriptEnabled) => {
      const { page, open } = await visitor({ ...telephone, javaScriptEnabled });
      const arrived = () => (javaScriptEnabled ? hydrated(page) : page.waitForLoadState());
      await open(locale === "sq" ? "/" : "/en/");
      const latest = page.locator("section", { has: page.getByRole("heading", { name: home("acts"), exact: true }) });
      await latest.locator(".bar a").tap();
      await page.getByRole("heading", { level: 1, name: acts.short[locale] }).waitFor();
      await arrived();
      await page.getByLabel(t("filter_text")).fill(words[locale]);
      await page.getByRole("button", { name: collections("filter_send") }).tap();
      await page.waitForURL(/[?&]q=/);
      await arrived();
      await page.getByRole("rowheader").getByRole("link", { name: title[locale], exact: true }).first().tap();
      await page.getByRole("heading", { level: 1, name: title[locale] }).waitFor();

      const vote = page.locator("section", { has: page.getByRole("heading", { name: t("vote"), exact: true }) });
      const voters = vote.locator(".voters > div", {
        has: page.getByRole("heading", { name: new RegExp(`^${common("vote.for")}:`) }),
      });
      const count = Number(/\d+$/.exec(await voters.getByRole("heading").innerText())![0]);
      expect(count).toBeGreaterThan(5);
      expect(await voters.getByRole("listitem").count()).toBe(count);
      const against = vote.locator(".voters > div", {
        has: page.getByRole("heading", { name: new RegExp(`^${common("vote.against")}:`) }),
      });
      expect(await against.getByRole("listitem").count()).toBeGreaterThan(1);
      const name = await voters.getByRole("link").first().innerText();
      await voters.getByRole("link").first().tap();
      await page.getByRole("heading", { level: 1, name }).waitFor();
      expect(new URL(page.url()).pathname).toMatch(locale === "sq" ? /^\/anetaret\// : /^\/en\/members\//);
    },
  );

  it("the fee's whole life can be followed: initiative, draft, hearing, vote, the prefect's return, and what the Council did then", async () => {
    const { page, open } = await visitor();
    await open(`${acts.path[locale]}?q=${encodeURIComponent(words[locale])}`);
    await page.getByRole("rowheader").getByRole("link", { name: title[locale], exact: true }).last().click();
    await page.getByRole("heading", { level: 1, name: title[locale] }).waitFor();
    const life = page.locator("section", { has: page.getByRole("heading", { name: t("life"), exact: true }) });
    const days = await life
      .locator("time")
      .evaluateAll((times) => times.map((one) => (one as HTMLTimeElement).dateTime));
    expect(days.length).toBeGreaterThan(6);
    expect(days).toEqual(days.toSorted());
    const draft = page.locator(`main a[href*="${elementByCode("I.3.7").path[locale]}/"]`).first();
    await draft.click();
    await page.waitForURL((url) => url.pathname.startsWith(`${elementByCode("I.3.7").path[locale]}/`));
    await page.locator(`main a[href*="${acts.path[locale]}/"]`).first().waitFor();
  });

  it("a journalist takes the year's acts as a table and the papers of its last meeting as one archive that proves itself", async () => {
    const { page, open } = await visitor({ acceptDownloads: true });
    await open(`${acts.path[locale]}?year=2025`);
    const found = Number(/\d+/.exec((await page.locator(".found h2").innerText()).replace(/[\s,.]/g, ""))![0]);
    expect(found).toBeGreaterThan(20);
    const table = page.waitForEvent("download");
    await page.getByRole("link", { name: collections("export_csv") }).click();
    const rows = parse(await readFile(await (await table).path()), { bom: true, columns: true }) as Record<
      string,
      string
    >[];
    expect(rows).toHaveLength(found);
    expect(rows.every(({ adopted_on = "" }) => adopted_on.startsWith("2025-"))).toBe(true);

    await open(`${elementByCode("I.3.3").path[locale]}?stage=minutes_published&year=2025`);
    await page.getByRole("rowheader").getByRole("link").first().click();
    await page.waitForURL(/\/(mbledhjet|meetings)\/\d{4}-/);
    await page.locator(".page-head .kicker, .page-head h1").first().waitFor();
    await page
      .getByRole("heading", { name: phrases(locale, "meetings")("agenda") })
      .first()
      .waitFor();
    const archive = page.waitForEvent("download");
    await page.locator('main a[href$=".zip"]').first().click();
    const folder = await mkdtemp(join(tmpdir(), "e-keshilli-package-"));
    try {
      await run("unzip", ["-q", await (await archive).path(), "-d", folder]);
      const { stdout } = await run("sha256sum", ["--check", "--strict", "manifest-sha256.txt"], { cwd: folder });
      expect(stdout.trim().split("\n").length).toBeGreaterThan(3);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
});
