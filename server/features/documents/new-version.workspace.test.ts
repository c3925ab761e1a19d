import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { signedIn, type Visitor } from "../../../tests/support/accounts.ts";
import { news, pdfOf, publish, storePdf } from "../../../tests/support/content.ts";
import { scannedPdf } from "../../../tests/support/made-files.ts";
import { createWorld, type TestCouncil, type TestWorld } from "../../../tests/support/world.ts";

let world: TestWorld;
let lisi: TestCouncil;
let secretary: Visitor;
beforeAll(async () => {
  world = await createWorld();
  ({ lisi } = world);
  secretary = await signedIn(world, lisi, ["secretary"]);
});
afterAll(() => world.end());

const number = "J01231118R";
const said = `Ndihmë ekonomike për familjen, numri personal ${number}.`;
const plain = (html: string) => html.replaceAll(/<!--.*?-->| data-hk="\w+"/g, "");
const headers = (visitor: Visitor) => ({
  ...{ cookie: visitor.cookie!, "sec-fetch-site": "same-origin", accept: "text/html" },
});

/** @param text of the file, or the file itself */
async function send(
  path: string,
  text: string | Buffer | null,
  fields: Record<string, string> = {},
  visitor = secretary,
  fileName = "Lista.pdf",
) {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.append(name, value);
  const bytes = text === null ? [] : [new Uint8Array(typeof text === "string" ? await pdfOf(text) : text)];
  body.append("files", new File(bytes, text === null ? "" : fileName, { type: "application/pdf" }));
  return world.ask(lisi.host, path, { method: "POST", headers: headers(visitor), body });
}
const version = (id: string, text: string | Buffer | null, fields = {}, visitor = secretary, fileName?: string) =>
  send(`/admin/dokumentet/${id}/versioni?as=version`, text, fields, visitor, fileName);
const named = (html: string, name: string) => new RegExp(`name="${name}" value="([\\w-]+)"`).exec(html)?.[1];

let count = 0;
async function published(text = "Pa emra") {
  const title = `Lista ${++count}`;
  const { id } = await storePdf(world, lisi, text, { title: { sq: title, en: "" }, fileName: "lista.pdf" });
  await publish(world, lisi, news({ title: { sq: title }, documents: [id] }));
  return id;
}
/** Reads to its end: a body that is left open holds its file. */
const readWhole = async (answer: Response | Promise<Response>) => {
  await (await answer).arrayBuffer();
  return answer;
};
const download = (id: string, number?: number, fileName = "lista.pdf") =>
  readWhole(lisi.get(`/dokumente/${id}/${number ? `v/${number}/` : ""}${fileName}`));
const confirmed = (id: string) =>
  lisi.db.read((tx) =>
    tx
      .selectFrom("audit_log")
      .where("subject_id", "=", id)
      .where("action", "=", "document.persons_confirmed")
      .select("after")
      .execute(),
  );

describe("A newer file of a document that the public has", () => {
  it("waits, where it says something of persons, until that is confirmed; the file need not be sent again", async () => {
    const id = await published();
    const refused = await version(id, said, { form: crypto.randomUUID() });
    const html = plain(await refused.text());
    expect(refused.status).toBe(409);
    expect(html).toContain("Teksti duket se flet për persona");
    expect(html).toContain("Numër personal");
    expect(html).not.toContain(number);
    expect((await download(id, 2)).status).toBe(404);
    const inEnglish = await send(`/en/admin/documents/${id}/version?as=version`, said);
    expect(await inEnglish.text()).toContain("The text seems to speak of persons");

    const [persons, held] = [named(html, "persons")!, named(html, "held")!];
    expect((await version(id, null, { held })).status).toBe(409);
    expect((await version(id, null, { held, persons: "x".repeat(43) })).status).toBe(409);
    expect((await download(id, 2)).status).toBe(404);
    const form = crypto.randomUUID();
    for (const _ of [1, 2]) expect((await version(id, null, { held, persons, form })).status).toBe(303);
    expect((await download(id, 2, "Lista.pdf")).status).toBe(200);
    expect((await download(id, 3)).status).toBe(404);
    // What was held is no document of its own any more.
    expect((await secretary.get(`/admin/dokumentet/${held}`)).status).toBe(404);
    const audited = await confirmed(id);
    expect(audited).toHaveLength(1);
    expect(JSON.stringify(audited)).not.toContain(number);
  });

  it("goes at once where it says nothing of persons, where it stays internal, and while nobody has the document", async () => {
    const id = await published();
    expect((await version(id, "Asgjë për askënd")).status).toBe(303);
    const { id: draft } = await storePdf(world, lisi, "Draft", { title: { sq: "Draft", en: "" }, fileName: "d.pdf" });
    expect((await version(draft, said)).status).toBe(303);
  });

  it("waits too where it is a scan in which nobody could look, or where its name speaks of somebody", async () => {
    const id = await published();
    const refused = await version(id, await scannedPdf());
    const html = plain(await refused.text());
    expect([refused.status, html]).toEqual([409, expect.stringContaining("Ka skedarë pa tekst")]);
    expect(html).toContain("Skanim pa tekst");
    const [persons, held] = [named(html, "persons")!, named(html, "held")!];
    expect((await version(id, null, { held, persons })).status).toBe(303);
    const called = await version(id, "Asgjë për askënd", {}, secretary, `Lutje_${number}.pdf`);
    expect([called.status, plain(await called.text())]).toEqual([409, expect.stringContaining("emri i skedarit")]);
  });

  it("is held from nobody else’s documents", async () => {
    const id = await published();
    const other = await published();
    const neighbours = await storePdf(world, world.krasta, "I Krastës", { fileName: "k.pdf" });
    for (const held of [other, neighbours.id, "x"]) {
      const answer = await version(id, null, { held });
      expect(answer.status).toBe(404);
    }
    expect((await download(id, 2)).status).toBe(404);
  });

  it("is asked about where a script sends it, and waits with its bytes", async () => {
    const id = await published();
    const bytes = await pdfOf(said);
    const api = "/api/v1/admin/uploads";
    const ask = (path: string, method: string, more: Record<string, string>, body?: BodyInit) =>
      world.ask(lisi.host, path, {
        method,
        headers: { ...headers(secretary), accept: "application/json", "tus-resumable": "1.0.0", ...more },
        ...(body && { body }),
      });
    const name = Buffer.from("Lista.pdf").toString("base64");
    const begun = await ask(api, "POST", {
      "upload-length": String(bytes.length),
      "upload-metadata": `filename ${name}`,
    });
    const at = begun.headers.get("location")!;
    const octets = { "content-type": "application/offset+octet-stream", "upload-offset": "0" };
    expect((await ask(at, "PATCH", octets, new Uint8Array(bytes))).status).toBe(204);
    const finish = (body: object) =>
      ask(`${at}/finish`, "POST", { "content-type": "application/json" }, JSON.stringify(body));
    const purpose = { as: "version", documentId: id };
    const refused = await finish(purpose);
    const { kind, mark } = (await refused.json()) as { kind: string; mark: string };
    expect([refused.status, kind]).toEqual([409, "persons_named"]);
    expect((await download(id, 2)).status).toBe(404);
    expect((await finish({ ...purpose, persons: mark })).status).toBe(201);
    expect((await download(id, 2)).status).toBe(301);
  });
});

describe("An earlier version that says something of persons", () => {
  const take = (id: string, which: string, visitor = secretary) =>
    visitor.post(`/admin/dokumentet/${id}/versioni/${which}/terheqja`);

  it("is told on the page and in the list as long as it is read, and is taken from the public", async () => {
    const id = await published();
    const html = plain(await (await version(id, said)).text());
    const [persons, held] = [named(html, "persons")!, named(html, "held")!];
    expect((await version(id, null, { held, persons })).status).toBe(303);
    expect((await version(id, "Pa asnjë emër njeriu")).status).toBe(303);
    expect((await download(id, 2, "Lista.pdf")).status).toBe(200);

    const one = `/admin/dokumentet/${id}`;
    const told = plain(await (await secretary.get(one)).text());
    expect(told).toMatch(/Versioni 2: (Një e dhënë|\d+ të dhëna) për persona/);
    expect(told).toContain("lexohet ende te adresa e vet");
    const list = "/admin/dokumentet?view=persons";
    expect(await (await secretary.get(list)).text()).toContain(one);
    expect(await (await secretary.get(`/en${one.replace("dokumentet", "documents")}`)).text()).toContain(
      "is still read at its own address",
    );

    const neighbour = await signedIn(world, world.krasta, ["secretary"]);
    const author = await signedIn(world, lisi, ["auditor"]);
    expect((await take(id, "2", neighbour)).status).toBe(404);
    expect((await take(id, "2", author)).status).toBe(403);
    expect((await take(id, "3")).status).toBe(409);
    for (const which of ["4", "x"]) expect((await take(id, which)).status).toBe(404);
    expect((await take(id, "2")).headers.get("location")).toBe(`${one}?done=taken`);
    expect((await download(id, 2, "Lista.pdf")).status).toBe(404);
    expect((await download(id, 1)).status).toBe(200);
    expect((await download(id, undefined, "Lista.pdf")).status).toBe(200);
    expect(plain(await (await secretary.get(one)).text())).not.toContain("lexohet ende");
    expect(await (await secretary.get(list)).text()).not.toContain(one);
    // The secretariat still has it.
    expect((await readWhole(secretary.get(`/api/v1/admin/documents/${id}/2/internal`))).status).toBe(200);
  });

  it("leaves its original alone where it was a redacted copy", async () => {
    const { id } = await storePdf(world, lisi, said, { visibility: "internal", fileName: "o.pdf" });
    await publish(world, lisi, news({ title: { sq: "Kopja" }, documents: [id] }));
    const copy = await send(`/admin/dokumentet/${id}/versioni?as=redacted`, "Pa asnjë emër njeriu");
    expect(copy.headers.get("location")).toContain("done=redacted");
    expect((await version(id, "E re, pa asnjë emër")).status).toBe(303);
    expect((await take(id, "1")).status).toBe(303);
    expect((await download(id, 1, "Lista.pdf")).status).toBe(404);
    expect((await readWhole(secretary.get(`/api/v1/admin/documents/${id}/1/internal`))).status).toBe(200);
  });
});

it("The title of a document that the public has is looked at before it is changed; that of a draft is nobody’s yet", async () => {
  const id = await published();
  const typed = { "title.sq": `Lutja e ${number}`, "title.en": "", language: "sq" };
  const at = `/admin/dokumentet/${id}`;
  const refused = await secretary.post(at, typed);
  const html = plain(await refused.text());
  expect(refused.status).toBe(409);
  expect(html).toMatch(/<a href="#describe-title-sq">[^<]+<\/a>: Numër personal/);
  expect(html).toContain(`value="Lutja e ${number}"`);
  const titleOf = () =>
    lisi.db.read((tx) => tx.selectFrom("documents").where("id", "=", id).select("title").executeTakeFirstOrThrow());
  expect((await titleOf()).title.sq).not.toContain(number);
  expect((await secretary.post(at, { ...typed, persons: named(html, "persons")! })).status).toBe(303);
  expect((await titleOf()).title.sq).toContain(number);
  expect(JSON.stringify(await confirmed(id))).not.toContain(number);
  const { id: draft } = await storePdf(world, lisi, "Draft", { fileName: "d.pdf" });
  expect((await secretary.post(`/admin/dokumentet/${draft}`, typed)).status).toBe(303);
});
