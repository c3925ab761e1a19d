import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, it } from "vitest";
import { type LossyLine, lossyLine } from "../drivers/lossy-line.ts";
import { type LiveSession, liveSession } from "./support/live-session.ts";
import { signUp } from "./support/sign-up.ts";
import { hydrated, telephone, visitors } from "./support/visitor.ts";

const visitor = visitors();
/** What a browser says when the journey takes its connection away, or a step comes too late. */
const mayHear = /ERR_INTERNET_DISCONNECTED|ERR_FAILED|status of 409/;
const lineMayBreak = { mayHear: /ERR_(EMPTY_RESPONSE|CONNECTION_RESET|CONNECTION_CLOSED|INCOMPLETE_CHUNKED_ENCODING)/ };

let session: LiveSession;
/** Over which the citizen is connected: a browser that is told to be offline keeps the streams that it has. */
let line: LossyLine;
beforeAll(async () => {
  line = await lossyLine(`http://127.0.0.1:${inject("port")}`);
  session = await liveSession(inject("environment"), "valbardhe", [
    { sq: "Buxheti i vitit 2026", en: "The budget of 2026" },
    { sq: "Emërimi i përfaqësuesit", en: "Appointment of the representative" },
  ]);
});
afterAll(async () => {
  await session.end();
  await line.close();
});

const press = (page: Page, name: string | RegExp) =>
  page
    .getByRole("button", typeof name === "string" ? { name, exact: true } : { name })
    .first()
    .click();
const tab = (page: Page, name: string) => page.locator(".console-tabs button", { hasText: name }).click();
const sees = (page: Page, text: string | RegExp) => page.locator(".console").getByText(text).first().waitFor();
const heading = (page: Page, text: string | RegExp) => page.locator("#now-title", { hasText: text }).first().waitFor();
/** Pro, kundër, abstenim, and who has not voted yet. */
const tally = (page: Page) => page.locator(".tally dd").allInnerTexts();

/** What a citizen's page of the meeting shows, without a reload. */
const follows = (page: Page, text: string | RegExp) => page.locator(".live-page").getByText(text).first().waitFor();
const panel = (page: Page, name: string) => page.getByRole("region", { name, exact: true });
const counts = (pro: number, against: number, abstained: number) =>
  `${pro} pro, ${against} kundër, ${abstained} abstenim`;

it("Two secretaries run one meeting from its opening to its end while a citizen follows: through lost connections, a reload and a mistake, all screens agree", async () => {
  const arta = await visitor({ mayHear });
  const besa = await visitor({ mayHear });
  await signUp(arta.page, "Arta Hoxha", "secretary");
  await signUp(besa.page, "Besa Leka", "publisher");
  const path = `/admin/mbledhjet/${session.id}/seanca`;
  const members = session.members.length;
  const anyMember = new RegExp(session.members.map(({ name }) => RegExp.escape(name)).join("|"));
  await arta.open(path);
  await besa.open(path);
  const home = `http://valbardhe.localhost:${new URL(line.endpoint).port}`;
  const citizen = await visitor({ ...telephone, ...lineMayBreak, baseURL: home });
  await citizen.open(`/drejtperdrejt/${session.slug}`);
  await follows(citizen.page, "Nuk ka filluar ende");

  await press(arta.page, "Hapni mbledhjen");
  await press(arta.page, "Po, hapeni");
  await heading(besa.page, "Apeli");
  await follows(citizen.page, "Apeli nuk është bërë ende.");
  // Who is away is marked; the rest are there.
  const [absent, leaving] = [session.members.at(-1)!.name, session.members[0]!.name];
  await arta.page.getByRole("group", { name: absent }).getByRole("radio", { name: "Mungon me arsye" }).check();
  await press(arta.page, /^Shënoni apelin/);
  await sees(besa.page, `${members - 1} nga ${members} të pranishëm`);
  await follows(citizen.page, `${members - 1} nga ${members} anëtarë`);
  await follows(citizen.page, "Ka kuorum");
  await tab(besa.page, "Në sallë");
  await press(besa.page, `U largua: ${leaving}`);
  await sees(arta.page, `${members - 2} nga ${members} të pranishëm`);
  await follows(citizen.page, `${members - 2} nga ${members} anëtarë`);
  await press(besa.page, `U kthye: ${leaving}`);
  await sees(arta.page, `${members - 1} nga ${members} të pranishëm`);

  await press(arta.page, "Rendi i ditës u miratua");
  await press(arta.page, "Filloni pikën 1");
  await heading(besa.page, "Buxheti i vitit 2026");
  await citizen.page.getByRole("heading", { level: 2, name: "1 Buxheti i vitit 2026" }).waitFor();
  await arta.page.getByLabel("Një anëtar ose emri i një të ftuari").fill("Kryetarja e Bashkisë");
  await arta.page.keyboard.press("Enter");
  await press(besa.page, "Jepini fjalën: Kryetarja e Bashkisë");
  await sees(arta.page, "Fjalën e ka:");
  await citizen.page.locator(".live-floor", { hasText: "Kryetarja e Bashkisë" }).waitFor();
  await press(arta.page, "Hapni votimin");
  await heading(besa.page, "Buxheti i vitit 2026");
  await sees(besa.page, "Po votohet");
  const voting = panel(citizen.page, "Po votohet");
  await voting.getByText(counts(0, 0, 0)).waitFor();

  // Arta loses her connection in the middle of the vote and goes on by keys; Besa goes on at hers.
  await arta.context.setOffline(true);
  await arta.page.locator(".ballot-row input").first().focus();
  for (const key of ["p", "p", "k"]) await arta.page.keyboard.press(key);
  await sees(arta.page, "3 hapa presin lidhjen");
  expect(await tally(arta.page)).toEqual(["2", "1", "0", String(members - 4)]);
  await besa.page
    .getByRole("group", { name: session.members[3]!.name })
    .getByRole("radio", { name: "Abstenim" })
    .check();
  await expect.poll(() => tally(besa.page)).toEqual(["0", "0", "1", String(members - 2)]);
  await voting.getByText(counts(0, 0, 1)).waitFor();
  await arta.context.setOffline(false);
  await expect.poll(() => tally(arta.page)).toEqual(["2", "1", "1", String(members - 5)]);
  await expect.poll(() => tally(besa.page)).toEqual(["2", "1", "1", String(members - 5)]);
  // The citizen sees each vote with its name as it falls, also those that waited for a connection.
  await voting.getByText(counts(2, 1, 1)).waitFor();
  const against = voting.locator(".roll > div", { hasText: "Kundër" });
  expect(await against.innerText()).toContain(session.members[2]!.name);

  // Then the citizen's connection goes too, for the rest of this item.
  line.cutAfter(0);

  // What waits outlives the page: nothing of it is pressed again.
  await arta.context.route("**/api/v1/admin/live/**", (route) => route.abort());
  await press(arta.page, /^Pro: të/);
  await sees(arta.page, "1 hap pret lidhjen");
  await arta.page.reload();
  await hydrated(arta.page);
  await sees(arta.page, "1 hap pret lidhjen");
  expect(await tally(besa.page)).toEqual(["2", "1", "1", String(members - 5)]);
  await arta.context.unroute("**/api/v1/admin/live/**");
  await expect.poll(() => tally(besa.page)).toEqual([String(members - 3), "1", "1", "0"]);
  await follows(citizen.page, "Lidhja u ndërpre.");
  await press(besa.page, "Mbyllni votimin");
  await sees(arta.page, counts(members - 3, 1, 1));

  // Both end the item, Besa without a connection and so too late: she is told why, and sees what Arta sees.
  await besa.context.setOffline(true);
  await press(besa.page, "U miratua me ndryshime");
  await heading(besa.page, "Emërimi i përfaqësuesit");
  await press(arta.page, "Përfundoni pikën: u miratua");
  await heading(arta.page, "Emërimi i përfaqësuesit");
  await besa.context.setOffline(false);
  await sees(besa.page, "Nuk u pranua: Përfundoi pika 1: U miratua me ndryshime");
  await sees(besa.page, "Kjo pikë ka përfunduar tashmë. Nëse ishte gabim, shlyejeni atë hap.");
  await press(besa.page, "E lexova");

  // It had been adopted with changes: the wrong end is struck, and stays to be seen with who and why.
  await tab(besa.page, "Ditari");
  const wrong = besa.page.locator(".console-log li", { hasText: "Përfundoi pika 1" }).first();
  await wrong.getByRole("button", { name: /^Shlyejeni: hapi/ }).click();
  await wrong.getByLabel("Çfarë ishte gabim? Në shqip").fill("U miratua me ndryshime.");
  await wrong.getByRole("button", { name: "Shlyejeni", exact: true }).click();
  await tab(arta.page, "Ditari");
  await sees(arta.page, "Shlyer nga Besa Leka: U miratua me ndryshime.");
  await press(besa.page, "U miratua me ndryshime");
  await heading(arta.page, "Emërimi i përfaqësuesit");

  // Back again the citizen has all of it: the end of the vote, and how the item ended in truth.
  await voting.getByText(counts(2, 1, 1)).waitFor();
  line.cutAfter(null);
  const decided = panel(citizen.page, "Çfarë u vendos deri tani");
  await decided.getByText("U miratua me ndryshime").waitFor();
  await decided.getByText(counts(members - 3, 1, 1)).waitFor();
  await citizen.page.locator(".live-page").getByText("Lidhja u ndërpre.").waitFor({ state: "detached" });

  // A secret vote: only numbers, and no more of them than are in the room.
  await press(arta.page, "Filloni pikën 2");
  await arta.page.getByRole("radio", { name: "I fshehtë" }).check();
  await press(arta.page, "Hapni votimin");
  await voting.getByText("Votim i fshehtë: shpallen vetëm numrat, kur mbaron.").waitFor();
  expect(await voting.innerText()).not.toMatch(anyMember);
  await arta.page.getByLabel("Pro", { exact: true }).fill(String(members));
  await press(arta.page, "Mbyllni votimin");
  await sees(arta.page, `${members} vota janë më shumë se ${members - 1} anëtarët e pranishëm.`);
  await arta.page.getByLabel("Pro", { exact: true }).fill("1");
  await arta.page.getByLabel("Kundër", { exact: true }).fill("2");
  await press(arta.page, "Mbyllni votimin");
  await sees(besa.page, counts(1, 2, 0));
  const voted = panel(citizen.page, "Votimi i kësaj pike");
  await voted.getByText(counts(1, 2, 0)).waitFor();
  expect(await voted.innerText()).not.toMatch(anyMember);
  await press(besa.page, "Përfundoni pikën: u rrëzua");
  await heading(arta.page, "Të gjitha pikat kanë përfunduar");

  await press(besa.page, "Pushim");
  await heading(arta.page, "Pushim");
  await citizen.page.locator(".live-pause").waitFor();
  await press(arta.page, "Rifilloni mbledhjen");
  await heading(besa.page, "Të gjitha pikat kanë përfunduar");
  await press(besa.page, "Mbyllni mbledhjen");
  await press(besa.page, "Po, mbylleni");
  await heading(arta.page, "Mbledhja është mbyllur");
  const over = panel(citizen.page, "Çfarë u vendos");
  await over.getByText(counts(1, 2, 0)).waitFor();
  await follows(citizen.page, /^Mbaroi$/);
  // What was told step by step is what a page shows that is opened now.
  const shown = () => citizen.page.locator(".live").innerText();
  const told = await shown();
  await citizen.page.reload();
  await hydrated(citizen.page);
  expect(await shown()).toBe(told);

  await press(arta.page, /^Shfaqni të/);
  await press(besa.page, /^Shfaqni të/);
  const log = (page: Page) => page.locator(".console-log li").allInnerTexts();
  await expect.poll(() => log(arta.page)).toEqual(await log(besa.page));

  await arta.open(`/admin/mbledhjet/${session.id}/zhvillimi`);
  await arta.page.getByText("U miratua me ndryshime").waitFor();
  await arta.page.getByText(`${members - 1} nga ${members}`).waitFor();
}, 180_000);

it("Without script the console says so, and shows the way to the forms", async () => {
  const { page } = await visitor({ javaScriptEnabled: false });
  await signUp(page, "Drita Çela", "secretary");
  await page.goto(`/admin/mbledhjet/${session.id}/seanca`);
  const note = page.locator("noscript .note");
  await note.waitFor();
  expect(await note.innerText()).toContain("Konsola ka nevojë për JavaScript.");
  expect(await page.locator(".console button:visible").count()).toBe(0);
  await note.getByRole("link").click();
  await page.getByRole("heading", { name: "Zhvillimi i mbledhjes" }).waitFor();
}, 60_000);
