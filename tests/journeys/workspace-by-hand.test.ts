import type { Page } from "playwright-core";
import sharp from "sharp";
import { expect, inject, it } from "vitest";
import { demoClock } from "../../server/demo/demo-clock.ts";
import { readableShade } from "../../server/features/settings/theme.ts";
import { dayIn } from "../../server/local-time.ts";
import { pdfOf } from "../support/content.ts";
import { signUp } from "./support/sign-up.ts";
import { hydrated, visitors } from "./support/visitor.ts";

const visitor = visitors();

/** The left half is red, the right one blue. */
async function halves(): Promise<Buffer> {
  const half = (background: string) => ({ create: { width: 400, height: 600, channels: 3 as const, background } });
  const blue = await sharp(half("#0000c0")).png().toBuffer();
  return sharp({ ...half("#c00000"), create: { ...half("#c00000").create, width: 800 } })
    .composite([{ input: blue, left: 400, top: 0 }])
    .jpeg()
    .toBuffer();
}

it("A photo is cut by keys alone and told to those who do not see it", async () => {
  const { page, open } = await visitor();
  await signUp(page, "Drita Çela", "secretary");
  await page.goto("/admin/njerezit");
  const person = (await page
    .locator('main a[href*="/admin/njerezit/"]:not([href*="i-ri"])')
    .first()
    .getAttribute("href"))!;
  await open(`/admin/fotot/person/${person.split("/").at(-1)}`);
  const crop = page.locator('input[name="crop"]');
  await page.setInputFiles('input[name="file"]', {
    name: "portret.jpg",
    mimeType: "image/jpeg",
    buffer: await halves(),
  });
  const frame = page.getByRole("application", { name: "Korniza mbi fotografinë" });
  await frame.locator("cropper-selection").waitFor({ state: "attached" });
  await page.waitForTimeout(500);

  // Keys that are pressed elsewhere are the page's.
  await page.evaluate(() => (document.activeElement as HTMLElement).blur());
  await page.keyboard.press("ArrowDown");
  await page.waitForTimeout(100);
  expect(await crop.inputValue()).toBe("");

  await page.locator('input[name="file"]').focus();
  await page.keyboard.press("Tab");
  expect(await frame.evaluate((element) => element === document.activeElement)).toBe(true);
  const edges = async () => {
    const [left = 0, top = 0, width = 800, height = 600] = (await crop.inputValue())
      .split(",")
      .filter(Boolean)
      .map(Number);
    return { left, top, right: left + width, bottom: top + height };
  };
  for (let presses = 0; (await edges()).right > 380 && presses < 200; presses += 1) {
    await page.keyboard.press("Shift+ArrowLeft");
    await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
  }
  const { left, right } = await edges();
  expect([left < 5, right > 300, right <= 380]).toEqual([true, true, true]);

  await page.getByLabel("Çfarë shihet në shqip").focus();
  await page.keyboard.type("Kryetarja te tryeza e mbledhjes");
  await page.keyboard.press("Enter");
  await page.getByRole("status").filter({ hasText: "Fotografia u ruajt." }).waitFor();
  const kept = page.getByRole("img", { name: "Kryetarja te tryeza e mbledhjes" });
  const seen = await kept.evaluate(async (image: HTMLImageElement) => {
    await image.decode();
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [image.naturalWidth, image.naturalHeight];
    const drawing = canvas.getContext("2d")!;
    drawing.drawImage(image, 0, 0);
    const [red = 0, , blue = 0] = drawing.getImageData(canvas.width - 3, Math.floor(canvas.height / 2), 1, 1).data;
    return { isRed: red > 120 && blue < 80, ratio: canvas.width / canvas.height };
  });
  expect(seen.isRed).toBe(true);
  expect(seen.ratio).toBeCloseTo((right - left) / 600, 1);
}, 120_000);

/** A meeting with items that nobody sees yet. */
async function agenda(page: Page, titles: readonly string[], days = 44): Promise<string> {
  const today = Temporal.PlainDate.from(dayIn(demoClock(inject("environment").DEMO_DATE ?? null).now()));
  await page.goto("/admin/mbledhjet/e-re");
  const form = page.locator("form#particulars");
  await form.getByLabel("Dita").fill(today.add({ days }).toString());
  await form.getByLabel("Ora e fillimit").fill(new Date().toISOString().slice(11, 16));
  await form.getByRole("button", { name: "Krijoni" }).click();
  await page.waitForURL(/done=created/);
  const desk = new URL(page.url()).pathname;
  for (const title of titles) {
    await page.goto(`${desk}/pikat/e-re`);
    await page.getByLabel("Titulli i pikës në shqip").fill(title);
    await page.getByRole("button", { name: "Shtoni pikën" }).click();
    await page.waitForURL(/done=item_added/);
  }
  return desk;
}

it("A file is dropped on an item of the agenda: it is with that item, as what its name says", async () => {
  const { page, open } = await visitor();
  await signUp(page, "Arta Hoxha", "secretary");
  const desk = await agenda(page, ["Buxheti", "Taksat"]);
  await open(desk);
  const name = "Shtojca_1_tarifat.pdf";
  const base64 = (await pdfOf(`Tarifat ${desk}`)).toString("base64");
  const dataTransfer = await page.evaluateHandle(
    ([called, text]) => {
      const carried = new DataTransfer();
      carried.items.add(new File([Uint8Array.from(atob(text!), (one) => one.charCodeAt(0))], called!));
      return carried;
    },
    [name, base64],
  );
  const item = (number: number) => page.locator(`.agenda-desk > li:nth-child(${number})`);
  await item(2).dispatchEvent("dragover", { dataTransfer });
  await item(2).dispatchEvent("drop", { dataTransfer });
  await page.getByRole("status").filter({ hasText: "Dokumentet u ruajtën." }).waitFor();
  await hydrated(page);
  const papers = item(2).locator(".item-papers > li");
  expect(await papers.count()).toBe(1);
  expect(await papers.innerText()).toMatch(/^Shtojca 1 tarifat\s+shtojcë/i);
  expect(await item(1).locator(".item-papers > li").count()).toBe(0);
}, 120_000);

it("A dropped file that speaks of somebody is asked about before it is put on the item of a public meeting", async () => {
  const { page, open } = await visitor({ mayHear: /status of 422/ });
  await signUp(page, "Arta Hoxha", "secretary");
  const desk = await agenda(page, ["Ndihma ekonomike"], 45);
  await page.goto(desk);
  await page.getByRole("button", { name: "Shfaqeni në kalendar" }).click();
  await page.waitForURL(/done=shown/);
  await open(desk);
  const buffer = await pdfOf(`Kërkesa ${desk}, numri personal J01231118R`);
  const files = [{ name: "Kerkesa.pdf", mimeType: "application/pdf", buffer }];
  await page.locator('.item-drop input[type="file"]').setInputFiles(files);
  await page.getByRole("button", { name: "Shihni pse" }).click();
  await page.getByRole("heading", { name: "Skedarët duket se flasin për persona" }).waitFor();
  await page.getByLabel("I kam parë: kjo mund të lexohet nga kushdo").check();
  await page
    .locator("form")
    .filter({ has: page.getByLabel("I kam parë") })
    .locator('button[type="submit"]')
    .last()
    .click();
  await page.waitForURL(/done=papers/);
  expect(await page.locator("main").innerText()).toContain("Kerkesa");
}, 120_000);

it("The act that another one changes is found by typing, with keys alone, and both public pages say so", async () => {
  const { page, open } = await visitor();
  await signUp(page, "Besa Kola", "secretary");
  await page.goto("/admin/aktet?state=published");
  const links = page.locator('main a[href*="/admin/aktet/"]:not([href*="i-ri"])');
  const hrefs = await links.evaluateAll((all) => all.map((link) => link.getAttribute("href")!));
  const acts = [...new Set(hrefs)].filter((href) => /[0-9a-f-]{36}$/.test(href));
  const dated = await page.evaluate(
    (ids) =>
      Promise.all(
        ids.map(async (id) => {
          const { input } = await (await fetch(`/api/v1/admin/editing/act/${id}`)).json();
          return { id, adoptedOn: input.adoptedOn as string };
        }),
      ),
    acts.slice(0, 8).map((href) => href.split("/").at(-1)!),
  );
  // Only what came before can be changed.
  dated.sort((one, two) => one.adoptedOn.localeCompare(two.adoptedOn));
  const [other, path] = [dated[0]!, dated.at(-1)!].map(({ id }) => `/admin/aktet/${id}`) as [string, string];
  await open(other);
  const title = await page.inputValue('input[name="title.sq"]');

  await open(path);
  const group = page.getByRole("group", { name: "Çfarë u bën akteve të tjera" });
  const before = await group.getByRole("combobox", { name: "Akti tjetër" }).count();
  await group.getByRole("button", { name: "Shtoni një lidhje" }).focus();
  await page.keyboard.press("Enter");
  const row = group
    .getByRole("listitem")
    .filter({ has: page.getByRole("combobox", { name: "Akti tjetër" }) })
    .last();
  await row.getByLabel("Çfarë bën").selectOption({ label: "Ndryshon" });
  const field = row.getByRole("combobox", { name: "Akti tjetër" });
  expect(await group.getByRole("combobox", { name: "Akti tjetër" }).count()).toBe(before + 1);
  await field.focus();
  await page.keyboard.type(title.slice(0, 60));
  const option = row.getByRole("option").filter({ hasText: title }).first();
  await option.waitFor();
  expect(await field.getAttribute("aria-expanded")).toBe("true");
  // Down to it, past whatever stands before.
  for (let presses = 0; presses < 20; presses += 1) {
    await page.keyboard.press("ArrowDown");
    if ((await field.getAttribute("aria-activedescendant")) === (await option.getAttribute("id"))) break;
  }
  await page.keyboard.press("Enter");
  expect(await field.inputValue()).toContain(title);
  expect(await field.getAttribute("aria-expanded")).toBe("false");
  await page.keyboard.press("Control+s");
  await page.waitForURL(/done=/);

  await page.getByRole("link", { name: "Shihni faqen publike" }).click();
  const relations = page.getByRole("region", { name: "Lidhjet me akte të tjera" });
  await relations.getByRole("listitem").filter({ hasText: "Ndryshon" }).getByRole("link", { name: title }).click();
  await page.getByRole("heading", { level: 1, name: title }).waitFor();
  expect(await relations.innerText()).toContain("Ndryshuar me");
}, 120_000);

it("A colour that is too light is told while it is typed, with the nearest one that can be read, and nothing is sent", async () => {
  const { page, open } = await visitor();
  await signUp(page, "Vjosa Kuqi", "secretary");
  await open("/admin/cilesimet");
  const field = page.locator('#colour input[name="brand"]');
  const told = page.locator('#colour-section [aria-live="polite"] > p');
  const mark = told.locator(".tag");
  const sent: string[] = [];
  page.on("request", (request) => {
    if (request.method() !== "GET" || request.isNavigationRequest()) sent.push(request.url());
  });
  const tooLight = "#ffe08a";
  expect([await mark.textContent(), await told.locator("b").textContent()]).toEqual([
    "lexohet",
    await field.inputValue(),
  ]);

  await field.fill("");
  await field.pressSequentially(tooLight);
  const nearest = readableShade(tooLight);
  await told.getByText(`Nuanca më e afërt që lexohet është ${nearest}.`).waitFor();
  expect([await mark.textContent(), await told.locator("b").textContent()]).toEqual(["nuk lexohet", tooLight]);
  expect(await page.locator("#colour-section table .tag.bad").count()).toBeGreaterThan(0);

  await field.fill(nearest);
  await told.getByText("Me këtë ngjyrë lexohet gjithçka").waitFor();
  expect([await mark.textContent(), await told.locator("b").textContent()]).toEqual(["lexohet", nearest]);
  expect([sent, await field.inputValue()]).toEqual([[], nearest]);
});
