import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { type Account, password, signUp, signUpOperator } from "./support/sign-up.ts";
import { siteOf, visitors } from "./support/visitor.ts";

const visitor = visitors();
const reason = "Sekretarja kërkoi ndihmë me stemën e re";
const used = /Ky kalim është përdorur, ka skaduar ose nuk është për këtë këshill/;

async function signIn(page: Page, { email, recoveryCodes }: Account) {
  await page.goto("/konsola/hyrja");
  await page.getByLabel("Posta elektronike").fill(email);
  await page.getByLabel("Fjalëkalimi").fill(password);
  await page.getByRole("button", { name: "Hyni", exact: true }).click();
  await page.getByLabel("Kodi", { exact: true }).fill(recoveryCodes[0]!);
  await page.getByRole("button", { name: "Vazhdoni" }).click();
  await page.getByRole("status").filter({ hasText: "Kanë mbetur 9" }).waitFor();
  await page.goto("/konsola");
}

it("The operator enters a council with a reason and leaves it: the link works once, and the secretary reads of the visit", async () => {
  const secretary = await visitor();
  await signUp(secretary.page, "Drita Çela", "secretary");
  const { page } = await visitor({ council: "operator", mayHear: /status of (410|422)/ });
  const account = await signUpOperator(page, "Besa Operatore");
  await page.context().clearCookies();
  await page.goto("/konsola");
  expect(new URL(page.url()).pathname).toBe("/konsola/hyrja");
  await signIn(page, account);

  await page.getByRole("link", { name: /Valbardhë/ }).click();
  const why = page.getByLabel("Pse hyni");
  await why.fill("provë");
  await page.getByRole("button", { name: "Vazhdoni" }).click();
  await page
    .getByRole("alert")
    .getByRole("link", { name: /Thoni me një fjali pse hyni/ })
    .click();
  expect(await why.inputValue()).toBe("provë");
  await why.fill(reason);
  await page.getByRole("button", { name: "Vazhdoni" }).click();
  const onward = page.getByRole("link", { name: /^Kaloni te: / });
  const link = (await onward.getAttribute("href"))!;
  expect(new URL(link).origin).toBe(siteOf("valbardhe"));

  // At the neighbour's the same link opens nothing, tells nothing, and is not used up by it.
  const neighbour = await visitor({ council: "gurekuq", mayHear: /status of 410/ });
  await neighbour.page.goto(new URL(link).pathname);
  const refusal = await neighbour.page.locator("main").innerText();
  expect(refusal).toMatch(used);
  expect(refusal).not.toContain(reason);

  await onward.click();
  await page.getByRole("heading", { level: 1, name: "Po hyni si operator" }).waitFor();
  expect(await page.locator("main").innerText()).toContain(reason);
  await page.getByRole("button", { name: "Hyni", exact: true }).click();
  await page.waitForURL(`${siteOf("valbardhe")}/admin`);
  const band = page.getByRole("note").filter({ hasText: "Besa Operatore, operator, deri në orën" });
  for (const path of ["/admin", "/admin/aktet", "/en/admin/meetings"]) {
    await page.goto(siteOf("valbardhe") + path);
    expect(await page.getByRole("note").filter({ hasText: reason }).innerText(), path).toContain("Besa Operatore");
  }

  // Whoever else has the link finds it used.
  const second = await visitor({ mayHear: /status of 410/ });
  await second.page.goto(link);
  expect(await second.page.locator("main").innerText()).toMatch(used);
  await second.page.goto("/admin");
  expect(new URL(second.page.url()).pathname).toBe("/admin/hyrja");

  const visits = secretary.page.getByRole("region", { name: "Vizitat e operatorit" });
  const here = visits.getByRole("listitem").filter({ hasText: reason }).getByText("Tani është këtu");
  await secretary.page.goto("/admin/perdoruesit");
  await here.waitFor();

  await page.goto(`${siteOf("valbardhe")}/admin`);
  await band.getByRole("button", { name: "Largohuni" }).click();
  await page.waitForURL(/\/admin\/hyrja/);
  await page.goto(`${siteOf("valbardhe")}/admin/aktet`);
  expect(new URL(page.url()).pathname).toBe("/admin/hyrja");
  await page.goto(link);
  expect(await page.locator("main").innerText()).toMatch(used);

  await secretary.page.reload();
  await visits.getByText(reason).waitFor();
  expect(await here.count()).toBe(0);
  await secretary.page.goto("/admin/auditi?who=Besa+Operatore");
  const noted = (await secretary.page.locator("main ol > li").allInnerTexts()).filter((text) => text.includes(reason));
  expect(noted.map((text) => /\b(hyri|u largua)\b/.exec(text)?.[0])).toEqual(["u largua", "hyri"]);
  for (const text of noted) expect(text).toContain("Besa Operatore, operator");
}, 180_000);
