import { execFile } from "node:child_process";
import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Page } from "playwright-core";
import { inject } from "vitest";
import { codeAt } from "../../../server/auth/one-time-code.ts";

const root = join(import.meta.dirname, "../../..");
export const password = "nëntë ura mbi lumë";

export interface Account {
  email: string;
  secret: string;
  /** Each lets in once in place of the second factor. */
  recoveryCodes: string[];
}

/** Invites somebody from the command line and accepts in the browser, to the first screen. */
export async function signUp(page: Page, name: string, role: "secretary" | "editor" | "publisher"): Promise<Account> {
  const email = `${randomUUID()}@valbardhe.example`;
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ["server/cli/tenant.ts", "invite", "valbardhe", email, "--role", role],
    { cwd: root, env: inject("environment") },
  );
  await page.goto(/\/admin\/ftesa\/\S+/.exec(stdout)![0]);
  await page.fill('input[name="name"]', name);
  await page.fill('input[name="password"]', password);
  await page.click('main button[type="submit"]');
  const secret = (await page.locator("code.secret").textContent())!.replaceAll(" ", "");
  await page.fill('input[name="code"]', codeAt(secret, new Date()));
  await page.click('main button[type="submit"]');
  await page.waitForSelector("code.secret", { state: "detached" });
  const recoveryCodes = await page.locator(".codes code").allInnerTexts();
  return { email, secret, recoveryCodes };
}
