import { readFile } from "node:fs/promises";
import { parse } from "csv-parse/sync";
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { phrases } from "../../server/http/phrases.ts";
import { pdfOf } from "../support/content.ts";
import { faultsOf } from "./support/faults.ts";
import { signUp } from "./support/sign-up.ts";
import { hydrated, telephone, visitors } from "./support/visitor.ts";

const visitor = visitors();
const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).last().click();

/** Writes into a field that has the tools of a text. */
async function write(page: Page, field: string, text: string) {
  await page.locator(`#thing-${field}`).click();
  await page.keyboard.type(text);
}

it("From a telephone a publisher finds what an editor handed over, reads it, and the public reads it too", {
  timeout: 120_000,
}, async () => {
  const t = phrases("sq", "editing");
  const title = "Ura e re mbi lumë hapet të premten";
  const editor = await visitor();
  await signUp(editor.page, "Ilir Hoxha", "editor");
  await editor.open("/admin/publikimet/i-ri?element=V.1.1");
  await editor.page.fill('[name="title.sq"]', title);
  await editor.page.fill('[name="date"]', "2026-03-04");
  await editor.page.selectOption('[name="fields.topic"]', { index: 1 });
  await write(editor.page, "body-sq", "Kalimi është pa pagesë.");
  await press(editor.page, t("create"));
  await editor.page.waitForURL(/done=created/);
  await hydrated(editor.page);
  expect(await editor.page.getByRole("button", { name: t("publish"), exact: true }).count()).toBe(0);
  await editor.page.getByLabel(t("submit_note")).fill("Gati për të premten.");
  await press(editor.page, t("submit"));
  await editor.page.waitForURL(/done=submitted/);

  const { page, open } = await visitor(telephone);
  await signUp(page, "Gent Prifti", "publisher");
  await open("/admin");
  await page.locator(".desk-menu > summary").tap();
  await page.getByRole("link", { name: t("approvals"), exact: true }).tap();
  await page.waitForURL(/miratimet/);
  await page.getByText("“Gati për të premten.”").waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await page
    .getByRole("link", { name: t("look_and_publish") })
    .filter({ hasText: title })
    .tap();
  await page.waitForURL(/publikimet\//);
  await hydrated(page);
  expect(await faultsOf(page)).toEqual([]);
  await page.getByRole("button", { name: t("publish"), exact: true }).tap();
  await page.waitForURL(/done=published/);
  await page.getByRole("link", { name: t("see_public") }).tap();
  await page.getByRole("heading", { level: 1, name: title }).waitFor();
  expect(await page.locator("main").innerText()).toContain("Kalimi është pa pagesë.");
});

/** Whatever on a page could change something. */
const deedsOn = (page: Page) =>
  page
    .locator('main :is(button, input[type="submit"])')
    .evaluateAll((all) =>
      all
        .filter((one) => one.closest("form")?.getAttribute("method") === "post" && one.checkVisibility())
        .map((one) => one.textContent!.trim()),
    );

it("In English an auditor reads who changed what, narrows it, takes it along as a table, and finds nothing to press", {
  timeout: 180_000,
}, async () => {
  const who = "Valbona Kuka";
  const secretary = await visitor();
  await signUp(secretary.page, who, "secretary");
  await secretary.open("/en/admin/readiness/III.1.4");
  await secretary.page.getByLabel("Your comment").fill("It waits for a signature.");
  await press(secretary.page, "Save");
  await secretary.page.waitForURL(/done=saved/);

  const { page, open } = await visitor({ acceptDownloads: true, mayHear: /status of 403/ });
  await signUp(page, "Edmond Auditi", "auditor");
  await open("/en/admin");
  await page.getByRole("link", { name: "Audit", exact: true }).click();
  await page.waitForURL(/\/en\/admin\/audit/);
  await page.getByLabel("Who", { exact: true }).fill(who);
  await page.getByLabel("Kind", { exact: true }).selectOption("element");
  await press(page, "Show");
  await page.waitForURL(/who=Valbona/);
  const changes = page.locator(".changes > li");
  await page.getByRole("heading", { name: "1 change", exact: true }).waitFor();
  expect(await changes.count()).toBe(1);
  expect(await changes.innerText()).toContain(who);
  await changes.getByText("field changed").click();
  await changes.getByText("It waits for a signature.").waitFor();
  const table = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download as CSV" }).click();
  const rows = parse(await readFile(await (await table).path()), { bom: true }) as string[][];
  expect(rows.map((row) => row.includes(who))).toEqual([false, true]);
  expect(rows.flat().some((cell) => cell.includes("It waits for a signature."))).toBe(true);

  const places = await page
    .locator(".desk-menu a")
    .evaluateAll((links) => links.map((link) => link.getAttribute("href")!));
  expect(places.length).toBeGreaterThan(10);
  const found: Record<string, string[]> = {};
  /** Looks at a page; where it leads to of what is its own. */
  const look = async (path: string) => {
    const answer = await page.goto(path);
    expect([path, answer!.status(), await page.getByRole("heading", { level: 1 }).count()]).toEqual([path, 200, 1]);
    const deeds = await deedsOn(page);
    if (deeds.length > 0) found[path] = deeds;
    return page
      .locator("main a[href]")
      .evaluateAll((links) => [...new Set(links.map((link) => (link as HTMLAnchorElement).pathname))]);
  };
  for (const path of places) {
    const thing = (await look(path)).find((href) => /\/[0-9a-f-]{36}$/.test(href));
    const below = thing ? (await look(thing)).filter((href) => href.startsWith(`${thing}/`)) : [];
    for (const part of below) if (!/\.\w+$/.test(part)) await look(part);
  }
  expect(found).toEqual({});
});

it("A councillor, whom the secretary has named in the register, tells on the own page when citizens are received", {
  timeout: 120_000,
}, async () => {
  const { page, open } = await visitor({ ...telephone, mayHear: /status of 403/ });
  const name = "Këshilltarja e Dytë";
  await signUp(page, name, "councillor");
  await open("/admin");
  await page.getByText("Llogaria juaj ende nuk i përket askujt").waitFor();

  const secretary = await visitor();
  await signUp(secretary.page, "Drita Çela", "secretary");
  await secretary.open("/admin/perdoruesit");
  await secretary.page.getByRole("link", { name }).click();
  await secretary.page.waitForURL(/perdoruesit\//);
  await hydrated(secretary.page);
  const people = secretary.page.locator('select[name="person"]');
  await people.selectOption({ index: 2 });
  const person = (await people.locator("option:checked").innerText()).split(" (")[0]!;
  await secretary.page.locator('form[action$="/rolet"] button[type="submit"]').last().click();
  await secretary.page.waitForURL(/done=roles_changed/);

  const t = phrases("sq", "profile");
  await open("/admin");
  await page.locator(".own-name", { hasText: person }).waitFor();
  await page.getByRole("link", { name: t("edit") }).tap();
  await page.waitForURL(/njerezit\//);
  await hydrated(page);
  expect(await page.locator('[name="name"]').count(), "the secretary keeps the name").toBe(0);
  await page.fill('[name="contacts.hours.sq"]', "E enjte, 17.00–19.00");
  await page.fill('[name="contacts.hours.en"]', "Thursdays, 17.00–19.00");
  expect(await faultsOf(page)).toEqual([]);
  await press(page, phrases("sq", "editing")("save"));
  await page.waitForURL(/done=saved/);
  await open("/admin");
  await page.getByRole("link", { name: t("see_public") }).tap();
  await page.getByRole("heading", { level: 1, name: person }).waitFor();
  await page.getByText("E enjte, 17.00–19.00").first().waitFor();
  for (const path of ["/admin/njerezit", "/admin/aktet", "/admin/auditi", "/admin/cilesimet"]) {
    const answer = await page.goto(path);
    expect(answer!.status(), path).toBe(403);
  }
});

it("The coordinator for consultation puts a draft act to the public, and publishes what came out of it", {
  timeout: 120_000,
}, async () => {
  const edit = phrases("sq", "editing");
  const t = phrases("sq", "consultation");
  const title = "Për zhurmat gjatë natës";
  const { page, open } = await visitor({ mayHear: /status of 403/ });
  await signUp(page, "Klea Dervishi", "coordinator_consultation");
  await open("/admin/projektaktet/i-ri");
  await page.fill('[name="title.sq"]', title);
  for (const [field, value] of Object.entries({
    ...{ type: "decision", nature: "normative", subject: "environment", proposerKind: "mayor" },
  }))
    await page.selectOption(`[name="${field}"]`, value);
  await page.fill('[name="registeredOn"]', "2026-01-05");
  await page.locator('[name="consultationRequired"]').check();
  await write(page, "body-sq", "Neni 1. Pas orës 23.00 nuk ka muzikë në rrugë.");
  await press(page, edit("create"));
  await page.waitForURL(/done=created/);
  await hydrated(page);
  await press(page, edit("publish"));
  await page.waitForURL(/done=published/);
  const form = new URL(page.url()).pathname;

  await page.getByRole("link", { name: t("title") }).click();
  await page.waitForURL(/konsultimi/);
  await hydrated(page);
  const step = async (name: "consultation" | "review", fields: Record<string, string>) => {
    const one = page.locator("details", { has: page.locator("summary", { hasText: t(`step.${name}`) }) });
    if ((await one.getAttribute("open")) === null) await one.locator("summary").click();
    for (const [field, value] of Object.entries(fields)) await one.locator(`[name="${field}"]`).fill(value);
    await one.getByRole("button", { name: t(`send.${name}`), exact: true }).click();
    await page
      .getByRole("status")
      .filter({ hasText: t(`done.${name}`) })
      .waitFor();
    await hydrated(page);
  };
  await step("consultation", { day: "2026-01-12" });
  await step("review", { "note.sq": "Erdhën 14 komente: 9 u pranuan, 5 jo, secili me arsyen e vet." });
  expect(await faultsOf(page)).toEqual([]);

  await open(form);
  const report = {
    name: "raporti_i_konsultimit.pdf",
    mimeType: "application/pdf",
    buffer: await pdfOf("Raporti i konsultimit publik"),
  };
  await page.locator('.upload input[type="file"]').first().setInputFiles([report]);
  await page.locator("fieldset.rows > ol > li").first().waitFor();
  await page.locator('select[name^="documents."][name$=".role"]').first().selectOption("annex");
  await press(page, edit("save"));
  await page.waitForURL(/done=saved/);
  await page.getByRole("link", { name: edit("see_public") }).click();
  await page.getByRole("heading", { level: 1, name: title }).waitFor();
  const read = await page.locator("main").innerText();
  for (const said of ["Erdhën 14 komente", "Raporti i konsultimit", "muzikë në rrugë"]) expect(read).toContain(said);
  for (const path of ["/admin/publikimet", "/admin/mbledhjet", "/admin/aktet"]) {
    const answer = await page.goto(path);
    expect(answer!.status(), path).toBe(403);
  }
});
