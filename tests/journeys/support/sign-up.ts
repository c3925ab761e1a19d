import { execFile } from "node:child_process";
import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Page } from "playwright-core";
import { inject } from "vitest";
import { codeAt } from "../../../server/auth/one-time-code.ts";
import type { OfferedRole } from "../../../server/features/accounts/roles.shared.ts";

const root = join(import.meta.dirname, "../../..");
export const password = "nëntë ura mbi lumë";

export interface Account {
  email: string;
  secret: string;
  /** Each lets in once in place of the second factor. */
  recoveryCodes: string[];
}

async function invited(program: "tenant" | "operator", ...args: string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, [`server/cli/${program}.ts`, "invite", ...args], {
    cwd: root,
    env: inject("environment"),
  });
  return /\/(admin|konsola)\/ftesa\/\S+/.exec(stdout)![0];
}

/** Accepts an invitation in the browser, to the first screen. */
export async function accept(page: Page, path: string, name: string): Promise<Omit<Account, "email">> {
  await page.goto(path);
  await page.fill('input[name="name"]', name);
  await page.fill('input[name="password"]', password);
  await page.click('main button[type="submit"]');
  const secret = (await page.locator("code.secret").textContent())!.replaceAll(" ", "");
  await page.fill('input[name="code"]', codeAt(secret, new Date()));
  await page.click('main button[type="submit"]');
  await page.waitForSelector("code.secret", { state: "detached" });
  const recoveryCodes = await page.locator(".codes code").allInnerTexts();
  return { secret, recoveryCodes };
}

/**
 * Invites somebody from the command line and accepts in the browser, to the first screen.
 * @param council whose workspace it is: that of the visitor's site
 */
export async function signUp(page: Page, name: string, role: OfferedRole, council = "valbardhe"): Promise<Account> {
  const email = `${randomUUID()}@${council}.example`;
  return { email, ...(await accept(page, await invited("tenant", council, email, "--role", role), name)) };
}

/** The same for somebody who runs the portal, at the operator's own site. */
export async function signUpOperator(page: Page, name: string): Promise<Account> {
  const email = `${randomUUID()}@portali.example`;
  return { email, ...(await accept(page, await invited("operator", email, "--name", name), name)) };
}
