import { execFile } from "node:child_process";
import { promisify } from "node:util";
import type { Page } from "playwright-core";
import { expect, inject, it } from "vitest";
import { codeAt } from "../../server/auth/one-time-code.ts";
import { visitors } from "./support/visitor.ts";

const visitor = visitors();
const password = "nëntë ura mbi lumë";

async function linkFrom(script: string, args: string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, [script, ...args], {
    env: { ...process.env, ...inject("environment"), PORT: String(inject("port")) },
  });
  return stdout.trim().split("\n").at(-1)!;
}

/** A telephone's own authenticator: it finds passkeys by host and knows its owner. */
async function withAuthenticator(page: Page) {
  const client = await page.context().newCDPSession(page);
  await client.send("WebAuthn.enable");
  const { authenticatorId } = await client.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      ...{ protocol: "ctap2", transport: "internal", hasResidentKey: true, hasUserVerification: true },
      ...{ isUserVerified: true, automaticPresenceSimulation: true },
    },
  });
  return {
    credentials: async () => (await client.send("WebAuthn.getCredentials", { authenticatorId })).credentials,
    recognises: (isUserVerified: boolean) =>
      client.send("WebAuthn.setUserVerified", { authenticatorId, isUserVerified }),
  };
}

it("A secretary makes a passkey, signs in with a touch, uses it after the password, and takes it away", {
  timeout: 120_000,
}, async () => {
  const email = "celesi@valbardhe.example";
  const link = await linkFrom("server/cli/tenant.ts", ["invite", "valbardhe", email, "--name", "Drita Çela"]);
  const { page, open } = await visitor({ mayHear: /status of 422/ });
  const authenticator = await withAuthenticator(page);
  await page.goto(link);
  await page.getByLabel("Fjalëkalimi i ri").fill(password);
  await page.getByRole("button", { name: "Pranoj dhe vazhdoj" }).click();
  const secret = (await page.locator(".secret").innerText()).replaceAll(" ", "");
  await page.getByLabel("Kodi", { exact: true }).fill(codeAt(secret, new Date()));
  await page.getByRole("button", { name: "Konfirmoni kodin" }).click();
  await page.getByRole("link", { name: "I kam ruajtur" }).click();

  await open("/admin/llogaria");
  await page.getByLabel("Si e quani çelësin e ri").fill("Telefoni im");
  await page.getByRole("button", { name: "Krijoni një çelës kalimi" }).click();
  await page.getByRole("status").filter({ hasText: "Çelësi i kalimit vlen." }).waitFor();
  expect((await authenticator.credentials()).map(({ rpId }) => rpId)).toEqual(["valbardhe.localhost"]);

  const leave = async () => {
    await page.context().clearCookies();
    await open("/admin/hyrja");
  };
  await leave();
  await page.getByRole("button", { name: "Hyni me çelës kalimi" }).click();
  await page.getByRole("heading", { level: 1, name: "Dita" }).waitFor();

  // Whom the telephone does not recognise it lets do nothing.
  await leave();
  await authenticator.recognises(false);
  await page.getByRole("button", { name: "Hyni me çelës kalimi" }).click();
  await page.getByText("Shfletuesi nuk mori asnjë çelës kalimi.").waitFor();
  await authenticator.recognises(true);

  await page.getByLabel("Posta elektronike").fill(email);
  await page.getByLabel("Fjalëkalimi").fill(password);
  await page.getByRole("button", { name: "Hyni", exact: true }).click();
  await page.getByRole("heading", { level: 1, name: "Kodi" }).waitFor();
  await page.locator("html[data-hydrated]").waitFor({ state: "attached" });
  await page.getByRole("button", { name: "Hyni me çelës kalimi" }).click();
  await page.getByRole("heading", { level: 1, name: "Dita" }).waitFor();

  await open("/admin/llogaria");
  await page.getByRole("button", { name: "Hiqni çelësin e kalimit Telefoni im" }).click();
  await page.getByRole("status").filter({ hasText: "Çelësi i kalimit u hoq." }).waitFor();
  await leave();
  await page.getByRole("button", { name: "Hyni me çelës kalimi" }).click();
  await page.getByRole("alert").filter({ hasText: "Ky çelës kalimi nuk njihet këtu" }).waitFor();
});

it("Without script there is no button that does nothing: the password and the code remain", async () => {
  const { page } = await visitor({ javaScriptEnabled: false });
  await page.goto("/admin/hyrja");
  await page.getByRole("button", { name: "Hyni", exact: true }).waitFor();
  expect(await page.getByRole("button", { name: "Hyni me çelës kalimi" }).count()).toBe(0);
});
