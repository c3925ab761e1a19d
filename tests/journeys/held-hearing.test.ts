import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { phrases } from "../../server/http/phrases.ts";
import { faultsOf } from "./support/faults.ts";
import { signUp } from "./support/sign-up.ts";
import { hydrated, visitors } from "./support/visitor.ts";

const visitor = visitors();

const held = "section[aria-labelledby=held]";

/** The page of a draft act about which people were heard. */
async function heardDraft(page: Page, list: string, way: string): Promise<string> {
  await page.goto(list);
  const drafts = await page
    .locator(`main a[href^="${list}/"]`)
    .evaluateAll((all) =>
      all.flatMap((one) => /\/([0-9a-f-]{36})$/.exec((one as HTMLAnchorElement).pathname)?.[1] ?? []),
    );
  for (const id of drafts) {
    await page.goto(`${list}/${id}/${way}`);
    if ((await page.locator(`${held} form`).count()) > 0) return `${list}/${id}/${way}`;
  }
  throw new Error("Nobody was heard in the example council.");
}

it.each([
  { locale: "sq", isScripted: true },
  { locale: "en", isScripted: false },
] as const)(
  "In $locale, with script: $isScripted, the coordinator notes on a telephone how many came to a hearing, and takes it back",
  { timeout: 120_000 },
  async ({ locale, isScripted }) => {
    const t = phrases(locale, "consultation");
    const { page } = await visitor({ viewport: { width: 320, height: 640 }, javaScriptEnabled: isScripted });
    await signUp(page, "Mira Deda", "coordinator_consultation");
    const [list, way] =
      locale === "sq" ? ["/admin/projektaktet", "konsultimi"] : ["/en/admin/draft-acts", "consultation"];
    const place = await heardDraft(page, list, way);
    const note = async (people: string) => {
      await page.goto(place);
      await (isScripted ? hydrated(page) : page.waitForLoadState());
      await page.locator(held).getByText(t("held_count"), { exact: true }).first().click();
      await page.locator(held).getByLabel(t("held_people")).first().fill(people);
      await page
        .locator(held)
        .getByRole("button", { name: t("send.hearing_held"), exact: true })
        .first()
        .click();
      await page
        .getByRole("status")
        .filter({ hasText: t("done.hearing_held") })
        .waitFor();
      if (isScripted) expect(await faultsOf(page)).toEqual([]);
      return page.locator(held).innerText();
    };
    expect(await note("41")).toMatch(/\b41\b/);
    expect(await note("")).toContain(t("held_people_none"));
    const tooWide = await page.evaluate(
      () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
    );
    expect(tooWide).toBe(false);
  },
);
