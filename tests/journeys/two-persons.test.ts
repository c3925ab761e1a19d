import type { Page } from "playwright-core";
import { afterEach, expect, inject, it } from "vitest";
import { phrases } from "../../server/http/phrases.ts";
import { pdfOf } from "../support/content.ts";
import { faultsOf } from "./support/faults.ts";
import { type LiveSession, liveSession } from "./support/live-session.ts";
import { signUp } from "./support/sign-up.ts";
import { hydrated, visitors } from "./support/visitor.ts";

const visitor = visitors();
let session: LiveSession | null = null;
/** A meeting of the example council that is over. */
async function meetingThatIsOver() {
  const opened = await liveSession(inject("environment"), "valbardhe", [{ sq: "Ura e re", en: "The new bridge" }]);
  session = opened;
  await opened.step({ kind: "opened" });
  await opened.step({ kind: "closed" });
  return opened.id;
}
afterEach(async () => {
  await session?.end();
  session = null;
});

async function wantsApproval(secretary: Page, approval: boolean) {
  await secretary.goto("/admin/cilesimet");
  const section = secretary.locator("#approval-section");
  await section.locator("input[type=checkbox]").setChecked(approval);
  await section.locator("button[type=submit]").click();
  await secretary.waitForURL(/done=approval/);
}

const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).first().click();
/** The form's own button is the last of that name: the first is the Enter key's. */
const send = (page: Page, name: string) =>
  page.locator("#thing").getByRole("button", { name, exact: true }).last().click();
const says = (page: Page, text: string) => page.getByRole("status").filter({ hasText: text }).waitFor();
const paper = async (text: string) => ({
  name: `${text}.pdf`,
  mimeType: "application/pdf",
  buffer: Buffer.from(await pdfOf(text)),
});
const onTelephone = { viewport: { width: 320, height: 640 } };

it.each([
  { locale: "sq", isScripted: true },
  { locale: "en", isScripted: false },
] as const)(
  "In $locale, with script: $isScripted, an editor hands over a recording, minutes made elsewhere and late papers, and the secretary publishes each",
  { timeout: 180_000 },
  async ({ locale, isScripted }) => {
    const edit = phrases(locale, "editing");
    const desk = phrases(locale, "desk");
    const minutes = phrases(locale, "minutes");
    const recording = phrases(locale, "recording");
    const settled = (page: Page) => (isScripted ? hydrated(page) : page.waitForLoadState());
    const { page: secretary } = await visitor(onTelephone);
    const { page: editor } = await visitor({ ...onTelephone, javaScriptEnabled: isScripted });
    await signUp(secretary, "Drita Leka", "secretary");
    await signUp(editor, "Ilir Hoxha", "editor");
    const id = await meetingThatIsOver();
    const meeting = (locale === "sq" ? "/admin/mbledhjet/" : "/en/admin/meetings/") + id;
    /** From the page of approvals the secretary comes to what waits. */
    const look = async () => {
      await secretary.goto(locale === "sq" ? "/admin/miratimet" : "/en/admin/approvals");
      expect(await faultsOf(secretary)).toEqual([]);
      await secretary.locator(`a.button[href*="${id}"]`).click();
      await secretary.waitForURL(new RegExp(id));
      expect(await faultsOf(secretary)).toEqual([]);
    };
    await wantsApproval(secretary, true);
    try {
      await editor.goto(`${meeting}/${locale === "sq" ? "regjistrimi" : "recording"}`);
      await editor.getByLabel(recording("link_address")).fill("https://example.com/mars.mp4");
      await press(editor, recording("link_save"));
      await says(editor, recording("done_linked"));
      await settled(editor);
      await editor.getByLabel(edit("submit_note")).fill(`Gati, ${locale}.`);
      await press(editor, edit("submit"));
      await says(editor, recording("done_submitted"));
      await look();
      expect(await secretary.locator("main").innerText()).toContain(`Gati, ${locale}.`);
      await press(secretary, recording("publish"));
      await says(secretary, recording("done_published"));

      await editor.goto(`${meeting}/${locale === "sq" ? "procesverbali" : "minutes"}`);
      await settled(editor);
      await editor.getByText(minutes("upload"), { exact: true }).click();
      await editor.setInputFiles("#minutes-file input[type=file]", await paper("Procesverbali i skanuar"));
      await editor
        .locator("#minutes-file")
        .getByRole("button", { name: edit("submit") })
        .click();
      await says(editor, minutes("done_file_submitted"));
      await look();
      await press(secretary, desk("minutes_send"));
      await secretary.waitForURL(/done=minutes/);

      await editor.goto(meeting);
      await editor.getByRole("link", { name: desk("waiting_papers") }).click();
      await editor.waitForURL(/miratimi|approval/);
      await settled(editor);
      await editor.setInputFiles("#laying input[type=file]", await paper("Letra e shoqatës"));
      await editor
        .locator("#laying")
        .getByRole("button", { name: edit("submit") })
        .click();
      await says(editor, desk("done_laid"));
      await look();
      await press(secretary, desk("waiting_let_in"));
      await secretary.waitForURL(/done=papers/);
      expect(await secretary.locator("main").innerText()).toContain("Letra e shoqatës");
    } finally {
      await wantsApproval(secretary, false);
    }
  },
);

it.each([
  { locale: "sq", isScripted: true },
  { locale: "en", isScripted: false },
] as const)(
  "In $locale, with script: $isScripted, an editor proposes what a public page is to say, is asked for more, and the secretary lets it in",
  { timeout: 120_000 },
  async ({ locale, isScripted }) => {
    const edit = phrases(locale, "editing");
    const settled = (page: Page) => (isScripted ? hydrated(page) : page.waitForLoadState());
    const { page: secretary } = await visitor(onTelephone);
    const { page: editor } = await visitor({ ...onTelephone, javaScriptEnabled: isScripted });
    await signUp(secretary, "Drita Leka", "secretary");
    await signUp(editor, "Ilir Hoxha", "editor");
    const list = locale === "sq" ? "/admin/publikimet" : "/en/admin/publications";
    await wantsApproval(secretary, true);
    try {
      await editor.goto(`${list}?state=published`);
      const place = await editor
        .locator(`main a[href^="${list}/"]`)
        .evaluateAll(
          (all) => all.map((one) => (one as HTMLAnchorElement).pathname).find((path) => /[0-9a-f-]{36}$/.test(path))!,
        );
      const corrected = `Afati u shty me një javë (${locale}).`;
      const open = async () => {
        await editor.goto(place);
        await settled(editor);
      };
      await open();
      await editor.locator('[name="summary.sq"]').fill(corrected);
      await editor.getByLabel(edit("propose_note")).fill(`Gabim shtypi, ${locale}.`);
      await send(editor, edit("propose"));
      await says(editor, edit("done.proposed"));
      if (isScripted) expect(await faultsOf(editor)).toEqual([]);

      const look = async () => {
        await secretary.goto(locale === "sq" ? "/admin/miratimet" : "/en/admin/approvals");
        await secretary.locator(`a.button[href*="${place}"]`).click();
        await secretary.waitForURL(/proposal=yes/);
        await hydrated(secretary);
        expect(await faultsOf(secretary)).toEqual([]);
        expect(await secretary.locator(".proposal").innerText()).toContain(`Gabim shtypi, ${locale}.`);
      };
      await look();
      await secretary.locator(".proposal").getByLabel(edit("give_back_note")).fill("Shkruajeni më shkurt.");
      await press(secretary, edit("give_back_proposal"));
      await says(secretary, edit("done.returned"));

      await open();
      expect(await editor.locator(".proposal").innerText()).toContain("Shkruajeni më shkurt.");
      expect(await editor.locator('[name="summary.sq"]').inputValue()).toBe(corrected);
      await send(editor, edit("propose"));
      await says(editor, edit("done.proposed"));
      await look();
      expect(await secretary.locator('[name="summary.sq"]').inputValue()).toBe(corrected);
      await send(secretary, edit("save"));
      await says(secretary, edit("done.saved"));
      expect(await secretary.locator(".proposal").count()).toBe(0);
      await secretary.getByRole("link", { name: edit("see_public") }).click();
      await secretary.waitForURL((url) => !url.pathname.includes("admin"));
      if (locale === "sq") expect(await secretary.locator("main").innerText()).toContain(corrected);
    } finally {
      await wantsApproval(secretary, false);
    }
  },
);

/** A document that the public has, on its page, where somebody may propose a file for it. @returns its address */
async function documentToPropose(editor: Page, list: string, form: string): Promise<string> {
  await editor.goto(list);
  const pages = await editor
    .locator(`main a[href^="${list}/"]`)
    .evaluateAll((all) => all.map((one) => (one as HTMLAnchorElement).pathname));
  for (const page of pages) {
    await editor.goto(page);
    if ((await editor.locator(form).count()) > 0) return page;
  }
  throw new Error("No document of the example council is public.");
}

it.each([
  { locale: "en", isScripted: true },
  { locale: "sq", isScripted: false },
] as const)(
  "In $locale, with script: $isScripted, an editor proposes a newer file of a public document, is asked for another, and the secretary lets it in",
  { timeout: 120_000 },
  async ({ locale, isScripted }) => {
    const edit = phrases(locale, "editing");
    const words = phrases(locale, "documents");
    const settled = (page: Page) => (isScripted ? hydrated(page) : page.waitForLoadState());
    const { page: secretary } = await visitor(onTelephone);
    const { page: editor } = await visitor({ ...onTelephone, javaScriptEnabled: isScripted });
    await signUp(secretary, "Drita Leka", "secretary");
    await signUp(editor, "Ilir Hoxha", "editor");
    await wantsApproval(secretary, true);
    try {
      const list = locale === "sq" ? "/admin/dokumentet" : "/en/admin/documents";
      const place = await documentToPropose(editor, list, "#propose-version");
      const propose = async (name: string) => {
        await editor.goto(place);
        await settled(editor);
        const form = editor.locator("#propose-version");
        await form.locator("input[type=file]").setInputFiles(await paper(`${name} (${locale}), pa emra dhe pa numra`));
        await form.getByLabel(edit("propose_note")).fill(`Faqja 3 mungonte, ${locale}.`);
        await press(editor, words("propose_file"));
        await says(editor, words("done_proposed"));
        if (isScripted) expect(await faultsOf(editor)).toEqual([]);
      };
      await propose("Raporti pa vulë");
      const look = async () => {
        await secretary.goto(locale === "sq" ? "/admin/miratimet" : "/en/admin/approvals");
        await secretary.locator(`a.button[href="${place}"]`).click();
        await secretary.waitForURL((url) => url.pathname === place);
        await hydrated(secretary);
        expect(await faultsOf(secretary)).toEqual([]);
        expect(await secretary.locator(".proposal").innerText()).toContain(`Faqja 3 mungonte, ${locale}.`);
        expect(await secretary.locator(".compared a").count()).toBe(2);
      };
      await look();
      await secretary.locator(".proposal").getByLabel(edit("give_back_note")).fill("Mungon vula.");
      await press(secretary, edit("give_back_proposal"));
      await says(secretary, edit("done.returned"));
      await editor.goto(place);
      expect(await editor.locator(".proposal").innerText()).toContain("Mungon vula.");
      await propose("Raporti me vulë");
      await look();
      await press(secretary, words("let_in_version"));
      await says(secretary, words("done_version"));
      expect(await secretary.locator(".proposal").count()).toBe(0);
      expect(await secretary.locator("main").innerText()).toContain("Raporti me vulë");
    } finally {
      await wantsApproval(secretary, false);
    }
  },
);
