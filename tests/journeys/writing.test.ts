import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { signUp } from "./support/sign-up.ts";
import { hydrated, visitors } from "./support/visitor.ts";

const visitor = visitors();

const fresh = "/admin/publikimet/i-ri?element=V.1.1";
const send = (page: Page) => page.getByRole("button", { name: "Ruani si draft" }).last().click();

async function beginNews(page: Page, title: string) {
  await page.fill('input[name="title.sq"]', title);
  await page.fill('input[name="date"]', "2026-03-04");
  await page.selectOption('select[name="fields.topic"]', "budget");
}

/** As a word processor puts it on the clipboard. */
async function paste(page: Page, html: string) {
  await page.evaluate((text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/html", text);
    const event = new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true });
    document.activeElement!.dispatchEvent(event);
  }, html);
}

const ofWord = `<html><head><style>p.MsoNormal{color:red}</style></head><body>
<h1 style="color:blue">Kreu</h1>
<p class="MsoNormal" style="margin:0"><span style="font-family:Arial">Hyrje<o:p></o:p></span></p>
<p class="MsoNormal"><o:p>&nbsp;</o:p></p>
<p class="MsoListParagraph" style="mso-list:l0 level1 lfo1"><![if !supportLists]><span style="mso-list:Ignore">·<span>&nbsp;&nbsp;</span></span><![endif]>e para</p>
<p class="MsoListParagraph" style="mso-list:l0 level1 lfo1"><![if !supportLists]><span style="mso-list:Ignore">·<span>&nbsp;&nbsp;</span></span><![endif]>e dyta</p>
<img src="file:///c:/x.png"><script>document.title = "keq"</script></body></html>`;

it("A secretary writes with headings, lists, links and a table: the public reads exactly what she wrote", async () => {
  const { page, open } = await visitor();
  await signUp(page, "Drita Çela", "secretary");
  await open(fresh);
  // On a common screen both languages stand beside each other, short texts and long ones.
  await page.setViewportSize({ width: 1280, height: 860 });
  for (const field of ["title", "summary", "body"]) {
    const [sq, en] = await Promise.all(["sq", "en"].map((one) => page.locator(`#thing-${field}-${one}`).boundingBox()));
    expect([field, en!.y, en!.x > sq!.x + sq!.width]).toEqual([field, sq!.y, true]);
  }
  await beginNews(page, "Teksti i shkruar");
  const surface = page.locator("#thing-body-sq");
  const tool = (name: string) =>
    page.getByRole("toolbar", { name: "Teksti, Shqip" }).getByRole("button", { name, exact: true });
  await page.getByText("Teksti Shqip").click();
  await page.keyboard.type("Mbledhja ");
  await page.keyboard.press("Control+b");
  await page.keyboard.type("shtyhet");
  await page.keyboard.press("Control+b");
  await page.keyboard.type(" & nis < 18:00");
  await page.keyboard.press("Enter");
  await tool("Listë me numra").click();
  await page.keyboard.type("buxheti");
  await page.keyboard.press("Enter");
  await page.keyboard.type("taksat");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  await tool("Lidhje").click();
  await page.keyboard.type("keq e keq");
  await page.keyboard.press("Enter");
  await page.getByText("Shkruani një adresë të plotë").waitFor();
  await page.getByLabel("Adresa e lidhjes").fill("qbz.gov.al");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  await paste(page, ofWord);
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  await tool("Tabelë").click();
  await page.keyboard.type("Dita");
  await page.keyboard.press("Tab");
  await page.keyboard.type("Ora");

  const sent = page.locator('textarea[name="body.sq"]');
  const written = await sent.inputValue();
  expect(written.replace(/<table>.*/s, "")).toBe(
    "<p>Mbledhja <strong>shtyhet</strong> &amp; nis &lt; 18:00</p><ol><li>buxheti</li><li>taksat</li></ol>" +
      '<p><a href="https://qbz.gov.al" rel="external noopener">qbz.gov.al</a></p>' +
      "<h2>Kreu</h2><p>Hyrje</p><ul><li>e para</li><li>e dyta</li></ul>",
  );
  expect(written).toContain('<thead><tr><th scope="col">Dita</th><th scope="col">Ora</th>');
  await page.getByText("Drafti u ruajt").waitFor();

  await send(page);
  await page.waitForURL(/done=created/);
  await hydrated(page);
  await surface.waitFor();
  expect(await sent.inputValue()).toBe(written);
  await page.getByRole("button", { name: "Publikoni" }).click();
  await page.waitForURL(/done=published/);
  await page.getByRole("link", { name: "Shihni faqen publike" }).click();
  const prose = page.locator(".prose").first();
  expect(await prose.locator("ol > li").allInnerTexts()).toEqual(["buxheti", "taksat"]);
  expect(await prose.locator("strong").innerText()).toBe("shtyhet");
  expect(await prose.locator("th").allInnerTexts()).toEqual(["Dita", "Ora", ""]);
}, 120_000);

it("The toolbar is one stop of the Tab key, and its arrows go round", async () => {
  const { page, open } = await visitor();
  await signUp(page, "Ilir Hoxha", "editor");
  await open(fresh);
  await page.locator("#thing-body-sq[contenteditable]").focus();
  await page.keyboard.press("Shift+Tab");
  const focused = () => page.evaluate(() => document.activeElement!.getAttribute("aria-label"));
  expect(await focused()).toBe("Me të trasha");
  await page.keyboard.press("ArrowLeft");
  expect(await focused()).toBe("Lidhje");
  await page.keyboard.press("Home");
  await page.keyboard.press("Enter");
  await page.keyboard.type("fort");
  expect(await page.locator('textarea[name="body.sq"]').inputValue()).toBe("<p><strong>fort</strong></p>");
  expect(await page.getByRole("button", { name: "Me të trasha" }).first().getAttribute("aria-pressed")).toBe("true");
}, 60_000);

it("Without script paragraphs are lines with a blank line between, and come back as such", async () => {
  const { page } = await visitor({ javaScriptEnabled: false });
  await signUp(page, "Besa Kola", "secretary");
  await page.goto(fresh);
  await beginNews(page, "Pa skript");
  await page.fill('textarea[name="body.sq"]', "Çmimi < 5 lekë\n\nFund & mirë");
  await send(page);
  expect(await page.inputValue('textarea[name="body.sq"]')).toBe("Çmimi < 5 lekë\n\nFund & mirë");
  await page.getByRole("button", { name: "Publikoni" }).click();
  await page.getByRole("link", { name: "Shihni faqen publike" }).click();
  expect(await page.locator(".prose p").allInnerTexts()).toEqual(["Çmimi < 5 lekë", "Fund & mirë"]);
}, 60_000);
