import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, inject, it } from "vitest";
import { codeAt } from "../../server/auth/one-time-code.ts";
import { pdfOf } from "../support/content.ts";
import { hydrated, visitors } from "./support/visitor.ts";

const visitor = visitors();
const root = join(import.meta.dirname, "../..");

/** A link that makes an account, as the command line prints it. */
async function invitation(email: string): Promise<string> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ["server/cli/tenant.ts", "invite", "valbardhe", email, "--role", "editor"],
    { cwd: root, env: inject("environment") },
  );
  return /\/admin\/ftesa\/\S+/.exec(stdout)![0];
}

it("An editor's connection drops while forty files go up: they go on by themselves, each once", async () => {
  const { page, context, open } = await visitor({ mayHear: /ERR_INTERNET_DISCONNECTED/ });
  await open(await invitation("dyzet@valbardhe.example"));
  await page.fill('input[name="name"]', "Besa Kola");
  await page.fill('input[name="password"]', "nëntë ura mbi lumë");
  await page.click('main button[type="submit"]');
  const secret = (await page.locator("code.secret").textContent())!.replaceAll(" ", "");
  await page.fill('input[name="code"]', codeAt(secret, new Date()));
  await page.click('main button[type="submit"]');
  await page.waitForSelector("code.secret", { state: "detached" });
  await open("/admin/dokumentet");

  const state = (name: string, count: number) =>
    page.waitForFunction(
      ([wanted, least]) =>
        document.querySelectorAll(`.upload-items li[data-state="${wanted}"]`).length >= (least as number),
      [name, count] as const,
      { timeout: 150_000 },
    );
  const files = await Promise.all(
    Array.from({ length: 40 }, async (_, at) => ({
      name: `VENDIM_NR_${900 + at}_dt_12.03.2026.pdf`,
      mimeType: "application/pdf",
      buffer: await pdfOf(`Vendimi ${900 + at} i Këshillit`),
    })),
  );
  await page.setInputFiles("#upload-files", files);
  await state("done", 3);
  await context.setOffline(true);
  await state("offline", 1);
  await context.setOffline(false);
  await state("done", 40);

  await page.goto("/admin/dokumentet?q=VENDIM_NR_9");
  await hydrated(page);
  expect(await page.locator(".desk-documents > li").count()).toBe(40);
  expect(await page.locator("#all").textContent()).toBe("40 dokumente");
}, 240_000);
