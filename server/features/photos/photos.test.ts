import sharp from "sharp";
import { afterAll, beforeAll, expect, it } from "vitest";
import { signedIn, type Visitor } from "../../../tests/support/accounts.ts";
import { fieldsOn } from "../../../tests/support/fields-on.ts";
import { createWorld, type TestWorld } from "../../../tests/support/world.ts";
import { phrases } from "../../http/phrases.ts";
import { cutOf } from "./cut.ts";

let world: TestWorld;
let secretary: Visitor;
let stranger: Visitor;
beforeAll(async () => {
  world = await createWorld();
  secretary = await signedIn(world, world.lisi, ["secretary"]);
  stranger = await signedIn(world, world.krasta, ["secretary"]);
});
afterAll(() => world.end());

const photo = async (width = 800, height = 600, name = "foto.jpg") =>
  new File(
    [
      new Uint8Array(
        await sharp({ create: { width, height, channels: 3, background: "#1c6b3c" } })
          .jpeg()
          .toBuffer(),
      ),
    ],
    name,
    { type: "image/jpeg" },
  );
const idIn = (answer: Response) => /\/([0-9a-f-]{36})\?/.exec(answer.headers.get("location") ?? "")![1]!;
const person = async () =>
  idIn(await secretary.post("/admin/njerezit/i-ri", { name: "Dritan Hoxha", familyName: "Hoxha" }));

async function send(visitor: Visitor, entity: string, id: string, file: File | null, fields: Record<string, string>) {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.append(name, value);
  if (file) body.append("file", file);
  return world.ask(visitor.council.host, `/admin/fotot/${entity}/${id}/ngarkimi`, {
    method: "POST",
    headers: { cookie: visitor.cookie!, "sec-fetch-site": "same-origin", accept: "text/html" },
    body,
  });
}
const sizesOf = (id: string) =>
  world.lisi.db.read(async (tx) => {
    const row = await tx
      .selectFrom("people")
      .where("id", "=", id)
      .select(["photo_width", "photo_height", "photo_renditions"])
      .executeTakeFirstOrThrow();
    return [row.photo_width, row.photo_height, row.photo_renditions.map(({ width }) => width)];
  });

it("A portrait is sent without script, cut to a square, and seen by the secretariat alone until its person is public", async () => {
  const id = await person();
  const sent = await send(secretary, "person", id, await photo(), {
    "alternative.sq": "Dritan Hoxha",
    shape: "square_top",
  });
  expect([sent.status, sent.headers.get("location")]).toEqual([303, `/admin/fotot/person/${id}?done=kept`]);
  expect(await sizesOf(id)).toEqual([600, 600, [160, 320, 600]]);
  const html = await (await secretary.get(`/admin/fotot/person/${id}`)).text();
  const src = /src="(\/api\/v1\/admin\/photos\/[^"]+)"/.exec(html)![1]!.replaceAll("&amp;", "&");
  const seen = await secretary.get(src);
  expect([seen.status, seen.headers.get("content-type")]).toEqual([200, "image/webp"]);
  expect((await seen.arrayBuffer()).byteLength).toBe(Number(seen.headers.get("content-length")));
  expect((await world.lisi.get(`/foto/${id}/320.webp`)).status).toBe(404);
  expect((await stranger.get(src)).status).toBe(404);
  expect((await stranger.get(`/admin/fotot/person/${id}`)).status).toBe(404);
  expect((await send(stranger, "person", id, await photo(), { "alternative.sq": "x" })).status).toBe(404);
  await secretary.post(`/admin/fotot/person/${id}/heqja`);
  expect(await sizesOf(id)).toEqual([null, null, []]);
});

it("What was drawn on it counts before the shape; a frame outside of the photo or too small is refused", async () => {
  const id = await person();
  const texts = { "alternative.sq": "Po", shape: "square" };
  expect((await send(secretary, "person", id, await photo(), { ...texts, crop: "10,20,300,200" })).status).toBe(303);
  expect((await sizesOf(id)).slice(0, 2)).toEqual([300, 200]);
  for (const crop of ["700,0,300,200", "0,0,10,10", "a,b,c,d", "0,0,1e9,1e9", "-5,0,100,100"])
    expect((await send(secretary, "person", id, await photo(), { ...texts, crop })).status).toBe(422);
  expect((await sizesOf(id)).slice(0, 2)).toEqual([300, 200]);
});

it("Without words for those who do not see it nothing is kept; what is no photo is named at its field", async () => {
  const id = await person();
  const silent = await send(secretary, "person", id, await photo(), { "alternative.en": "only English" });
  expect([silent.status, (await silent.text()).includes('href="#photo-alternative-sq"')]).toEqual([422, true]);
  for (const file of [new File(["<svg onload=alert(1)>"], "a.svg"), await photo(800, 600, "a.heic"), null]) {
    const refused = await send(secretary, "person", id, file, { "alternative.sq": "Po" });
    expect([refused.status, (await refused.text()).includes('href="#photo-file"')]).toEqual([422, true]);
  }
  expect(await sizesOf(id)).toEqual([null, null, []]);
});

it("News carries one photo with its caption, an album many; a law carries none", async () => {
  const made = await secretary.post("/admin/publikimet/i-ri?element=V.1.1", {
    ...{ element: "V.1.1", "title.sq": "Me foto", date: "2026-03-02", "fields.topic": "budget" },
  });
  const news = idIn(made);
  const uncaptioned = await send(secretary, "publication", news, await photo(), { "alternative.sq": "Salla" });
  const asked = (await uncaptioned.text()).replaceAll(/<!--.*?-->/g, "");
  expect([uncaptioned.status, /<a href="#photo-caption-sq">([^<]*)</.exec(asked)?.[1]]).toEqual([
    422,
    expect.stringMatching(new RegExp(`^.+: ${phrases("sq", "errors")("text.required")}$`)),
  ]);
  expect(asked).toContain('id="photo-caption-sq"');
  const texts = { "alternative.sq": "Salla", "caption.sq": "Salla e re" };
  expect((await send(secretary, "publication", news, await photo(), texts)).status).toBe(303);
  await secretary.post(`/admin/redaktimi/publication/${news}/botimi`, { at: "" });
  expect(await (await world.lisi.get("/lajme/me-foto")).text()).toContain("Salla e re");

  const album = idIn(await secretary.post("/admin/albumet/i-ri", { "title.sq": "Album", date: "2026-03-01" }));
  for (const at of [1, 2])
    expect(
      (
        await send(secretary, "album", album, await photo(800 + at), {
          "alternative.sq": "a",
          "caption.sq": `Foto ${at}`,
        })
      ).status,
    ).toBe(303);
  expect(await (await secretary.get(`/admin/fotot/album/${album}`)).text()).toContain("Foto 2");
  // Whoever says what is seen on a photo sees it.
  const form = await (await secretary.get(`/admin/albumet/${album}`)).text();
  const shown = [...form.matchAll(/<img[^>]* src="(\/api\/v1\/admin\/photos\/album\/[^"]+)"/g)].map(([, src]) => src!);
  expect(shown).toHaveLength(2);
  // A sentence of five hundred characters is read as a whole.
  for (const name of ["caption.sq", "alternative.en"])
    expect(form).toMatch(new RegExp(`<textarea[^>]* name="photos\\.r0\\.${name.replace(".", "\\.")}"`));
  for (const src of shown) {
    const picture = await secretary.get(src);
    expect(picture.headers.get("content-type")).toMatch(/^image\//);
    expect((await picture.arrayBuffer()).byteLength).toBeGreaterThan(0);
  }
  expect((await secretary.post(`/admin/fotot/album/${album}/heqja`)).status).toBe(404);
  expect((await secretary.get(`/admin/fotot/act/${album}`)).status).toBe(404);
});

it("A photo that somebody else has put there meanwhile is seen before it is replaced or taken away", async () => {
  const besnik = await signedIn(world, world.lisi, ["secretary"], "besnik@lisi.example");
  const id = await person();
  const page = `/admin/fotot/person/${id}`;
  const opened = async (visitor: Visitor, form = "photo") => {
    const { file: _, ...fields } = fieldsOn(await (await visitor.get(page)).text(), form);
    return fields;
  };
  const [one, two] = [await opened(secretary), await opened(besnik)];
  const texts = { "alternative.sq": "Në zyrë", shape: "whole" };
  expect((await send(secretary, "person", id, await photo(), { ...one, ...texts })).status).toBe(303);
  const refused = await send(besnik, "person", id, await photo(900), { ...two, ...texts });
  const html = await refused.text();
  expect(refused.status).toBe(422);
  expect(html).toContain("Ndërkohë dikush tjetër vuri këtu një fotografi tjetër");
  expect(html).toContain('href="#photo-file"');
  expect((await sizesOf(id))[0]).toBe(800);

  // A second stands now, which whoever takes the first away has not seen.
  const [stale, seen] = [await opened(secretary, "remove"), fieldsOn(html, "photo").seen!];
  expect((await send(besnik, "person", id, await photo(900), { ...texts, seen })).status).toBe(303);
  expect((await sizesOf(id))[0]).toBe(900);
  const kept = await secretary.post(`${page}/heqja`, stale);
  expect([kept.status, await kept.text()]).toEqual([409, expect.stringContaining("vuri këtu një fotografi tjetër")]);
  expect((await sizesOf(id))[0]).toBe(900);
  expect((await secretary.post(`${page}/heqja`, await opened(secretary, "remove"))).status).toBe(303);
  expect(await sizesOf(id)).toEqual([null, null, []]);
});

it("Of two photos that are sent at the same moment one is kept, and the other told so, in English too", async () => {
  const id = await person();
  const texts = { "alternative.sq": "Në sallë", seen: "" };
  const answers = await Promise.all(
    [801, 802].map(async (width) => send(secretary, "person", id, await photo(width), texts)),
  );
  expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 422]);
  const body = new FormData();
  for (const [name, value] of Object.entries(texts)) body.append(name, value);
  body.append("file", await photo(803));
  const english = await world.ask(world.lisi.host, `/en/admin/photos/person/${id}/upload`, {
    method: "POST",
    headers: { cookie: secretary.cookie!, "sec-fetch-site": "same-origin", accept: "text/html" },
    body,
  });
  expect(await english.text()).toContain("Meanwhile somebody else has put another photo here");
});

it.each([
  ["square", { left: 100, top: 0, width: 600, height: 600 }],
  ["square_top", { left: 100, top: 0, width: 600, height: 600 }],
  ["wide", { left: 0, top: 33, width: 800, height: 533 }],
  ["whole", null],
] as const)("The shape %s lies within the photo", (shape, cut) => {
  expect(cutOf(shape, { width: 800, height: 600 })).toEqual(cut);
});

it("What is said of a photo that the public sees is looked at before, with it or when its draft is published", async () => {
  const number = "J01231118R";
  const markIn = (html: string) => /name="persons" value="([\w-]{43})"/.exec(html)![1]!;
  const texts = { "alternative.sq": `Përfituesi ${number}`, shape: "whole" };
  const id = await person();
  expect((await send(secretary, "person", id, await photo(), texts)).status).toBe(303);
  const publish = (fields: object) => secretary.post(`/admin/redaktimi/person/${id}/botimi`, { at: "", ...fields });
  const stopped = await publish({});
  const said = (await stopped.text()).replaceAll(/<!--.*?-->/g, "");
  expect(stopped.status).toBe(409);
  expect(said).toMatch(new RegExp(`href="/admin/fotot/person/${id}"[^>]*>[^<]+</a>: Numër personal`));
  expect((await world.lisi.get(`/foto/${id}/320.webp`)).status).toBe(404);
  expect((await publish({ persons: markIn(said) })).status).toBe(303);

  const other = { ...texts, "alternative.sq": `Përfituesja K05512345A`, "alternative.en": "" };
  const before = await sizesOf(id);
  const refused = await send(secretary, "person", id, await photo(400, 300), other);
  const html = (await refused.text()).replaceAll(/<!--.*?-->/g, "");
  expect(refused.status).toBe(409);
  expect(html).toMatch(/href="#photo-alternative-sq"[^>]*>[^<]+<\/a>: Numër personal/);
  expect(await sizesOf(id)).toEqual(before);
  expect((await send(stranger, "person", id, await photo(), { ...other, persons: markIn(html) })).status).toBe(404);
  expect((await send(secretary, "person", id, await photo(400, 300), { ...other, persons: markIn(html) })).status).toBe(
    303,
  );
});

it("What is said of a photo is changed and told in English without sending it again, as it stands for readers", async () => {
  const made = await secretary.post("/admin/publikimet/i-ri?element=V.1.1", {
    ...{ element: "V.1.1", "title.sq": "Fjalët e fotos", date: "2026-03-02", "fields.topic": "budget" },
  });
  const news = idIn(made);
  const at = `/admin/fotot/publication/${news}`;
  const texts = { "alternative.sq": "Sala", "caption.sq": "Salla e re" };
  expect((await send(secretary, "publication", news, await photo(), texts)).status).toBe(303);
  await secretary.post(`/admin/redaktimi/publication/${news}/botimi`, { at: "" });
  const opened = fieldsOn(await (await secretary.get(at)).text(), "words");
  expect(opened).toMatchObject({ "alternative.sq": "Sala", "alternative.en": "", "caption.sq": "Salla e re" });
  const retold = { ...opened, "alternative.sq": "Salla", "alternative.en": "The hall", "caption.en": "The new hall" };
  const kept = await secretary.post(`${at}/fjalet`, retold);
  expect([kept.status, kept.headers.get("location")]).toEqual([303, `${at}?done=said`]);
  expect(await (await world.lisi.get("/lajme/fjalet-e-fotos")).text()).toContain('alt="Salla"');
  expect(await (await world.lisi.get("/en/news/fjalet-e-fotos")).text()).toContain('alt="The hall"');

  // Whoever opened it before sees that it says something else by now.
  const stale = await secretary.post(`${at}/fjalet`, opened);
  expect([stale.status, await stale.text()]).toEqual([422, expect.stringContaining('href="#words-alternative-sq"')]);
  const now = fieldsOn(await (await secretary.get(at)).text(), "words");
  const empty = await secretary.post(`${at}/fjalet`, { ...now, "alternative.sq": " " });
  expect([empty.status, await empty.text()]).toEqual([422, expect.stringContaining('href="#words-alternative-sq"')]);
  const named = await secretary.post(`${at}/fjalet`, { ...now, "caption.sq": "Në mes J01231118R" });
  expect([named.status, await named.text()]).toEqual([409, expect.stringContaining("flet për persona")]);
  expect((await stranger.post(`${at}/fjalet`, now)).status).toBe(404);

  const portrait = await person();
  await send(secretary, "person", portrait, await photo(), { "alternative.sq": "Pak" });
  expect((await secretary.post(`/admin/fotot/person/${portrait}/fjalet`, { "alternative.sq": "Dritani" })).status).toBe(
    303,
  );
  const album = idIn(await secretary.post("/admin/albumet/i-ri", { "title.sq": "Fjalët", date: "2026-03-01" }));
  expect((await secretary.post(`/admin/fotot/album/${album}/fjalet`, now)).status).toBe(404);
});

it("Where two persons are wanted, the photos of what is public are no form to whoever may not save them", async () => {
  const editor = await signedIn(world, world.lisi, ["editor"], "redaktor@lisi.example");
  const id = await person();
  const page = async () => (await editor.get(`/admin/fotot/person/${id}`)).text();
  await send(secretary, "person", id, await photo(), { "alternative.sq": "Dritan Hoxha" });
  await secretary.post(`/admin/redaktimi/person/${id}/botimi`, { at: "" });
  const forms = /action="\/admin\/fotot\//;
  expect(await page()).toMatch(forms);
  await world.lisi.db.write((tx) => tx.updateTable("tenant_settings").set({ approval: true }).execute());
  const html = await page();
  expect(html).not.toMatch(forms);
  expect(html).toContain("ndryshimet i ruan kush ka të drejtë të publikojë");
  expect((await editor.post(`/admin/fotot/person/${id}/fjalet`, { "alternative.sq": "x" })).status).toBe(403);
  await world.lisi.db.write((tx) => tx.updateTable("tenant_settings").set({ approval: false }).execute());
});
