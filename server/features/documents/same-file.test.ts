import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { signedIn, type Visitor } from "../../../tests/support/accounts.ts";
import { doing, news, pdfOf } from "../../../tests/support/content.ts";
import { createWorld, type TestCouncil, type TestWorld } from "../../../tests/support/world.ts";
import { createPublication } from "../publications/publications.service.ts";

let world: TestWorld;
let editor: Visitor;
let neighbour: Visitor;
beforeAll(async () => {
  world = await createWorld();
  editor = await signedIn(world, world.lisi, ["editor"]);
  neighbour = await signedIn(world, world.krasta, ["editor"]);
});
afterAll(() => world.end());

/** A PDF tells when it was made: the same file is the same bytes. */
const made = new Map<string, Promise<Buffer>>();
function bytesOf(text: string): Promise<Buffer> {
  const bytes = made.get(text) ?? pdfOf(text);
  made.set(text, bytes);
  return bytes;
}
const fileOf = async (text: string, name: string) => new File([new Uint8Array(await bytesOf(text))], name);
/** A while later: of two documents the second is the copy. */
const later = () => world.clock.moveTo(new Date(world.clock.now().getTime() + 60_000).toISOString());
/** Files as a form without script sends them. */
function send(path: string, files: readonly File[], visitor = editor, council: TestCouncil = world.lisi) {
  const body = new FormData();
  for (const file of files) body.append("files", file);
  return world.ask(council.host, path, {
    ...{ method: "POST", body, headers: { "sec-fetch-site": "same-origin", cookie: visitor.cookie! } },
  });
}
const upload = "/admin/dokumentet/ngarkimi";
const textOf = async (answer: Response | Promise<Response>) =>
  (await (await answer).text()).replaceAll(/<!--.*?-->| data-hk="\w+"/g, "");
const called = async (sq: string, council = world.lisi) =>
  (
    await council.db.read((tx) => tx.selectFrom("documents").select(["id", "title"]).orderBy("created_at").execute())
  ).filter(({ title }) => title.sq === sq);
const namesIn = (html: string, id: string) => html.includes(`href="/admin/dokumentet/${id}"`);

describe("The same file, sent once more", () => {
  it("is told with the way to the first one, and is kept as long as nobody removes it", async () => {
    expect((await send(upload, [await fileOf("Buxheti 2026", "buxheti_2026.pdf")])).status).toBe(303);
    const [first] = await called("Buxheti 2026");
    later();
    const again = await send(upload, [await fileOf("Buxheti 2026", "kopje e buxhetit.pdf")]);
    const html = await textOf(again);
    expect(again.status).toBe(200);
    expect(html).toContain("Ky është i njëjti skedar si");
    expect(namesIn(html, first!.id)).toBe(true);
    const [second] = await called("Kopje e buxhetit");
    expect(html).toContain(`action="/admin/dokumentet/${second!.id}/heqja"`);

    const page = await textOf(editor.get(`/admin/dokumentet/${second!.id}`));
    expect(page).toContain("Ky është i njëjti skedar si");
    expect(namesIn(page, first!.id)).toBe(true);
    expect(await textOf(editor.get(`/en/admin/documents/${second!.id}`))).toContain("This is the same file as");
    // The first one is nobody’s copy.
    expect(await textOf(editor.get(`/admin/dokumentet/${first!.id}`))).not.toContain("i njëjti skedar");
    expect(await textOf(editor.get("/admin/dokumentet"))).toContain("I njëjti skedar");

    const gone = await editor.post(`/admin/dokumentet/${second!.id}/heqja`);
    expect(gone.headers.get("location")).toContain("?done=removed");
    expect(await textOf(editor.get("/admin/dokumentet"))).not.toContain("I njëjti skedar");
    const kept = await editor.get(`/api/v1/admin/documents/${first!.id}/1/public`);
    expect([kept.status, (await kept.bytes()).length > 0]).toEqual([200, true]);
  });

  it("is told of two that come together: of the second, not of the first", async () => {
    const html = await textOf(
      send(upload, [await fileOf("Raporti", "raporti_i_pare.pdf"), await fileOf("Raporti", "raporti_i_dyte.pdf")]),
    );
    expect([...html.matchAll(/Ky është i njëjti skedar si/g)]).toHaveLength(1);
    expect(namesIn(html, (await called("Raporti i pare"))[0]!.id)).toBe(true);
  });

  it("is told to scripts when it is up, and in the form in which it is chosen", async () => {
    const bytes = await pdfOf("Procesverbali i shkurtit");
    const headers = { "sec-fetch-site": "same-origin", cookie: editor.cookie!, "tus-resumable": "1.0.0" };
    const sendTus = async (name: string) => {
      const begun = await world.ask(world.lisi.host, "/api/v1/admin/uploads", {
        method: "POST",
        headers: {
          ...headers,
          "upload-length": String(bytes.length),
          "upload-metadata": `filename ${Buffer.from(name).toString("base64")}`,
        },
      });
      const at = new URL(begun.headers.get("location")!, `http://${world.lisi.host}`).pathname;
      await world.ask(world.lisi.host, at, {
        method: "PATCH",
        headers: { ...headers, "content-type": "application/offset+octet-stream", "upload-offset": "0" },
        body: new Uint8Array(bytes),
      });
      const done = await world.ask(world.lisi.host, `${at}/finish`, {
        method: "POST",
        headers: { ...headers, "content-type": "application/json" },
        body: JSON.stringify({ as: "document" }),
      });
      return (await done.json()) as { documentId: string; sameAs: { id: string; title: { sq: string } } | null };
    };
    const first = await sendTus("procesverbali_shkurt.pdf");
    expect(first.sameAs).toBeNull();
    later();
    const second = await sendTus("i_njejti.pdf");
    expect(second.sameAs).toEqual({ id: first.documentId, title: { sq: "Procesverbali shkurt" } });

    const { id } = await world.lisi.db.write((tx) =>
      createPublication(tx, doing(world), news({ documents: [second.documentId] })),
    );
    expect(await textOf(editor.get(`/admin/publikimet/${id}`))).toContain("I njëjti skedar si “Procesverbali shkurt”");
    // What something carries is not removed: whoever asks is told so.
    expect((await editor.post(`/admin/dokumentet/${second.documentId}/heqja`)).status).toBe(409);
  });

  it("is nobody’s business in the neighbouring council, where the same file is the first", async () => {
    const answer = await send(upload, [await fileOf("Buxheti 2026", "buxheti_2026.pdf")], neighbour, world.krasta);
    expect(answer.status).toBe(303);
    const [own] = await called("Buxheti 2026", world.krasta);
    const page = await textOf(neighbour.get(`/admin/dokumentet/${own!.id}`));
    expect(page).not.toContain("i njëjti skedar");
    expect((await neighbour.get(`/admin/dokumentet/${(await called("Buxheti 2026"))[0]!.id}`)).status).toBe(404);
  });
});
