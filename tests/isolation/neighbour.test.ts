import { Readable } from "node:stream";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addPhoto, createAlbum, publishAlbum } from "../../server/features/albums/albums.service.ts";
import { uploadPhoto } from "../../server/features/albums/photos.service.ts";
import { createDraftAct, publishDraftAct } from "../../server/features/draft-acts/draft-acts.service.ts";
import { startInitiative } from "../../server/features/draft-acts/stages.service.ts";
import { createElection, publishElection } from "../../server/features/elections/elections.service.ts";
import { publishPage, savePage } from "../../server/features/pages/pages.service.ts";
import { createRate, publishMonth, setMonth } from "../../server/features/pay/pay.service.ts";
import { createPerson, publishPerson } from "../../server/features/people/people.service.ts";
import { addPlanItem, createPlan, publishPlan } from "../../server/features/plan/plan.service.ts";
import { enactSeveral } from "../support/acts.ts";
import { doing, law, news, publish, shelfOf, storePdf } from "../support/content.ts";
import { draft } from "../support/drafts.ts";
import { planned } from "../support/plan.ts";
import { createWorld, type TestCouncil, type TestWorld } from "../support/world.ts";

/** Stands in every text of one council, in both languages, and nowhere else. */
const mark = { lisi: "SHENJA-E-LISIT", krasta: "SHENJA-E-KRASTËS" };

let world: TestWorld;
beforeAll(async () => {
  world = await createWorld();
  await fill(world.lisi, mark.lisi);
  await fill(world.krasta, mark.krasta);
  await world.catchUp();
});
afterAll(() => world.end());

async function fill(council: TestCouncil, text: string) {
  const both = { sq: `${text} titull`, en: `${text} title` };
  const html = { sq: `<p>${text}</p>`, en: `<p>${text}</p>` };
  const { id: document } = await storePdf(world, council, text, { title: both, fileName: `${council.slug}.pdf` });
  await publish(world, council, news({ title: both, summary: both, body: html, tags: [text.toLowerCase()] }));
  await publish(world, council, law({ title: both, documents: [document], slug: `ligji-i-${council.slug}` }));
  const { id: form } = await storePdf(world, council, `${text} formular`, { title: both });
  await council.db.write(async (tx) => {
    await savePage(tx, doing(world), "I.3.12", { content: { lead: both, who: html, form }, documents: [form] });
    await publishPage(tx, doing(world), "I.3.12");
  });
  const { id: report } = await storePdf(world, council, `${text} relacion`, { title: both });
  await council.db.write(async (tx) => {
    const texts = { title: both, summary: both, body: html, reasons: html, expectedEffect: html, howToComment: html };
    const documents = [{ documentId: report, role: "explanatory_report" as const }];
    const made = await createDraftAct(tx, doing(world), draft({ ...texts, proposer: both, documents }));
    await publishDraftAct(tx, doing(world), made.id);
    await startInitiative(tx, doing(world), made.id);
    await createPlan(tx, doing(world), { year: 2026, adoptingAct: both, note: both });
    await addPlanItem(tx, doing(world), 2026, planned({ title: both, draftActId: made.id }));
    await publishPlan(tx, doing(world), 2026);
  });
  await council.db.write(async (tx) => {
    const { id } = await createElection(tx, doing(world), {
      ...{ kind: "ordinary", heldOn: "2023-05-14", seats: 15, source: both, note: both },
      lists: [{ name: both, shortName: text.slice(0, 20), votes: 100, seats: 15 }],
    });
    await publishElection(tx, doing(world), id);
    const person = await createPerson(tx, doing(world), { name: text, familyName: text });
    await publishPerson(tx, doing(world), person.id);
    const rate = {
      appliesTo: "member",
      basis: "month",
      amount: 15_000,
      legalBasis: both,
      validFrom: "2025-01-01",
    } as const;
    const { id: rateId } = await createRate(tx, doing(world), rate);
    const entries = [{ personId: person.id, rateId, amount: 15_000, note: both }];
    await setMonth(tx, doing(world), { year: 2026, month: 1, note: both, entries });
    await publishMonth(tx, doing(world), { year: 2026, month: 1 });
  });
  const jpeg = await sharp({ create: { width: 600, height: 400, channels: 3, background: "#336699" } })
    .withExifMerge({ IFD0: { Copyright: text } })
    .jpeg()
    .toBuffer();
  const photo = await uploadPhoto(shelfOf(world, council), Readable.from([jpeg]), { fileName: "foto.jpg" });
  await council.db.write(async (tx) => {
    const album = await createAlbum(tx, doing(world), { title: both, summary: both, date: "2026-03-01" });
    await addPhoto(tx, doing(world), album.id, photo, { caption: both, alternative: both });
    await publishAlbum(tx, doing(world), album.id);
  });
  const { id: paper } = await storePdf(world, council, `${text} vendim`, { title: both });
  await enactSeveral(world, council, text, paper);
}

const addressesIn = (text: string, host: string) =>
  [...text.matchAll(/(?:href|src|srcset|action|loc|url)(?:="|>|":")([^"<]+)/g)]
    .flatMap((match) => match[1]!.replaceAll("&amp;", "&").split(/,\s+/))
    .map((address) => address.split(" ")[0]!)
    .map((address) => (address.startsWith("http") ? new URL(address) : new URL(address, `http://${host}/`)))
    .filter((url) => url.host === host)
    .map((url) => url.pathname + url.search);

/** Everything that can be reached from a council's front door and from its JSON. */
async function crawl(council: TestCouncil): Promise<string[]> {
  const seen = new Set<string>();
  const waiting = [
    "/",
    "/en/",
    "/sitemap.xml",
    "/api/v1/council",
    "/api/v1/elements",
    "/api/v1/albums",
    "/api/v1/elections",
    "/api/v1/pay",
    "/api/v1/publications?element=V.1.1",
    "/api/v1/publications?element=I.1.1",
    "/api/v1/publications/latest",
    "/api/v1/pages/I.3.12",
    "/api/v1/draft-acts",
    "/api/v1/draft-acts/open",
    "/api/v1/draft-acts/initiatives",
    "/api/v1/plan",
    "/api/v1/acts",
    "/api/v1/acts/gaps",
  ];
  while (waiting.length > 0) {
    const address = waiting.pop()!;
    if (seen.has(address) || address.startsWith("/assets/")) continue;
    seen.add(address);
    const answer = await council.get(address, { accept: "text/html,*/*" });
    const type = answer.headers.get("content-type") ?? "";
    if (!/html|json|xml/.test(type)) {
      await answer.body?.cancel();
      continue;
    }
    const text = await answer.text();
    waiting.push(...addressesIn(text, council.host).filter((found) => !seen.has(found)));
  }
  return [...seen];
}

describe("From the neighbouring council's host", () => {
  it("no address of a council gives anything of it", async () => {
    const addresses = await crawl(world.lisi);
    expect(addresses.length).toBeGreaterThan(150);
    const bearing: string[] = [];
    const leaks: string[] = [];
    for (const address of addresses) {
      const own = Buffer.from(await (await world.lisi.get(address, { accept: "text/html,*/*" })).arrayBuffer());
      const foreign = await world.krasta.get(address, { accept: "text/html,*/*" });
      const bytes = Buffer.from(await foreign.arrayBuffer());
      if (own.includes(mark.lisi)) bearing.push(address);
      if (bytes.includes(mark.lisi) || bytes.includes("lisi.localhost")) leaks.push(address);
      if (/^\/(dokumente|foto)\//.test(address) && foreign.status !== 404) leaks.push(address);
    }
    expect(leaks).toEqual([]);
    expect(
      bearing.some((address) => address.startsWith("/api/v1/publications")),
      "the crawl met the content",
    ).toBe(true);
    for (const path of ["/projektaktet", "/en/decision-initiatives", "/plani-i-vendimmarrjes", "/projektaktet.csv"])
      expect(bearing, "the crawl met the work of the council").toContain(path);
    expect(addresses.some((address) => address.startsWith("/dokumente/"))).toBe(true);
    expect(addresses.some((address) => address.startsWith("/foto/"))).toBe(true);
  }, 300_000);

  it("a page that one council has warmed is not served to the other", async () => {
    for (const path of [
      "/",
      "/en/",
      "/lajme",
      "/legjislacioni",
      "/galeria",
      "/projektaktet",
      "/plani-i-vendimmarrjes",
    ]) {
      const [first, second] = [await world.lisi.get(path), await world.krasta.get(path)];
      expect(await first.text(), path).not.toContain(mark.krasta);
      expect(await second.text(), path).not.toContain(mark.lisi);
    }
  });
});
