import { afterAll, beforeAll, expect, it } from "vitest";
import { signedIn } from "../../../tests/support/accounts.ts";
import { doing, news, pdfOf, publish, storePdf } from "../../../tests/support/content.ts";
import { createWorld, type TestCouncil, type TestWorld } from "../../../tests/support/world.ts";
import type { TextCheck } from "../inspection/inspection.shared.ts";
import { keepCheck } from "../uploads/take-in.ts";
import { listDocuments } from "./documents.desk.queries.ts";
import type { DocumentListView } from "./documents.paths.shared.ts";
import { replaceDocument, takeVersionFromPublic } from "./documents.service.ts";

let world: TestWorld;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.end());

const readable: TextCheck = {
  ...{ state: "text", reason: null, pages: 1, pagesRead: 1, language: "sq", findings: [], found: 0 },
};
const titled = (sq: string) => ({ title: { sq, en: "" }, fileName: `${sq.toLowerCase().replaceAll(" ", "-")}.pdf` });
const stored = async (council: TestCouncil, title: string, found: Partial<TextCheck> = {}) => {
  const { id, file } = await storePdf(world, council, title, titled(title));
  await council.db.write((tx) =>
    keepCheck(tx, doing(world), file.sha256, { virus: "clean", text: { ...readable, ...found } }),
  );
  return id;
};
const listed = async (council: TestCouncil, view: DocumentListView, words = "") => {
  const { total, items } = await council.db.read((tx) => listDocuments(tx, { view, words, page: 1, ...doing(world) }));
  expect(total).toBe(items.length);
  return items.map(({ title }) => title.sq).sort();
};

it("lists a council's documents by what is to be done with them, and never a neighbour's", async () => {
  const { lisi, krasta } = world;
  await stored(lisi, "Njoftimi i mbledhjes");
  await stored(lisi, "Lista e ndihmës", { found: 2 });
  await stored(lisi, "Procesverbali i skanuar", { state: "none" });
  await stored(krasta, "Fletë e fqinjit", { found: 1, state: "none" });
  const all = ["Lista e ndihmës", "Njoftimi i mbledhjes", "Procesverbali i skanuar"];
  expect(await listed(lisi, "all")).toEqual(all);
  expect(await listed(lisi, "unused")).toEqual(all);
  expect(await listed(lisi, "persons")).toEqual(["Lista e ndihmës"]);
  expect(await listed(lisi, "scanned")).toEqual(["Procesverbali i skanuar"]);
  expect(await listed(lisi, "missing")).toEqual([]);
  expect(await listed(lisi, "all", "mbledhjes njoftimi")).toEqual(["Njoftimi i mbledhjes"]);
  expect(await listed(lisi, "all", "100%")).toEqual([]);
});

it("lists what was found in a file until a newer version has taken its place and it was taken from the public", async () => {
  const { lisi } = world;
  const id = await stored(lisi, "Emrat e përfituesve", { found: 3 });
  expect(await listed(lisi, "persons", "përfituesve")).toEqual(["Emrat e përfituesve"]);
  const { file } = await storePdf(world, lisi, "pa emra", titled("Pa emra"));
  await lisi.db.write((tx) => replaceDocument(tx, doing(world), id, file, { fileName: "e-re.pdf" }));
  expect(await listed(lisi, "persons", "përfituesve")).toEqual(["Emrat e përfituesve"]);
  await lisi.db.write((tx) => takeVersionFromPublic(tx, doing(world), id, 1));
  expect(await listed(lisi, "persons", "përfituesve")).toEqual([]);
  expect(await listed(lisi, "all", "e-re.pdf")).toEqual(["Emrat e përfituesve"]);
});

it.each([
  ["/admin/dokumentet/ngarkimi", "Zgjidhni të paktën një skedar.", "Skedari është bosh."],
  ["/en/admin/documents/upload", "Choose at least one file.", "The file is empty."],
])("says what is missing where a form without script has no file, or an empty one: %s", async (path, none, empty) => {
  const { cookie = "" } = await signedIn(world, world.lisi, ["editor"], `${path.split("/").at(-1)}@lisi.example`);
  const send = async (name: string) => {
    const body = new FormData();
    body.append("files", new File([], name));
    const headers = { accept: "text/html", cookie, "sec-fetch-site": "same-origin" };
    const answer = await world.ask(world.lisi.host, path, { method: "POST", body, headers });
    return [answer.status, await answer.text()] as const;
  };
  // As a browser sends a field in which nothing was chosen.
  expect(await send("")).toEqual([422, expect.stringContaining(none)]);
  expect(await send("bosh.pdf")).toEqual([422, expect.stringContaining(empty)]);
});

it("takes in a file whose name is markup, and says it everywhere as words", async () => {
  const { lisi } = world;
  const name = "<img src=x onerror=alert(1)>.pdf";
  const secretary = await signedIn(world, lisi, ["secretary"]);
  const body = new FormData();
  const file = new File([new Uint8Array(await pdfOf("Emri i skedarit"))], name, { type: "application/pdf" });
  // What comes twice is told by its name at once.
  for (const one of [file, file]) body.append("files", one);
  const headers = { accept: "text/html", cookie: secretary.cookie!, "sec-fetch-site": "same-origin" };
  const sent = await world.ask(lisi.host, "/admin/dokumentet/ngarkimi", { method: "POST", body, headers });
  const kept = await lisi.db.read((tx) =>
    tx.selectFrom("document_versions").where("file_name", "like", "%onerror%").selectAll().execute(),
  );
  expect(kept.length).toBeGreaterThan(0);
  const id = kept[0]!.document_id;
  // As a title it has all its signs.
  const described = { "title.sq": name, "title.en": name, language: "sq" };
  const pages: [string, Response][] = [
    ["what was sent", sent],
    ["the list", await secretary.get("/admin/dokumentet?q=onerror")],
    ["its page", await secretary.get(`/admin/dokumentet/${id}`)],
    ["the audit", await secretary.get("/admin/auditi")],
  ];
  expect((await secretary.post(`/admin/dokumentet/${id}`, described)).status).toBe(303);
  const { slug } = await publish(world, lisi, news({ title: { sq: "Me skedar", en: "With a file" }, documents: [id] }));
  for (const path of [`/admin/dokumentet`, `/en/admin/documents/${id}`, "/en/admin/audit"])
    pages.push([path, await secretary.get(path)]);
  for (const path of [`/lajme/${slug}`, `/en/news/${slug}`]) pages.push([path, await lisi.get(path)]);
  for (const [page, answer] of pages) {
    expect(answer.status, page).toBe(200);
    const html = await answer.text();
    // Between the quotes of an attribute it is text already.
    const outside = html.replaceAll(/="[^"]*"/g, "");
    expect(outside, page).toContain("img src=x onerror=alert(1)");
    expect(outside, page).not.toMatch(/<img[^>]*onerror/);
  }
});
