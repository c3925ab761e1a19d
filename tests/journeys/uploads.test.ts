import { createHash, randomUUID } from "node:crypto";
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { pdfOf } from "../support/content.ts";
import { signUp } from "./support/sign-up.ts";
import { hydrated, visitors } from "./support/visitor.ts";

const visitor = visitors();

interface Paper {
  name: string;
  body: Buffer;
}
const sumOf = (body: Buffer) => createHash("sha256").update(body).digest("hex");

/** Drops files where the page takes them, as from a window of the computer; that the same is dropped again is told by its day too. */
async function drop(page: Page, papers: readonly Paper[]) {
  const dataTransfer = await page.evaluateHandle(
    (given) => {
      const carried = new DataTransfer();
      for (const { name, base64 } of given) {
        const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
        carried.items.add(new File([bytes], name, { lastModified: 1_772_000_000_000 }));
      }
      return carried;
    },
    papers.map(({ name, body }) => ({ name, base64: body.toString("base64") })),
  );
  await page.locator("form.drop").dispatchEvent("drop", { dataTransfer });
}

const list = (page: Page) => page.getByRole("region", { name: "Skedarët që po ngarkohen" });

/** Waits until at least so many files of the list stand there. */
const state = (page: Page, name: string, least: number) =>
  page.waitForFunction(
    ([wanted, count]) =>
      document.querySelectorAll(`.upload-items li[data-state="${wanted}"]`).length >= (count as number),
    [name, least] as const,
    { timeout: 150_000 },
  );

/** From now on notes every value that a file's bar shows, in hundredths. */
async function barOf(page: Page, name: string): Promise<() => Promise<number[]>> {
  const values = await page.evaluateHandle((wanted) => {
    const shown: number[] = [];
    const look = () => {
      const bar = document.querySelector<HTMLProgressElement>(`progress[max="100"][aria-label="${wanted}"]`);
      if (bar && bar.value !== shown.at(-1)) shown.push(bar.value);
    };
    const options = { subtree: true, childList: true, attributeFilter: ["value"] };
    new MutationObserver(look).observe(document.body, options);
    return shown;
  }, name);
  return () => values.jsonValue();
}
const byNumber = (one: number, other: number) => one - other;

/** What the council has by now of these words: how many documents, and the sum of each file, read back. */
async function kept(page: Page, words: string): Promise<{ said: string; sums: string[] }> {
  await page.goto(`/admin/dokumentet?q=${words}`);
  await hydrated(page);
  const said = (await page.locator("#all").textContent())!;
  const hrefs = await page
    .locator(".desk-documents > li > div > a")
    .evaluateAll((links) => links.map((link) => link.getAttribute("href")!));
  const sums = await page.evaluate(
    async (ids) => {
      const found: string[] = [];
      for (const id of ids) {
        const answer = await fetch(`/api/v1/admin/documents/${id}/1/public`);
        const sum = await crypto.subtle.digest("SHA-256", await answer.arrayBuffer());
        found.push([...new Uint8Array(sum)].map((byte) => byte.toString(16).padStart(2, "0")).join(""));
      }
      return found;
    },
    hrefs.map((href) => href.split("/").at(-1)),
  );
  return { said, sums: sums.sort() };
}

it("An editor's connection drops while forty files go up: the page says so, they go on by themselves, each once and whole", async () => {
  const { page, context, open } = await visitor({ mayHear: /ERR_INTERNET_DISCONNECTED/ });
  await signUp(page, "Besa Kola", "editor");
  await open("/admin/dokumentet");
  const series = randomUUID().slice(0, 8);
  const papers = await Promise.all(
    Array.from({ length: 40 }, async (_, at) => ({
      name: `VENDIM_NR_${900 + at}_${series}.pdf`,
      body: await pdfOf(`Vendimi ${900 + at}/${series} i Këshillit`),
    })),
  );
  await drop(page, papers);
  await state(page, "done", 3);
  await context.setOffline(true);
  await state(page, "offline", 1);
  const away = list(page).getByText("Pa lidhje: vazhdon vetë").first();
  await away.waitFor();
  expect(await list(page).getByRole("status").innerText()).not.toContain("U ngarkuan 40");
  await context.setOffline(false);
  await state(page, "done", 40);
  expect(await list(page).getByRole("status").innerText()).toBe("U ngarkuan 40 nga 40 skedarë.");
  expect(await away.count()).toBe(0);

  const { said, sums } = await kept(page, series);
  expect(said).toBe("40 dokumente");
  expect(sums).toEqual(papers.map(({ body }) => sumOf(body)).sort());
}, 240_000);

it("The line breaks in the middle of a file and the page is closed: chosen again, it goes on from where it stood", async () => {
  const { page, open } = await visitor({ mayHear: /ERR_INTERNET_DISCONNECTED/ });
  page.on("dialog", (dialog) => dialog.accept());
  await signUp(page, "Ilir Hoxha", "editor");
  await open("/admin/dokumentet");
  const lines = Array.from({ length: 400_000 }, (_, at) => `Zëri ${at} i buxhetit: lekë`);
  const body = Buffer.from(lines.join("\n")).subarray(0, 10 * 1024 ** 2);
  const paper = { name: "BUXHETI_I_PLOTE_77.txt", body };
  let breaks = true;
  let begun = 0;
  const arrived: number[] = [];
  await page.route(/\/api\/v1\/admin\/uploads(\/[^/]+)?$/, async (route, request) => {
    const method = request.method();
    const isOnward = method === "HEAD" || method === "PATCH";
    if (breaks && isOnward && arrived.length === 1) return route.abort("internetdisconnected");
    if (method === "POST") begun += 1;
    if (method === "PATCH") arrived.push(Number(request.headers()["upload-offset"]));
    await route.continue();
  });
  const begins = await barOf(page, paper.name);
  await drop(page, [paper]);
  await state(page, "offline", 1);
  // Four megabytes of ten have arrived.
  const early = await begins();
  expect([early, early.at(-1)]).toEqual([early.toSorted(byNumber), 40]);
  await page.reload();
  await hydrated(page);
  await page.getByText("Një skedar mbeti në mes.").waitFor();
  breaks = false;

  const goesOn = await barOf(page, paper.name);
  await drop(page, [paper]);
  await state(page, "done", 1);
  const late = await goesOn();
  expect([late, late.at(-1)]).toEqual([late.toSorted(byNumber), 100]);
  expect(late.filter((value) => value >= 40 && value < 100)).not.toEqual([]);
  expect(begun).toBe(1);
  expect(arrived).toEqual([0, 4, 8].map((megabytes) => megabytes * 1024 ** 2));
  const { said, sums } = await kept(page, "BUXHETI_I_PLOTE_77.txt");
  expect(said).toBe("1 dokument");
  expect(sums).toEqual([sumOf(body)]);
}, 240_000);

it.each([
  {
    ...{ language: "Albanian", browser: "en-GB", path: "/admin/dokumentet" },
    pretended: "“VENDIM_78.pdf” nuk është ajo që tregon emri i tij.",
    large: "Skedari është më i madh se 40 MB.",
  },
  {
    ...{ language: "English", browser: "sq-AL", path: "/en/admin/documents" },
    pretended: "“VENDIM_78.pdf” is not what its name says.",
    large: "The file is larger than 40 MB.",
  },
])(
  "On the page in $language, in a browser set to $browser, a file is refused in $language",
  async ({ browser, path, pretended, large }) => {
    const { page, open } = await visitor({ locale: browser, mayHear: /status of 41[35]/ });
    await signUp(page, "Mira Dani", "editor");
    await open(path);
    expect(await page.evaluate(() => navigator.language)).toBe(browser);
    // The one is refused once it has arrived, the other as soon as it is announced.
    await page.setInputFiles("#upload-files", [
      { name: "VENDIM_78.pdf", mimeType: "application/pdf", buffer: Buffer.from("<html>Vendim</html>") },
      { name: "foto.jpg", mimeType: "image/jpeg", buffer: Buffer.alloc(40 * 1024 ** 2 + 1) },
    ]);
    await state(page, "failed", 2);
    expect(await page.locator(".upload-items .error").allTextContents()).toEqual([pretended, large]);
  },
  120_000,
);
