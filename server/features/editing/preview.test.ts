import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { actInput, addCouncilBody } from "../../../tests/support/acts.ts";
import { doing, law, news } from "../../../tests/support/content.ts";
import { createWorld, type TestCouncil, type TestWorld } from "../../../tests/support/world.ts";
import { contentChannel } from "../../db/content-versions.ts";
import { rowsOf, tenantTables } from "../../db/tenant-rows.ts";
import { type Previewer, previewer } from "../../pages/preview.ts";
import { editableOf } from "./editables.ts";
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

const cases = [
  ["publication", async () => news({ title: { sq: "Një lajm i ri", en: "A new item" } })],
  ["publication", async () => law()],
  [
    "page",
    async () => ({
      element: "II.3.1",
      content: { lead: { sq: "Kështu ankohet kush nuk pajtohet.", en: "How to complain." } },
    }),
  ],
  [
    "person",
    async () => ({ name: "Elira Çela", familyName: "Çela", cv: { sq: "<p>Mësuese.</p>", en: "<p>Teacher.</p>" } }),
  ],
  ["act", () => lisi.db.read((tx) => actInput(tx))],
  [
    "meeting",
    async () => ({
      bodyId: await lisi.db.read(
        async (tx) => (await tx.selectFrom("bodies").select("id").executeTakeFirstOrThrow()).id,
      ),
      kind: "ordinary",
      startsAt: "2026-04-02T10:00:00+02:00",
      items: [{ path: [1], kind: "draft_act", title: { sq: "Miratimi i buxhetit", en: "Adopting the budget" } }],
    }),
  ],
] as const;

describe("The preview", () => {
  it.each(cases)(
    "of a %s is what the public will see, in both languages, but for the line above it",
    async (entity, input) => {
      const { id } = await create(entity, await input());
      const before = [await show(entity, id), await show(entity, id, undefined, "en")];
      expect(before.map(({ status }) => status)).toEqual([200, 200]);
      await lisi.db.write((tx) => publishThing(tx, doing(world), editableOf(entity), id));
      await world.catchUp();
      const { publicUrl } = (await lisi.db.read((tx) => editableOf(entity).find(tx, id)))!;
      for (const [at, locale] of (["sq", "en"] as const).entries()) {
        const after = await lisi.get(publicUrl![locale]);
        expect(after.status).toBe(200);
        expect(ofReaders(before[at]!.html)).toEqual(ofReaders(await after.text()));
      }
    },
  );

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
