import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import type { ActList } from "../../server/features/acts/acts.schema.ts";
import type { Recording } from "../../server/features/recordings/recordings.schema.ts";
import { phrases } from "../../server/http/phrases.ts";
import { api } from "./support/ask.ts";
import { type LiveSession, liveSession } from "./support/live-session.ts";
import { signUp } from "./support/sign-up.ts";
import { hydrated, telephone, visitors } from "./support/visitor.ts";

const visitor = visitors();
/** Three hours, so that any moment of a meeting is in it. */
const film = fileURLToPath(new URL("../../tenants/demo/films/shembull.mp4", import.meta.url));
const titles = [
  { sq: "Pastrimi i kanaleve", en: "Clearing the canals" },
  { sq: "Orari i transportit", en: "The bus timetable" },
] as const;

let session: LiveSession;
beforeAll(async () => {
  session = await liveSession(inject("environment"), "valbardhe", [...titles]);
  const { step, members, items } = session;
  await step({ kind: "opened" });
  await step({ kind: "roll_called", members: members.map(({ id }) => ({ personId: id, status: "present" })) });
  await step({ kind: "agenda_approved" });
  for (const itemId of items) {
    await step({ kind: "item_started", itemId });
    await step({ kind: "item_ended", itemId, ending: "noted" });
  }
  await step({ kind: "closed" });
});
afterAll(() => session.end());

const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).first().click();
const says = (page: Page, text: string) => page.getByRole("status").filter({ hasText: text }).waitFor();
const moments = async () => (await api<Recording>("valbardhe", `recordings/${session.slug}`)).chapters;
/** Where the film stands, as whoever watches sees it. */
const second = (page: Page) => page.locator("video").evaluate((film) => (film as HTMLVideoElement).currentTime);

describe.each([
  { locale: "sq", isScripted: true },
  { locale: "en", isScripted: false },
] as const)("In $locale, with script: $isScripted,", ({ locale, isScripted }) => {
  const desk = () =>
    locale === "sq" ? `/admin/mbledhjet/${session.id}/regjistrimi` : `/en/admin/meetings/${session.id}/recording`;
  const library = locale === "sq" ? "/videoteka" : "/en/video-library";
  const t = phrases(locale, "recording");
  const shown = phrases(locale, "recordings");
  const collections = phrases(locale, "collections");
  const common = { javaScriptEnabled: isScripted };
  const settled = (page: Page) => (isScripted ? hydrated(page) : page.waitForLoadState());

  it("the secretary sends the film of a meeting that is over, moves all chapters in one gesture, and publishes it", async () => {
    const { page, open } = await visitor(common);
    await signUp(page, "Drita Leka", "secretary");
    await open(desk());
    await page.setInputFiles("#upload-files", film);
    if (!isScripted) await press(page, phrases(locale, "documents")("upload_send"));
    await says(page, t("done_uploaded"));
    await settled(page);

    const shift = page.getByRole("form", { name: t("shift") });
    await shift.getByLabel(t("shift_moment")).fill("12:34");
    await press(page, t("shift_save"));
    await says(page, t("done_shifted"));
    await settled(page);
    await press(page, t("publish"));
    await says(page, t("done_published"));

    const chapters = await moments();
    expect(chapters.map(({ kind, number }) => [kind, number])).toEqual([
      ["opening", null],
      ["item", "1"],
      ["item", "2"],
    ]);
    expect(chapters[1]!.starts).toBe(754);
    expect(chapters[0]!.starts < 754 && chapters[2]!.starts > 754).toBe(true);
  });

  it("a resident on a telephone finds it in the library and goes to the moment of an item", async () => {
    const { page, open } = await visitor({ ...telephone, ...common });
    await open(library);
    const all = await page.getByRole("rowheader").count();
    await page.getByLabel(shown("words")).fill(titles[1][locale].toLowerCase());
    await page.getByRole("button", { name: collections("filter_send") }).click();
    await page.waitForURL(/[?&]q=/);
    await settled(page);
    expect(all).toBeGreaterThan(1);
    expect(await page.getByRole("rowheader").count()).toBe(1);
    await page.getByRole("rowheader").getByRole("link").click();
    await page.waitForURL((url) => url.pathname === `${library}/${session.slug}`);
    await settled(page);

    const { starts } = (await moments())[2]!;
    const chapter = page.getByRole("listitem").filter({ hasText: titles[1][locale] });
    await chapter.getByRole("link").first().click();
    await page.waitForURL((url) => url.searchParams.get("t") === String(starts));
    if (isScripted) {
      await expect.poll(() => second(page)).toBeGreaterThanOrEqual(starts);
      expect(await second(page)).toBeLessThan(starts + 30);
    } else expect(await page.locator("video").getAttribute("src")).toMatch(new RegExp(`#t=${starts}$`));
    expect(await chapter.getAttribute("aria-current")).toBe("true");
    await chapter.getByRole("link").nth(1).click();
    await page.waitForURL((url) => url.pathname.endsWith(`/${session.slug}`) && url.hash !== "");
    await page.getByRole("heading", { level: 1 }).waitFor();
  });

  it("from an act's page one link leads to where the act was discussed", async () => {
    const { page, open } = await visitor({ ...telephone, ...common });
    const { items } = await api<ActList>("valbardhe", "acts");
    const acts = phrases(locale, "acts");
    const watch = page.getByRole("link", { name: acts("watch") });
    await open(items.find(({ adoptedOn }) => adoptedOn < "2026-03-01")!.url[locale]);
    const href = (await watch.getAttribute("href"))!;
    await watch.click();
    await page.waitForURL((url) => url.pathname + url.search === href);
    await settled(page);
    const starts = new URL(page.url()).searchParams.get("t")!;
    expect(await page.locator("video").getAttribute("src")).toMatch(new RegExp(`#t=${starts}$`));
    expect(await page.locator('.chapters [aria-current="true"]').count()).toBe(1);
  });

  it("what was withdrawn and removed is in the library no more", async () => {
    const { page, open } = await visitor({ ...common, mayHear: /404/ });
    await signUp(page, "Drita Leka", "secretary");
    await open(desk());
    await press(page, t("withdraw"));
    await says(page, t("done_withdrawn"));
    await settled(page);
    await press(page, t("remove"));
    await says(page, t("done_removed"));
    // A page may be a second old.
    await expect.poll(async () => (await page.goto(`${library}/${session.slug}`))!.status()).toBe(404);
  });
});
