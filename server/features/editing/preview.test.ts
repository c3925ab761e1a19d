import { Readable } from "node:stream";
import pg from "pg";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { signedIn } from "../../../tests/support/accounts.ts";
import { actInput, addCouncilBody, enact } from "../../../tests/support/acts.ts";
import { chamberOf } from "../../../tests/support/chamber.ts";
import { doing, law, news, shelfOf, storePdf } from "../../../tests/support/content.ts";
import { draft, publishDraft } from "../../../tests/support/drafts.ts";
import { planned } from "../../../tests/support/plan.ts";
import { createWorld, type TestCouncil, type TestWorld } from "../../../tests/support/world.ts";
import { contentChannel } from "../../db/content-versions.ts";
import { rowsOf, tenantTables } from "../../db/tenant-rows.ts";
import { type Previewer, previewer } from "../../pages/preview.ts";
import { addPhoto } from "../albums/albums.service.ts";
import { keepPhotoFiles, uploadPhoto } from "../albums/photos.service.ts";
import type { RateInput } from "../pay/pay.schema.ts";
import { setPersonPhoto } from "../people/people.service.ts";
import { portraitFrom } from "../people/portraits.ts";
import { previewedPhotos } from "../photos/photos.paths.shared.ts";
import { setPublicationPhoto } from "../publications/publications.service.ts";
import { editableOf, editables } from "./editables.ts";
import { createThing, publishThing } from "./editing.service.ts";
import { makePublic } from "./preview.service.ts";

let world: TestWorld;
let lisi: TestCouncil;
let preview: Previewer;
beforeAll(async () => {
  world = await createWorld();
  ({ lisi } = world);
  await addCouncilBody(lisi);
  preview = previewer(world.services, async (request, resolved) => world.app.request(request, undefined, { resolved }));
});
afterAll(() => world.end());

const show = async (entity: string, id: string | null, given?: unknown, locale: "sq" | "en" = "sq") => {
  const site = world.services.registry.siteOf(lisi.host);
  if (site?.kind !== "council") throw new Error("No council");
  const answer = await preview({
    ...{ tenant: site.tenant, locale, requestId: "test" },
    prepare: (tx) => makePublic(tx, doing(world), editableOf(entity), id, given),
  });
  return { status: answer.status, headers: answer.headers, html: await answer.text() };
};
const create = (entity: string, input: object) =>
  lisi.db.write((tx) => createThing(tx, doing(world), editableOf(entity), input));

/** All rows that the council has. */
const everything = () =>
  lisi.db.read(async (tx) => {
    const rows: Record<string, string[]> = {};
    for (const table of await tenantTables(tx)) for await (const lines of rowsOf(tx, table)) rows[table] = lines;
    return rows;
  });

/** What a reader sees and a browser draws: the page's own part, with its data, and its title. */
function ofReaders(html: string) {
  const page = html.slice(html.indexOf('<div id="app"'));
  const script = /<script[^>]*>.*?<\/script>/gs;
  return {
    title: /<title>.*?<\/title>/.exec(html)![0],
    page: page.replaceAll(script, ""),
    // What is asked side by side stands there in the order in which it was answered.
    data: (page.match(script) ?? []).flatMap((text) => text.match(/"(?:[^"\\]|\\.)*"/g) ?? []).toSorted(),
  };
}

/** Things of their kind that are as rich as a council makes them, each ready to be published. */
interface Case {
  entity: string;
  /** What is told of it, where a kind is there more than once. */
  as?: string;
  input(): Promise<object>;
  /** What comes to it once it is there. */
  further?(id: string): Promise<unknown>;
  /** Its page shows photos. */
  pictured?: true;
}
const both = (text: string) => ({ sq: text, en: `${text} (en)` });
const chamber = () => chamberOf(world, lisi);
const paper = async (role: string, text: string) => ({ documentId: (await storePdf(world, lisi, text)).id, role });
const councilId = () =>
  lisi.db.read(
    async (tx) =>
      (await tx.selectFrom("bodies").select("id").where("kind", "=", "council").executeTakeFirstOrThrow()).id,
  );
const photo = async () =>
  uploadPhoto(
    shelfOf(world, lisi),
    Readable.from([
      await sharp({ create: { width: 900, height: 600, channels: 3, background: "#3a7d44" } })
        .jpeg()
        .toBuffer(),
    ]),
    { fileName: "foto.jpg" },
  );
const rate = (given: Partial<RateInput> = {}): RateInput => ({
  ...{ appliesTo: "member", basis: "month", amount: 15_000, validFrom: "2023-09-20", note: both("Bruto") },
  legalBasis: both("Vendimi nr. 12, datë 20.09.2023"),
  ...given,
});

const cases: readonly Case[] = [
  { entity: "publication", input: async () => news({ title: { sq: "Një lajm i ri", en: "A new item" } }) },
  {
    ...{ entity: "publication", as: "with a photo and a file", pictured: true },
    input: async () => news({ title: both("Me fotografi"), documents: [(await storePdf(world, lisi, "Lajmi")).id] }),
    async further(id) {
      const uploaded = await photo();
      const { original, width, height, renditions } = uploaded;
      await lisi.db.write(async (tx) => {
        await keepPhotoFiles(tx, doing(world), uploaded);
        await setPublicationPhoto(tx, doing(world), id, {
          ...{ width, height, renditions, originalSha256: original.sha256 },
          ...{ alternative: both("Salla"), caption: both("Salla e Këshillit") },
        });
      });
    },
  },
  { entity: "publication", as: "law", input: async () => law() },
  {
    entity: "page",
    input: async () => ({
      element: "II.3.1",
      content: { lead: { sq: "Kështu ankohet kush nuk pajtohet.", en: "How to complain." } },
      documents: [(await storePdf(world, lisi, "Formulari")).id],
    }),
  },
  {
    ...{ entity: "person", pictured: true },
    async input() {
      const { id: partyId } = await chamber().party("PL", "Partia e Lisit");
      return {
        ...{ name: "Elira Çela", familyName: "Çela", gender: "female", occupation: both("Mësuese") },
        cv: { sq: "<p>Mësuese.</p>", en: "<p>Teacher.</p>" },
        contacts: { email: "elira@lisi.example", phone: "+355 69 123 4567" },
        affiliations: [{ partyId, beginsOn: "2019-01-01", endsOn: null }],
        representations: [{ organisation: both("Ujësjellësi"), beginsOn: "2024-01-01" }],
        documents: [await paper("cv", "Deklarata")],
      };
    },
    async further(id) {
      const uploaded = await photo();
      await lisi.db.write(async (tx) => {
        await keepPhotoFiles(tx, doing(world), uploaded);
        await setPersonPhoto(tx, doing(world), id, portraitFrom(uploaded, both("Elira Çela")));
      });
    },
  },
  {
    entity: "body",
    async input() {
      const { id: personId } = await chamber().person("Besnik Gega");
      return {
        ...{ kind: "committee", name: both("Komisioni i Buxhetit"), position: 1, beginsOn: "2023-09-01" },
        ...{ functions: { sq: "<p>Shqyrton buxhetin.</p>" }, foundingAct: both("Vendimi nr. 3") },
        memberships: [{ personId, role: "chair", beginsOn: "2023-09-01", howChosen: both("Me votim") }],
      };
    },
  },
  { entity: "act", input: () => lisi.db.read((tx) => actInput(tx)) },
  {
    ...{ entity: "act", as: "with a paper that changes another" },
    async input() {
      const { id: targetId } = await enact(world, lisi, { title: both("Për akti i parë") });
      return {
        ...(await lisi.db.read((tx) => actInput(tx, { title: both("Për akti i dytë") }))),
        documents: [await paper("signed", "Akti")],
        relations: [{ kind: "amends", targetId, note: both("Neni 2") }],
      };
    },
  },
  {
    entity: "draft_act",
    input: async () => ({ ...draft(), documents: [await paper("draft_act", "Projekti")] }),
  },
  {
    entity: "meeting",
    async input() {
      const { id: draftActId } = await publishDraft(world, lisi, { title: both("Për buxhetin") });
      return {
        ...{ bodyId: await councilId(), kind: "ordinary", startsAt: "2026-04-02T10:00:00+02:00" },
        ...{ place: both("Salla e Këshillit"), description: { sq: "<p>Të gjithë janë të ftuar.</p>" } },
        items: [
          { path: [1], kind: "procedure", title: both("Miratimi i procesverbalit") },
          {
            ...{ path: [2], kind: "draft_act", title: { sq: "Miratimi i buxhetit", en: "Adopting the budget" } },
            ...{ draftActId, documents: [await paper("explanatory_report", "Relacioni")] },
          },
        ],
        documents: [await paper("notice", "Njoftimi")],
      };
    },
  },
  {
    ...{ entity: "album", pictured: true },
    input: async () => ({ title: both("Dita e Lisit"), summary: both("Dy fotografi."), date: "2026-03-01" }),
    async further(id) {
      for (const caption of ["Sheshi", "Salla"]) {
        const uploaded = await photo();
        await lisi.db.write((tx) =>
          addPhoto(tx, doing(world), id, uploaded, {
            caption: both(caption),
            alternative: both(`${caption}, nga afër`),
          }),
        );
      }
    },
  },
  {
    entity: "election",
    async input() {
      const { id: partyId } = await chamber().party("PU", "Partia e Urës");
      return {
        ...{ kind: "ordinary", heldOn: "2023-05-14", seats: 15, electorate: 20_000, voters: 9_000 },
        ...{ validBallots: 8_800, invalidBallots: 200, source: both("KQZ"), sourceUrl: "https://kqz.gov.al/" },
        lists: [
          { name: both("Partia e Urës"), shortName: "PU", partyId, votes: 5_500, seats: 9 },
          { name: both("Lista L"), shortName: "L", votes: 3_300, seats: 6 },
        ],
        documents: [await paper("other", "Tabela")],
      };
    },
  },
  {
    entity: "plan",
    async input() {
      const { id: actId } = await enact(world, lisi, { title: both("Për planin") });
      return {
        ...{ year: 2026, adoptingAct: both("Vendimi nr. 1"), note: both("Sipas nevojës."), actId },
        items: [
          planned(),
          {
            ...planned({ month: 4, title: both("Për buxhetin") }),
            dropped: { on: "2026-03-01", reason: both("Pa fonde.") },
          },
        ],
      };
    },
  },
  {
    entity: "pay_month",
    async input() {
      const { id: personId } = await chamber().person("Ana Zeka");
      const rateId = await create("pay_rate", rate()).then(({ id }) => id);
      return {
        ...{ year: 2026, month: 1, note: both("Me mbledhjen e jashtëzakonshme.") },
        entries: [{ personId, rateId, amount: 15_000, note: both("I plotë.") }],
      };
    },
  },
  {
    ...{ entity: "pay_month", as: "beside one that is public" },
    async input() {
      const { id: personId } = await chamber().person("Besim Zeka");
      const { id: rateId } = await create("pay_rate", rate({ appliesTo: "committee_member", basis: "meeting" }));
      const entries = [{ personId, rateId, meetings: 2, amount: 30_000 }];
      const { id } = await create("pay_month", { year: 2025, month: 11, entries });
      await lisi.db.write((tx) => publishThing(tx, doing(world), editableOf("pay_month"), id));
      return { year: 2025, month: 12, entries };
    },
  },
];

/** Kinds that a preview shows in another way, or not at all, and why. */
const besideCases: Readonly<Record<string, string>> = {
  pay_rate: "public as soon as it is saved, so that only a form of it is previewed",
  party: "has no page of its own: it is named where its councillors and lists are",
  term: "has no page of its own: it is named where its seats and elections are",
};

/** Photos and papers of a preview stand where its editor may see them; the public has them at their own address. */
const atPublicAddress = (html: string) =>
  html
    .replaceAll(previewedPhotos, "/foto/")
    .replaceAll(/\/api\/v1\/admin\/documents\/([0-9a-f-]{36})\/newest\//g, "/dokumente/$1/");

describe("The preview", () => {
  it("is proven for every kind that the workspace edits", () => {
    const proven = [...new Set(cases.map(({ entity }) => entity)), ...Object.keys(besideCases)];
    expect(proven.toSorted()).toEqual(editables.map(({ entity }) => entity).toSorted());
  });

  it.each(cases.map((one) => [`${one.entity}${one.as ? ` ${one.as}` : ""}`, one] as const))(
    "of a %s is what the public will see, in both languages, but for the line above it",
    async (_, { entity, input, further }) => {
      const { id } = await create(entity, await input());
      await further?.(id);
      const before = [await show(entity, id), await show(entity, id, undefined, "en")];
      expect(before.map(({ status }) => status)).toEqual([200, 200]);
      await lisi.db.write((tx) => publishThing(tx, doing(world), editableOf(entity), id));
      await world.catchUp();
      const { publicUrl } = (await lisi.db.read((tx) => editableOf(entity).find(tx, id)))!;
      for (const [at, locale] of (["sq", "en"] as const).entries()) {
        const after = await lisi.get(publicUrl![locale]);
        expect(after.status).toBe(200);
        expect(ofReaders(atPublicAddress(before[at]!.html))).toEqual(ofReaders(await after.text()));
      }
    },
  );

  it("shows its editors the photos that nobody else has yet", async () => {
    const editor = await signedIn(world, lisi, ["editor"]);
    const neighbour = await signedIn(world, world.krasta, ["editor"]);
    const status = async (answer: Promise<Response>) => {
      const { status, body } = await answer;
      await body?.cancel();
      return status;
    };
    for (const { entity, input, further } of cases.filter(({ pictured }) => pictured)) {
      const { id } = await create(entity, { ...(await input()), ...(entity === "person" && { name: "Drita Çela" }) });
      await further!(id);
      const { html } = await show(entity, id);
      const photos = html.match(/(?<=src(?:set)?="|, )\/[^" ]+\.webp/g) ?? [];
      expect(photos.length, entity).toBeGreaterThan(1);
      for (const address of photos) {
        expect(await status(editor.get(address)), address).toBe(200);
        expect(await status(lisi.get(address)), address).toBe(401);
        expect(await status(neighbour.get(address)), address).toBe(404);
        expect(await status(lisi.get(atPublicAddress(address))), address).toBe(404);
      }
    }
  });

  it("leads its editors to the papers that nobody else has yet", async () => {
    const editor = await signedIn(world, lisi, ["editor"], "shkresat@lisi.example");
    const neighbour = await signedIn(world, world.krasta, ["editor"], "shkresat@krasta.example");
    const { id: documentId } = await storePdf(world, lisi, "Ende draft");
    const { id } = await create("publication", news({ title: both("Me shkresë"), documents: [documentId] }));
    const { html } = await show("publication", id);
    const papers = html.match(/(?<=href=")[^"]*\/documents\/[^"]*/g) ?? [];
    expect(papers.length).toBeGreaterThan(0);
    for (const address of papers) {
      const sent = await editor.get(address);
      expect([sent.status, sent.headers.get("content-type")], address).toEqual([200, "application/pdf"]);
      expect((await sent.text()).startsWith("%PDF")).toBe(true);
      expect((await lisi.get(address)).status, address).toBe(401);
      expect((await neighbour.get(address)).status, address).toBe(404);
      expect((await lisi.get(atPublicAddress(address))).status, address).toBe(404);
    }
  });

  it("of a rate of pay that is not saved is what the public will see once it is", async () => {
    const input = rate({ appliesTo: "committee_chair", amount: 17_500 });
    const before = await show("pay_rate", null, input);
    await create("pay_rate", input);
    await world.catchUp();
    const after = await (await lisi.get("/pagesat")).text();
    expect(ofReaders(before.html)).toEqual(ofReaders(after));
  });

  it("says that it is one, and is neither stored, nor indexed, nor moved by a script", async () => {
    const { id } = await create("publication", news({ title: { sq: "Lajm në parapamje" } }));
    const { html, headers } = await show("publication", id);
    expect(html).toContain('<p class="notice-above" role="status">Parapamje: kështu do ta shohë publiku.');
    expect((await show("publication", id, undefined, "en")).html).toContain(
      "Preview: this is how the public will see it",
    );
    expect(html).toContain('<meta name="robots" content="noindex">');
    expect(html).not.toContain('<script type="module"');
    expect([headers.get("cache-control"), headers.get("x-robots-tag"), headers.get("etag")]).toEqual([
      "no-store",
      "noindex",
      null,
    ]);
  });

  it("leaves no trace: no row, no version, nobody hears of it, and the public finds nothing", async () => {
    const { id } = await create("publication", news({ title: { sq: "Lajm pa gjurmë", en: "No trace" } }));
    const list = await lisi.get("/lajme");
    const kept = [list.headers.get("etag"), await list.text()];
    const before = await everything();
    const client = new pg.Client({ connectionString: world.database.appUrl });
    await client.connect();
    const heard: unknown[] = [];
    client.on("notification", (message) => heard.push(message.payload));
    await client.query(`listen ${contentChannel}`);
    try {
      expect((await show("publication", id)).html).toContain("Lajm pa gjurmë");
      expect((await show("publication", null, news({ title: { sq: "As ky" } }))).html).toContain("As ky");
      // What is told is told before the answer to the next question.
      await client.query("select 1");
      expect(heard).toEqual([]);
    } finally {
      await client.end();
    }
    expect(await everything()).toEqual(before);
    await world.catchUp();
    const again = await lisi.get("/lajme");
    expect([again.headers.get("etag"), await again.text()]).toEqual(kept);
    expect((await lisi.get("/lajme/lajm-pa-gjurme")).status).toBe(404);
    expect((await lisi.json<{ items: object[] }>("/api/v1/publications/latest")).items).not.toContainEqual(
      expect.objectContaining({ slug: "lajm-pa-gjurme" }),
    );
  });

  it("of a form that is not saved shows what is typed, and saves nothing", async () => {
    const { id } = await create("publication", news({ title: { sq: "Titulli i ruajtur" } }));
    const { input } = (await lisi.db.read((tx) => editableOf("publication").find(tx, id)))!;
    const { html } = await show("publication", id, { ...input, title: { sq: "Titulli i shtypur" } });
    expect(html).toContain("Titulli i shtypur");
    expect((await show("publication", id)).html).toContain("Titulli i ruajtur");
  });

  it("of the neighbour's thing is refused, and so is one of what has no page", async () => {
    const { id } = await world.krasta.db.write((tx) =>
      createThing(tx, doing(world), editableOf("publication"), news()),
    );
    await expect(show("publication", id)).rejects.toMatchObject({ code: "editing.not_there" });
    const party = await create("party", { names: [{ name: { sq: "Lista e Qytetit" }, shortName: "LQ" }] });
    await expect(show("party", party.id)).rejects.toMatchObject({ code: "editing.no_page" });
  });

  it("shows why something cannot be published, as publishing would", async () => {
    const { id } = await create("album", { title: { sq: "Pa fotografi" }, date: "2026-03-01" });
    await expect(show("album", id)).rejects.toMatchObject({ code: "albums.without_photos" });
  });
});
