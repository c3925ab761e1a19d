import { afterAll, beforeAll, expect, it } from "vitest";
import { signedIn } from "../../../tests/support/accounts.ts";
import { doing, storePdf } from "../../../tests/support/content.ts";
import { createWorld, type TestCouncil, type TestWorld } from "../../../tests/support/world.ts";
import type { TextCheck } from "../inspection/inspection.shared.ts";
import { keepCheck } from "../uploads/take-in.ts";
import { listDocuments } from "./documents.desk.queries.ts";
import type { DocumentListView } from "./documents.paths.shared.ts";
import { replaceDocument } from "./documents.service.ts";

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

it("forgets what was found in a file once a newer version has taken its place", async () => {
  const { lisi } = world;
  const id = await stored(lisi, "Emrat e përfituesve", { found: 3 });
  expect(await listed(lisi, "persons", "përfituesve")).toEqual(["Emrat e përfituesve"]);
  const { file } = await storePdf(world, lisi, "pa emra", titled("Pa emra"));
  await lisi.db.write((tx) => replaceDocument(tx, doing(world), id, file, { fileName: "e-re.pdf" }));
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
