import type { Page } from "playwright-core";
import { extractText, getDocumentProxy } from "unpdf";
import { describe, expect, it } from "vitest";
import { elements } from "../../server/features/elements/catalogue.shared.ts";
import { placeOf } from "../../server/features/readiness/places.ts";
import { boardPaths } from "../../server/features/readiness/readiness.paths.shared.ts";
import { phrases } from "../../server/http/phrases.ts";
import { fillPath } from "../../server/workspace/home.shared.ts";
import { signUp } from "./support/sign-up.ts";
import { visitors } from "./support/visitor.ts";

const visitor = visitors();
/** Of what something is said in each journey. */
const codes = { sq: "III.1.4", en: "III.1.3" } as const;
const said = {
  sq: { note: "Pret firmën e Kryetarit.", short: "Të publikohet raporti i vitit.", mid: "Të bëhet çdo pranverë." },
  en: { note: "It waits for the Chair.", short: "Publish the year’s report.", mid: "Do it every spring." },
};
/** As long as a comment may be. */
const comment = `Fillimi. ${"Raporti gjendet në arkiv, por pa nënshkrim; sekretaria e kërkon çdo javë. ".repeat(26)}Fundi.`;

/** Letters stand apart, lines break where they may, and long words are divided. */
const plain = (text: string) =>
  text
    .normalize("NFC")
    .replace(/[\s\u00ad-]+/g, "")
    .toLowerCase();

/** What stands on each page. */
async function printed(page: Page): Promise<string[]> {
  const pdf = await page.pdf({ preferCSSPageSize: true });
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(pdf)), { mergePages: false });
  return text.map(plain);
}

/** The rows of the form as they stand on the screen, cell by cell. */
const rowsOf = (page: Page) =>
  page
    .locator(".council-form tbody tr:not(.part, .section)")
    .evaluateAll((rows) =>
      rows.map((row) => [...row.querySelectorAll("td, th")].map((cell) => (cell as HTMLElement).innerText.trim())),
    );

describe.each(["sq", "en"] as const)("The readiness board of a full council, in %s,", (locale) => {
  const t = phrases(locale, "board");
  const code = codes[locale];

  it("is printed as the form that councils know: every element whole, with levels, plan and comments, and nothing of the screen", {
    timeout: 120_000,
  }, async () => {
    const { page, open } = await visitor({ colorScheme: "dark" });
    await signUp(page, "Besa Arapi", "secretary");
    await open(fillPath(boardPaths.one, { code })[locale]);
    await page.getByLabel(t("level_partial"), { exact: true }).check();
    for (const language of ["sq", "en"] as const) {
      await page.fill(`[name="own.note.${language}"]`, said[language].note);
      for (const horizon of ["short", "mid"] as const)
        await page.fill(`[name="${horizon}.text.${language}"]`, said[language][horizon]);
    }
    await page.fill('[name="short.dueOn"]', "2026-06-30");
    await page.fill('[name="mid.dueOn"]', "2027-12-31");
    await page.fill('[name="short.responsible"]', "Drita Hoxha");
    await page.fill('[name="comment"]', comment);
    await page.getByRole("button", { name: t("save"), exact: true }).click();
    await page.waitForURL(/done=/);

    await open(boardPaths.board[locale]);
    await page.getByRole("link", { name: t("print") }).click();
    await page.getByRole("heading", { level: 1, name: t("form_title") }).waitFor();
    const rows = await rowsOf(page);
    expect(rows.map(([first]) => first)).toEqual(elements.map((element) => element.code));
    const pages = await printed(page);
    const all = pages.join("");
    const cut = rows.filter((cells) => !pages.some((one) => cells.every((cell) => one.includes(plain(cell)))));
    expect(cut.map(([first]) => first)).toEqual([]);
    for (const one of pages) expect(one).toContain(plain(t("form_element")));
    const row = rows.find(([first]) => first === code)!.join(" ");
    for (const text of [
      ...Object.values(said[locale]),
      "30.06.2026",
      "31.12.2027",
      "Drita Hoxha",
      comment,
      "Besa Arapi",
    ])
      expect(plain(row)).toContain(plain(text));
    expect(plain(row)).toContain(plain(`${t("form_note")}: ${said[locale].note}`));
    expect(rows.flat().filter((cell) => cell === "X").length).toBeGreaterThan(81);
    for (const text of [phrases(locale, "workspace")("search_link"), t("print_hint"), t("download")])
      expect(all).not.toContain(plain(text));
    await page.emulateMedia({ media: "print" });
    const widthOf = (heading: RegExp) =>
      page.getByRole("columnheader", { name: heading }).evaluate((one) => one.getBoundingClientRect().width);
    const years = [/2026$/, /2027–2028$/] as const;
    const [short, mid] = await Promise.all(years.map(widthOf));
    expect(Math.abs(short! - mid!), "what is written elsewhere takes no room from the plan").toBeLessThan(2);
    const shown = page.locator("nav, button, input, select, .skip, .desk-top, .desk-bar, .on-screen");
    for (const one of await shown.all()) expect(await one.isVisible()).toBe(false);
  });

  it("leads from each of the 81 elements to where it is fulfilled", { timeout: 120_000 }, async () => {
    const { page, open } = await visitor();
    await signUp(page, "Besa Arapi", "secretary");
    await open(boardPaths.board[locale]);
    const links = await page
      .locator("main table tbody tr")
      .evaluateAll((rows) =>
        rows.map((row) => [...row.querySelectorAll("a")].map((link) => link.getAttribute("href")!)),
      );
    expect(links.map(([first, ...others]) => [first, others.at(-1)])).toEqual(
      elements.map((element) => [
        fillPath(boardPaths.one, { code: element.code })[locale],
        placeOf(element).path[locale],
      ]),
    );
    const answers = await page.evaluate(
      async (paths) => {
        const wrong: string[] = [];
        for (const path of paths) {
          const { status } = await fetch(path, { headers: { accept: "text/html" } });
          if (status !== 200) wrong.push(`${path}: ${status}`);
        }
        return wrong;
      },
      [...new Set(links.flat())],
    );
    expect(answers).toEqual([]);
  });
});
