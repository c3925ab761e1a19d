import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { signedIn, type Visitor } from "../../../tests/support/accounts.ts";
import { doing, news, publish, storePdf } from "../../../tests/support/content.ts";
import { draft } from "../../../tests/support/drafts.ts";
import { createWorld, type TestCouncil, type TestWorld } from "../../../tests/support/world.ts";
import { describeDocument, replaceDocument } from "../documents/documents.service.ts";
import { addDraftDocuments, createDraftAct } from "../draft-acts/draft-acts.service.ts";
import type { TextCheck } from "../inspection/inspection.shared.ts";
import { createPublication } from "../publications/publications.service.ts";
import { keepCheck } from "../uploads/take-in.ts";

let world: TestWorld;
let lisi: TestCouncil;
let secretary: Visitor;
beforeAll(async () => {
  world = await createWorld();
  ({ lisi } = world);
  secretary = await signedIn(world, lisi, ["secretary"]);
});
afterAll(() => world.end());

const finding = { kind: "personal_number", need: null, hint: "J…R", sureness: "certain", page: 2 } as const;
const check = (...findings: TextCheck["findings"]): TextCheck => ({
  ...{ state: "text", reason: null, pages: 3, pagesRead: 3, language: "sq", findings, found: findings.length },
});
let count = 0;
async function paper(title: string, text: TextCheck = check(finding)) {
  const given = { title: { sq: title, en: "" }, fileName: `letra-${++count}.pdf` };
  const { id, file } = await storePdf(world, lisi, title, given);
  await lisi.db.write((tx) => keepCheck(tx, doing(world), file.sha256, { virus: "clean", text }));
  return id;
}
const plain = (html: string) => html.replaceAll(/<!--.*?-->| data-hk="\w+"/g, "");
async function asked(answer: Response, document: string, what: RegExp): Promise<string> {
  const html = plain(await answer.text());
  expect(answer.status).toBe(409);
  expect(html).toMatch(new RegExp(`<a href="/admin/dokumentet/${document}">${what.source}</a>: Numër personal`));
  return /name="persons" value="([\w-]{43})"/.exec(html)![1]!;
}
const publishing = (entity: string, id: string, fields: Record<string, string> = {}) =>
  secretary.post(`/admin/redaktimi/${entity}/${id}/botimi`, { at: "", ...fields });
const script = async (path: string, method: string, body?: object) => {
  const answer = await world.ask(lisi.host, `/api/v1/admin/editing/${path}`, {
    method,
    headers: { cookie: secretary.cookie!, "sec-fetch-site": "same-origin", "content-type": "application/json" },
    ...(body && { body: JSON.stringify(body) }),
  });
  return { status: answer.status, body: (await answer.json()) as never };
};
const draftNews = async (title: string, documents: string[]) =>
  (await lisi.db.write((tx) => createPublication(tx, doing(world), news({ title: { sq: title }, documents })))).id;

describe("A document that speaks of persons stops once what carries it", () => {
  it("a publication, named with its page, and nothing of it is public before", async () => {
    const document = await paper("Lista e ndihmës");
    const id = await draftNews("Ndihma ekonomike", [document]);
    const mark = await asked(await publishing("publication", id), document, /Lista e ndihmës, faqja 2/);
    expect((await lisi.get(`/dokumente/${document}/letra-${count}.pdf`)).status).toBe(404);
    expect((await publishing("publication", id, { persons: mark })).status).toBe(303);
    const { input, version } = (await script(`publication/${id}`, "GET")).body as { input: object; version: string };
    const retold = { version, input: { ...input, title: { sq: "Ndihma ekonomike e marsit" } } };
    expect((await script(`publication/${id}`, "PUT", retold)).status).toBe(200);
  });

  it("a draft act", async () => {
    const document = await paper("Relacioni");
    const { id } = await lisi.db.write(async (tx) => {
      const made = await createDraftAct(tx, doing(world), draft());
      await addDraftDocuments(tx, doing(world), made.id, [{ documentId: document, role: "explanatory_report" }]);
      return made;
    });
    const mark = await asked(await publishing("draft_act", id), document, /Relacioni, faqja 2/);
    expect((await publishing("draft_act", id, { persons: mark })).status).toBe(303);
  });

  it("one that is public already and is given it by its form", async () => {
    const document = await paper("Shtojca");
    const { id } = await publish(world, lisi, news({ title: { sq: "Pa shtojcë" } }));
    const { input, version } = (await script(`publication/${id}`, "GET")).body as { input: object; version: string };
    const given = { version, input: { ...input, documents: [document] } };
    const stopped = await script(`publication/${id}`, "PUT", given);
    expect(stopped).toMatchObject({ status: 409, body: { kind: "persons_named" } });
    expect((await lisi.get(`/dokumente/${document}/letra-${count}.pdf`)).status).toBe(404);
    const { mark: persons } = stopped.body as { mark: string };
    expect((await script(`publication/${id}`, "PUT", { ...given, persons })).status).toBe(200);
  });

  it("also by its title, and by an earlier version, which is read with it", async () => {
    const document = await paper("E pastër", check());
    const title = { sq: "Lutja e J01231118R", en: "" };
    await lisi.db.write((tx) => describeDocument(tx, doing(world), document, { title, language: "sq" }));
    const id = await draftNews("Me titull", [document]);
    await asked(await publishing("publication", id), document, /Titulli në shqip/);

    const old = await paper("Lista e vjetër");
    const { file } = await storePdf(world, lisi, "Pa emra");
    await lisi.db.write((tx) => replaceDocument(tx, doing(world), old, file, { fileName: "e-re.pdf" }));
    const other = await draftNews("Me version", [old]);
    await asked(await publishing("publication", other), old, /Lista e vjetër, Versioni 1, faqja 2/);
  });

  it("also by the name of its file, which stands in its address", async () => {
    const given = { title: { sq: "Kërkesa", en: "" }, fileName: "Kerkese_J01231118R_ndihme.pdf" };
    const { id: document } = await storePdf(world, lisi, "Kërkesa", given);
    const id = await draftNews("Me emër skedari", [document]);
    const mark = await asked(await publishing("publication", id), document, /Kërkesa, emri i skedarit/);
    expect((await publishing("publication", id, { persons: mark })).status).toBe(303);
  });

  it("and a scan in whose text nobody could look, with what is wrong with it", async () => {
    const document = await paper("Vendimi i skanuar", { ...check(), state: "none" });
    const id = await draftNews("Me skanim", [document]);
    const answer = await publishing("publication", id);
    const html = plain(await answer.text());
    expect(answer.status).toBe(409);
    expect(html).toContain("Ka skedarë pa tekst");
    expect(html).not.toContain("Teksti duket se flet për persona");
    expect(html).toMatch(new RegExp(`<a href="/admin/dokumentet/${document}">Vendimi i skanuar</a>: Skanim pa tekst`));
    const mark = /name="persons" value="([\w-]{43})"/.exec(html)![1]!;
    expect((await publishing("publication", id, { persons: mark })).status).toBe(303);
  });

  it("and what a machine has read in a scan since, with its page", async () => {
    const document = await paper("Lista e skanuar", { ...check(), state: "none" });
    await lisi.db.write(async (tx) => {
      const of = tx.selectFrom("document_versions").where("document_id", "=", document).select("sha256");
      const { sha256 } = await of.executeTakeFirstOrThrow();
      await tx
        .insertInto("document_readings")
        .values({
          ...{ sha256, read_at: world.clock.now(), reason: null, pages: 3, is_whole: true, pictures: [] },
          ...{ recognised: 1, had_recogniser: true },
        })
        .execute();
      const page = { page: 3, text: "Ankesa e J01231118R", language: null, is_machine_read: true };
      await tx
        .insertInto("document_texts")
        .values({ sha256, ...page })
        .execute();
    });
    const answer = await publishing("publication", await draftNews("Me lexim", [document]));
    const html = plain(await answer.text());
    expect(answer.status).toBe(409);
    expect(html).toMatch(/Lista e skanuar<\/a>: Skanim i lexuar automatikisht/);
    expect(html).toMatch(/Lista e skanuar, faqja 3<\/a>: Numër personal/);
  });

  it("but no scan that was replaced by a file with its text", async () => {
    const document = await paper("Skanimi i parë", { ...check(), state: "none" });
    const { file } = await storePdf(world, lisi, "Teksti i plotë");
    await lisi.db.write((tx) => replaceDocument(tx, doing(world), document, file, { fileName: "e-plote.pdf" }));
    expect((await publishing("publication", await draftNews("Me tekst", [document]))).status).toBe(303);
  });

  it("and not what stays internal", async () => {
    const { id: document, file } = await storePdf(world, lisi, "I brendshëm", { visibility: "internal" });
    const text = check(finding);
    await lisi.db.write((tx) => keepCheck(tx, doing(world), file.sha256, { virus: "clean", text }));
    expect((await publishing("publication", await draftNews("Pa letër", [document]))).status).toBe(303);
  });
});

it("Keywords of what is published are looked at too", async () => {
  const tags = ["ndihma", "J01231118R"];
  const made = await lisi.db.write((tx) => createPublication(tx, doing(world), news({ title: { sq: "Fjalë" }, tags })));
  const answer = await publishing("publication", made.id);
  expect(answer.status).toBe(409);
  expect(await answer.text()).toContain('href="#thing-tags"');
});
