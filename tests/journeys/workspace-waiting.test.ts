import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { pdfOf } from "../support/content.ts";
import { signUp } from "./support/sign-up.ts";
import { hydrated, visitors } from "./support/visitor.ts";

const visitor = visitors();
const fresh = "/admin/publikimet/i-ri?element=V.1.1";

const paper = async (name: string) => ({
  name,
  mimeType: "application/pdf",
  buffer: await pdfOf(`Teksti i skedarit ${name}`),
});

/** The line is held until it is let go: files stand in the middle of their way. */
async function slowLine(page: Page): Promise<() => void> {
  let release = () => {};
  const open = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(/\/api\/v1\/admin\/uploads\/[^/]+\/finish$/, async (route) => {
    await open;
    await route.continue();
  });
  return release;
}

async function begin(page: Page, title: string) {
  await page.fill('input[name="title.sq"]', title);
  await page.fill('input[name="date"]', "2026-03-02");
  await page.selectOption('select[name="fields.topic"]', { index: 1 });
}
const save = (page: Page) => page.getByRole("button", { name: "Ruani si draft" }).last();
const files = (page: Page) => page.locator('.upload input[type="file"]').first();
const held = (page: Page) => page.locator(".held-form");

it("A form that is sent while its files are on their way waits for them, says so, and goes by itself", async () => {
  const { page, open } = await visitor();
  await signUp(page, "Besa Kola", "secretary");
  await open(fresh);
  await begin(page, "Lajm me dy skedarë");
  const release = await slowLine(page);
  await files(page).setInputFiles([await paper("njoftim_i_pare.pdf"), await paper("njoftim_i_dyte.pdf")]);
  await save(page).click();
  await held(page).getByText("Formulari pret 2 skedarë që po ngarkohen").waitFor();
  expect(await held(page).getAttribute("role")).toBe("status");
  expect(page.url()).toContain("i-ri");

  release();
  await page.waitForURL(/done=created/);
  for (const title of ["Njoftim i pare", "Njoftim i dyte"]) expect(await chosen(page)).toContain(title);
}, 120_000);

/** What is chosen in the lists of the form, in words. */
const chosen = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLSelectElement>("form#thing select")]
      .map((select) => select.selectedOptions[0]?.textContent ?? "")
      .concat([...document.querySelectorAll<HTMLInputElement>("form#thing input")].map((input) => input.value))
      .join("\n"),
  );

it("A file that was stopped is asked about, and the form is sent without it only when somebody says so", async () => {
  const { page, open } = await visitor();
  await signUp(page, "Ilir Hoxha", "editor");
  await open(fresh);
  await begin(page, "Lajm pa skedar");
  const release = await slowLine(page);
  await page.route(/\/api\/v1\/admin\/uploads$/, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    await route.continue();
  });
  await files(page).setInputFiles([await paper("ndalet.pdf")]);
  await page.getByRole("button", { name: "Ndalini të gjithë" }).click();
  await save(page).click();
  await held(page).getByText("Një skedar nuk ka mbërritur").waitFor();
  await held(page).getByRole("button", { name: "Kthehuni te formulari" }).click();
  expect(await held(page).innerText()).toBe("");
  expect(page.url()).toContain("i-ri");

  await save(page).click();
  await held(page).getByRole("button", { name: "Dërgojeni pa skedarët që mungojnë" }).click();
  await page.waitForURL(/done=created/);
  await hydrated(page);
  expect(await page.inputValue('input[name="title.sq"]')).toBe("Lajm pa skedar");
  release();
}, 120_000);

it("A file that the council has already is told with the way to it, and is taken out of the form again on the spot", async () => {
  const { page, open } = await visitor();
  await signUp(page, "Drita Leka", "editor");
  await open(fresh);
  const first = await paper("raport_vjetor.pdf");
  await files(page).setInputFiles([first]);
  const rows = page.locator("fieldset.rows > ol > li");
  await rows.first().waitFor();
  await files(page).setInputFiles([{ ...first, name: "kopje_e_raportit.pdf" }]);
  const asked = page.locator(".same-asked");
  await asked.getByText("Ky është i njëjti skedar si").waitFor();
  expect(await asked.getByRole("link").innerText()).toBe("Raport vjetor");
  expect(await rows.count()).toBe(2);
  await asked.getByRole("button", { name: "Hiqeni këtë" }).click();
  await asked.waitFor({ state: "detached" });
  expect(await rows.count()).toBe(1);

  await files(page).setInputFiles([{ ...first, name: "kopje_tjeter.pdf" }]);
  await asked.getByRole("button", { name: "Mbajini të dy" }).click();
  await asked.waitFor({ state: "detached" });
  expect(await rows.count()).toBe(2);
}, 120_000);
