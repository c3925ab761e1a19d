import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { promisify } from "node:util";
import type { AxeResults } from "axe-core";
import type { Page } from "playwright-core";
import { describe, expect, inject, it } from "vitest";
import { codeAt } from "../../server/auth/one-time-code.ts";
import { telephone, visitors } from "./support/visitor.ts";

const visitor = visitors();
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const password = "nëntë ura mbi lumë";

/** What the operator's command prints. */
async function invitationFor(email: string): Promise<string> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ["server/cli/tenant.ts", "invite", "valbardhe", email, "--name", "Drita Çela"],
    { env: { ...process.env, ...inject("environment"), PORT: String(inject("port")) } },
  );
  return new URL(stdout.trim().split("\n").at(-1)!).pathname;
}

/** What keeps people out of the page as it stands, by day and by night, and how far it is wider than the screen. */
async function faultsOf(page: Page): Promise<string[]> {
  const faults: string[] = [];
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await page.evaluate(axe);
    const { violations } = (await page.evaluate(() =>
      (globalThis as unknown as { axe: { run(options: object): Promise<AxeResults> } }).axe.run({
        runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
      }),
    )) as AxeResults;
    faults.push(...violations.map(({ id, nodes }) => `${colorScheme} ${id}: ${nodes[0]!.html.slice(0, 160)}`));
  }
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  return wider > 0 ? [...faults, `${wider} pixels wider than the screen`] : faults;
}

describe.each([
  { name: "without script", javaScriptEnabled: false },
  { name: "with script", javaScriptEnabled: true },
])("On a telephone, $name,", ({ name, javaScriptEnabled }) => {
  it("a secretary accepts an invitation, sets up the second factor, leaves, comes back and ends her other session", {
    timeout: 120_000,
  }, async () => {
    const email = `${name.replace(" ", "-")}@valbardhe.example`;
    const path = await invitationFor(email);
    const options = {
      ...telephone,
      viewport: { width: 320, height: 700 },
      javaScriptEnabled,
      mayHear: /status of 422/,
    };
    const { page } = await visitor(options);
    const faults: Record<string, string[]> = {};
    const look = async (at: string) => {
      const here = javaScriptEnabled ? await faultsOf(page) : [];
      if (here.length > 0) faults[at] = here;
    };

    await page.goto(path);
    await page.getByLabel("Fjalëkalimi i ri").fill("shkurt");
    await page.getByRole("button", { name: "Pranoj dhe vazhdoj" }).click();
    await look("refused invitation");
    await page.getByRole("alert").getByRole("link").click();
    expect(await page.evaluate(() => document.activeElement?.getAttribute("name"))).toBe("password");
    await page.locator("[name=password]").fill(password);
    await page.getByRole("button", { name: "Pranoj dhe vazhdoj" }).click();

    const secret = (await page.locator(".secret").innerText()).replaceAll(" ", "");
    await look("second factor");
    await page.getByLabel("Kodi", { exact: true }).fill(codeAt(secret, new Date()));
    await page.getByRole("button", { name: "Konfirmoni kodin" }).click();
    const recoveryCodes = await page.locator(".codes code").allInnerTexts();
    await look("recovery codes");
    await page.getByRole("link", { name: "I kam ruajtur" }).click();
    expect(await page.getByRole("heading", { level: 1 }).innerText()).toBe("Dita");
    await look("first screen");

    await page.locator("summary", { hasText: "Llogaria" }).click();
    await page.getByRole("button", { name: "Dilni", exact: true }).click();
    await look("sign-in");
    const signIn = async (on: Page, code: string) => {
      await on.goto("/admin/hyrja");
      await on.getByLabel("Posta elektronike").fill(email);
      await on.getByLabel("Fjalëkalimi").fill(password);
      await on.getByRole("button", { name: "Hyni", exact: true }).click();
      await on.getByLabel("Kodi", { exact: true }).fill(code);
      await on.getByRole("button", { name: "Vazhdoni" }).click();
    };
    await signIn(page, recoveryCodes[0]!);
    expect(await page.locator("p.done").innerText()).toContain("Kanë mbetur 9.");
    const elsewhere = await visitor(options);
    await signIn(elsewhere.page, recoveryCodes[1]!);
    await page.goto("/admin/llogaria");
    await look("own account");
    await page.getByRole("button", { name: "Dilni kudo, përveçse këtu" }).click();
    expect(await page.locator("p.done").innerText()).toContain("Dolët andej.");
    await elsewhere.page.goto("/admin");
    expect(new URL(elsewhere.page.url()).pathname).toBe("/admin/hyrja");

    for (const at of ["/admin/perdoruesit", "/en/admin/users", "/admin/auditi", "/en/admin/audit"]) {
      await page.goto(at);
      await look(at);
    }
    expect(faults).toEqual({});
  });
});
