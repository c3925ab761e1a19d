import type { Page } from "playwright-core";
import { extractText, getDocumentProxy } from "unpdf";
import { afterAll, beforeAll, expect, inject, it } from "vitest";
import { type LiveSession, liveSession } from "./support/live-session.ts";
import { signUp } from "./support/sign-up.ts";
import { visitors } from "./support/visitor.ts";

const visitor = visitors();
let session: LiveSession;
beforeAll(async () => {
  session = await liveSession(inject("environment"), "valbardhe", [
    { sq: "Ndriçimi i rrugëve", en: "Street lighting" },
    { sq: "Zgjedhja e nënkryetarit", en: "Election of the deputy chair" },
  ]);
  const { step, members, items } = session;
  await step({ kind: "opened" });
  await step({ kind: "roll_called", members: members.map(({ id }) => ({ personId: id, status: "present" })) });
  await step({ kind: "agenda_approved" });
  await step({ kind: "item_started", itemId: items[0] });
  await step({ kind: "speaker_began", personId: members[1]!.id });
  await step({ kind: "speaker_ended", personId: members[1]!.id });
  await step({ kind: "item_ended", itemId: items[0], ending: "noted" });
  await step({ kind: "closed" });
});
afterAll(() => session.end());

const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).first().click();
const says = (page: Page, text: string) => page.getByRole("status").filter({ hasText: text }).waitFor();
/** Writes at the end of a paragraph or an item, in the place that was left open. */
async function fill(page: Page, heading: string, place: string, text: string) {
  const part = page.locator(".minutes-part", { hasText: heading });
  await part.locator("summary").click();
  const open = part.locator("[contenteditable]").locator(place).first();
  // The editor takes its own place up a moment after it was given the focus; the second click is in what it has by then.
  await open.click();
  await expect
    .poll(async () => {
      await open.click();
      await page.keyboard.press("End");
      return open.evaluate((one) => {
        const { focusNode, focusOffset } = getSelection()!;
        return one.contains(focusNode) && focusOffset === focusNode?.textContent?.length;
      });
    })
    .toBe(true);
  for (let at = 0; at < "[…]".length; at += 1) await page.keyboard.press("Backspace");
  await page.keyboard.type(text);
}
/** What the public reads, as the browser gets it. */
async function textOfPdf(page: Page, url: string) {
  const bytes = await page.evaluate(
    async (asked) => [...new Uint8Array(await (await fetch(asked)).arrayBuffer())],
    url,
  );
  return (await extractText(await getDocumentProxy(new Uint8Array(bytes)), { mergePages: true })).text;
}

it("The secretary draws the minutes from the log, loses nothing that was typed, and the public reads them", {
  timeout: 180_000,
}, async () => {
  const { page, open } = await visitor();
  await signUp(page, "Mira Gjoka", "secretary");
  const path = `/admin/mbledhjet/${session.id}/procesverbali`;
  await open(path);
  await press(page, "Hartoni projektin");
  await says(page, "Projekti u hartua.");

  // What was said is written where the log left room for it; the page is left before it is saved.
  const { name } = session.members[1]!;
  await fill(page, "Pika 1. Ndriçimi i rrugëve", `p:has-text("${name}")`, "Në lagjen e re mungojnë dritat.");
  const kept = page.waitForResponse((answer) => (answer.request().postData() ?? "").includes("Salla e Këshillit"));
  await fill(page, "Hapja e mbledhjes", 'li:has-text("Vendi")', "Salla e Këshillit");
  expect((await kept).status()).toBe(200);
  await says(page, "Drafti u ruajt");
  await open(path);
  await page.getByRole("link", { name: "Hapeni" }).click();
  await page.waitForURL(/edit=/);
  await page.locator("#minutes-text .buttons").getByRole("button", { name: "Ruani", exact: true }).click();
  await says(page, "Procesverbali u ruajt.");
  expect(await page.locator(".minutes-part", { has: page.locator(".tag.warn") }).allInnerTexts()).toEqual([]);

  await press(page, "Publikoni procesverbalin");
  await says(page, "Procesverbali u publikua.");

  const resident = await visitor();
  await resident.open(`/mbledhjet/${session.slug}`);
  const href = await resident.page.locator('a[href*="/dokumente/"]').first().getAttribute("href");
  const published = await textOfPdf(resident.page, href!);
  expect(published).toContain("Në lagjen e re mungojnë dritat.");
  expect(published).toContain("Mbledhja e mori në dijeni.");
  expect(published).not.toContain("[…]");
});
