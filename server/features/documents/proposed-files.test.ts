import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { signedIn, type Visitor, visitorOf } from "../../../tests/support/accounts.ts";
import { doing, news, pdfOf, publish, storePdf } from "../../../tests/support/content.ts";
import { fieldsOn } from "../../../tests/support/fields-on.ts";
import { formsOn } from "../../../tests/support/forms-on.ts";
import { scannedPdf } from "../../../tests/support/made-files.ts";
import { visitTo } from "../../../tests/support/operators.ts";
import { createWorld, type TestCouncil, type TestWorld } from "../../../tests/support/world.ts";
import { withdrawPublication } from "../publications/publications.service.ts";
import { tidyFiles } from "../upkeep/tidy-files.ts";

/** The world stands at 05.03.2026, 10:00. */
let world: TestWorld;
let lisi: TestCouncil;
let editor: Visitor;
let second: Visitor;
let publisher: Visitor;
beforeAll(async () => {
  world = await createWorld();
  ({ lisi } = world);
  [editor, second, publisher] = await Promise.all([
    signedIn(world, lisi, ["editor"]),
    signedIn(world, lisi, ["editor"], "dyte@lisi.example"),
    signedIn(world, lisi, ["publisher"]),
  ]);
  await setApproval(true);
});
afterAll(() => world.end());

const setApproval = (approval: boolean) =>
  lisi.db.write((tx) => tx.updateTable("tenant_settings").set({ approval }).execute());
const number = "J01231118R";
const said = `Ndihmë ekonomike për familjen, numri personal ${number}.`;
const plain = (html: string) => html.replaceAll(/<!--.*?-->| data-hk="\w+"/g, "");
const textOf = async (answer: Response | Promise<Response>) => plain(await (await answer).text());
const pageOf = (id: string) => `/admin/dokumentet/${id}`;
const proposedOf = (id: string) =>
  lisi.db.read((tx) => tx.selectFrom("proposals").selectAll().where("entity_id", "=", id).execute());
const versionsOf = (id: string) =>
  lisi.db.read((tx) =>
    tx
      .selectFrom("document_versions")
      .select(["version", "visibility", "file_name"])
      .where("document_id", "=", id)
      .orderBy("version")
      .execute(),
  );
const actionsOf = (id: string) =>
  lisi.db.read((tx) =>
    tx
      .selectFrom("audit_log")
      .select(["action", "actor", "before", "after"])
      .where("subject_id", "=", id)
      .orderBy("id")
      .execute(),
  );

let count = 0;
/** A document that the public reads. */
async function published(given: Parameters<typeof storePdf>[3] = {}) {
  const title = `Raporti ${++count}`;
  const { id } = await storePdf(world, lisi, `Pa emra ${count}`, {
    ...{ title: { sq: title, en: "" }, fileName: "raporti.pdf" },
    ...given,
  });
  const carrier = await publish(world, lisi, news({ title: { sq: title }, documents: [id] }));
  return { id, title, carrier: carrier.id };
}

/** Sends the form of the page as it stands, with a file. @param text of the file, or the file itself */
async function send(
  visitor: Visitor,
  id: string,
  text: string | Buffer | null,
  fields: Record<string, string> = {},
  { as = "version", fileName = "I ri.pdf", entries = null as Record<string, string> | null } = {},
) {
  const of = entries ?? fieldsOn(await textOf(visitor.get(pageOf(id))), `propose-${as}`);
  const body = new FormData();
  for (const [name, value] of Object.entries({ ...of, ...fields })) body.append(name, value);
  const file = typeof text === "string" ? await pdfOf(`${text}. Këtu nuk thuhet asgjë për askënd.`) : text;
  const bytes = file === null ? [] : [new Uint8Array(file)];
  body.append("files", new File(bytes, text === null ? "" : fileName, { type: "application/pdf" }));
  const headers = { cookie: visitor.cookie!, "sec-fetch-site": "same-origin", accept: "text/html" };
  return world.ask(lisi.host, `${pageOf(id)}/propozimi?as=${as}`, { method: "POST", headers, body });
}
const formOn = async (visitor: Visitor, id: string, form: string) =>
  fieldsOn(await textOf(visitor.get(pageOf(id))), form);
const letIn = async (visitor: Visitor, id: string, more: Record<string, string> = {}) =>
  visitor.post(`${pageOf(id)}/propozimi/ruajtja`, { ...(await formOn(publisher, id, "let-in")), ...more });
const giveBack = async (visitor: Visitor, id: string, note = "") =>
  visitor.post(`${pageOf(id)}/propozimi/kthimi`, { note, proposal: (await proposedOf(id))[0]?.version ?? "" });
const fileAt = async (visitor: Visitor, address: string) => {
  const answer = await visitor.get(address);
  await answer.arrayBuffer();
  return answer.status;
};
const proposedFile = async (id: string) =>
  `/api/v1/admin/documents/${id}/${(await proposedOf(id))[0]!.version}/proposed`;
const ended = async (answer: Promise<Response>) => {
  const { status, headers } = await answer;
  return [status, headers.get("location")];
};

describe("A file for a document that the public has, where the council wants two persons", () => {
  it("is proposed by whoever may not put it there, waits unseen, and is public once another has let it in", async () => {
    const { id, title } = await published();
    const page = await textOf(editor.get(pageOf(id)));
    expect(page).toContain("Ju propozoni një skedar");
    expect(formsOn(page).map(({ id }) => id)).not.toContain("version");
    const before = await lisi.db.read((tx) => tx.selectFrom("documents").select("id").execute());
    expect(await ended(send(editor, id, "Teksti i ndrequr", { note: "Faqja 3 mungonte." }))).toEqual([
      303,
      `${pageOf(id)}?done=proposed`,
    ]);

    // Nobody outside has it, and it is no document of its own.
    expect(await versionsOf(id)).toMatchObject([{ version: 1, file_name: "raporti.pdf" }]);
    expect(await lisi.db.read((tx) => tx.selectFrom("documents").select("id").execute())).toEqual(before);
    expect((await lisi.get(`/dokumente/${id}/v/2/i-ri.pdf`)).status).toBe(404);
    expect(await fileAt({ ...editor, get: (path) => lisi.get(path) }, await proposedFile(id))).toBe(401);

    for (const path of ["/admin", "/admin/miratimet"]) {
      const list = await textOf(publisher.get(path));
      expect(list, path).toContain(title);
      expect(list, path).toContain(`href="${pageOf(id)}"`);
    }
    const seen = await textOf(publisher.get(pageOf(id)));
    expect(seen).toContain("Arta editor e propozoi këtë skedar më 05.03.2026, 10:00. “Faqja 3 mungonte.”");
    expect(seen).toContain("Versioni 1, që ka publiku");
    expect(seen).toMatch(/Hapni “I ri\.pdf”[\s\S]*një faqe/);
    for (const visitor of [editor, second, publisher]) expect(await fileAt(visitor, await proposedFile(id))).toBe(200);
    expect(await textOf(publisher.get(`/en/admin/documents/${id}`))).toContain(
      "Put it in the place of the earlier one",
    );

    expect(await ended(letIn(publisher, id))).toEqual([303, `${pageOf(id)}?done=version`]);
    expect(await versionsOf(id)).toMatchObject([{ version: 1 }, { version: 2, visibility: "public" }]);
    expect((await (await lisi.get(`/dokumente/${id}/I%20ri.pdf`)).arrayBuffer()).byteLength).toBeGreaterThan(0);
    expect(await proposedOf(id)).toEqual([]);
    expect(await textOf(publisher.get("/admin/miratimet"))).not.toContain(title);
    const audited = await actionsOf(id);
    expect(audited.map(({ action }) => action).slice(-3)).toEqual([
      "document.proposed",
      "document.replaced",
      "document.proposal_accepted",
    ]);
    expect(audited.at(-3)).toMatchObject({ actor: { name: "Arta editor" }, after: { note: "Faqja 3 mungonte." } });
    expect(audited.at(-2)).toMatchObject({ actor: { name: "Arta publisher" } });
    expect(audited.at(-1)).toMatchObject({ after: { by: "Arta editor" } });
  });

  it("is asked about by both where it says something of persons, and need not be sent again", async () => {
    const { id } = await published();
    const entries = await formOn(editor, id, "propose-version");
    const asked = await send(editor, id, said, { note: "Shih." }, { entries });
    const html = await textOf(asked);
    expect(asked.status).toBe(409);
    expect(html).toContain("Numër personal");
    expect(html).not.toContain(number);
    expect(html).toContain(">Shih.</textarea>");
    const again = fieldsOn(html, "propose-version");
    const held = again.held!;
    expect(await proposedOf(id)).toEqual([]);
    expect((await send(editor, id, null, {}, { entries: again })).status).toBe(409);
    const persons = /name="persons" value="([\w-]{43})"/.exec(html)![1]!;
    for (const _ of [1, 2]) {
      const sent = await send(editor, id, null, { persons }, { entries: again });
      expect([sent.status, sent.headers.get("location")]).toEqual([303, `${pageOf(id)}?done=proposed`]);
    }
    expect((await editor.get(pageOf(held))).status).toBe(404);
    expect(await proposedOf(id)).toMatchObject([{ note: "Shih.", sha256: expect.stringMatching(/^[0-9a-f]{64}$/) }]);

    expect(await textOf(publisher.get(pageOf(id)))).toContain("Shihni këto vende në skedarin e propozuar");
    const first = await letIn(publisher, id);
    const question = await textOf(first);
    expect([first.status, question]).toEqual([409, expect.stringContaining("Teksti duket se flet për persona")]);
    expect(await versionsOf(id)).toHaveLength(1);
    const mark = /name="persons" value="([\w-]{43})"/.exec(question)![1]!;
    expect((await letIn(publisher, id, { persons: mark })).status).toBe(303);
    const confirmed = (await actionsOf(id)).filter(({ action }) => action === "document.persons_confirmed");
    expect(confirmed.map(({ actor }) => (actor as { name: string }).name)).toEqual(["Arta editor", "Arta publisher"]);
    expect(JSON.stringify(confirmed)).not.toContain(number);
  });

  it("is asked about where it is a scan, and refused for what it is as by the ordinary way", async () => {
    const { id } = await published();
    expect(await textOf(send(editor, id, await scannedPdf()))).toContain("Skanim pa tekst");
    const none = await send(editor, id, null);
    expect([none.status, await textOf(none)]).toEqual([422, expect.stringContaining('role="alert"')]);
    const body = new FormData();
    body.append("files", new File(["<script>"], "faqe.html", { type: "text/html" }));
    const headers = { cookie: editor.cookie!, "sec-fetch-site": "same-origin", accept: "text/html" };
    const answer = await world.ask(lisi.host, `${pageOf(id)}/propozimi?as=version`, { method: "POST", headers, body });
    expect(answer.status).toBe(422);
    // Readers have a version already: a redacted one has no place beside it.
    expect((await send(editor, id, "Pa emra", {}, { as: "redacted" })).status).toBe(422);
    expect(await proposedOf(id)).toEqual([]);
  });

  it("is a redacted version beside the internal original", async () => {
    const { id } = await published({ visibility: "internal" });
    expect((await send(editor, id, "Pa asnjë emër", {}, { as: "redacted" })).status).toBe(303);
    const seen = await textOf(publisher.get(pageOf(id)));
    expect(seen).toContain("Versioni 1, origjinali i brendshëm");
    expect(await ended(letIn(publisher, id))).toEqual([303, `${pageOf(id)}?done=redacted`]);
    expect((await versionsOf(id)).map(({ version, visibility }) => [version, visibility])).toEqual(
      expect.arrayContaining([
        [1, "internal"],
        [1, "public"],
      ]),
    );
  });

  it("is given back with a word, which is required, and let go of with it", async () => {
    const { id } = await published();
    await send(editor, id, "Për t’u kthyer");
    const address = await proposedFile(id);
    expect((await giveBack(publisher, id, " ")).status).toBe(422);
    expect((await giveBack(second, id, "Jo.")).status).toBe(403);
    expect(await ended(giveBack(publisher, id, "Mungon vula."))).toEqual([303, `${pageOf(id)}?done=proposal_returned`]);
    expect(await fileAt(publisher, address)).toBe(404);
    expect(await proposedOf(id)).toMatchObject([{ sha256: null, return_note: "Mungon vula." }]);
    const page = await textOf(editor.get(pageOf(id)));
    expect(page).toContain("Mungon vula.");
    expect(page).toContain("Skedari nuk ruhet më këtu");
    expect(await textOf(editor.get("/admin/miratimet"))).toContain("Mungon vula.");
    // Anybody may propose another then.
    expect((await send(second, id, "Me vulë")).status).toBe(303);
    expect(await proposedOf(id)).toMatchObject([{ returned_at: null, proposed_name: "Arta editor" }]);
    expect(await ended(giveBack(second, id))).toEqual([303, `${pageOf(id)}?done=proposal_taken_back`]);
    expect(await proposedOf(id)).toEqual([]);
  });

  it("is called as the public will call it, whatever its name holds", async () => {
    for (const [fileName, called] of [
      ["Buxheti\0 2026.pdf", "Buxheti 2026.pdf"],
      ["..\\Vendimi \u202E\r\nX.pdf", "Vendimi X.pdf"],
    ] as const) {
      const { id } = await published();
      expect((await send(editor, id, "Me emër të çuditshëm", {}, { fileName })).status).toBe(303);
      expect(await textOf(publisher.get(pageOf(id)))).toContain(`Hapni “${called}”`);
      expect((await letIn(publisher, id)).status).toBe(303);
      expect((await versionsOf(id)).at(-1)).toMatchObject({ file_name: called });
    }
  });

  it("is no new proposal where its form comes once more after it was let in", async () => {
    const { id } = await published();
    const entries = await formOn(editor, id, "propose-version");
    const file = await pdfOf("Dy herë. Këtu nuk thuhet asgjë për askënd.");
    await send(editor, id, file, {}, { entries });
    await letIn(publisher, id);
    expect((await send(editor, id, file, {}, { entries })).status).toBe(303);
    expect(await proposedOf(id)).toEqual([]);
    // What was given back may be proposed once more.
    const anew = await formOn(editor, id, "propose-version");
    const returned = await pdfOf("Kthehet. Këtu nuk thuhet asgjë për askënd.");
    await send(editor, id, returned, {}, { entries: anew });
    await giveBack(publisher, id, "Mungon vula.");
    expect((await send(editor, id, returned, {}, { entries: anew })).status).toBe(303);
    expect(await proposedOf(id)).toMatchObject([{ returned_at: null }]);
  });

  it("is let in once where the button is pressed twice, and the second is told the same", async () => {
    const { id } = await published();
    await send(editor, id, "Për t'u pranuar");
    const form = await formOn(publisher, id, "let-in");
    const press = () => ended(publisher.post(`${pageOf(id)}/propozimi/ruajtja`, form));
    const told = [303, `${pageOf(id)}?done=version`];
    expect([await press(), await press()]).toEqual([told, told]);
    expect(await versionsOf(id)).toMatchObject([{ version: 1 }, { version: 2 }]);
    await send(editor, id, "Një tjetër");
    expect((await press())[0]).toBe(409);
    expect(await versionsOf(id)).toHaveLength(2);
  });

  it("lies in the storage as long as it is proposed, and is cleared away afterwards", async () => {
    const { id } = await published();
    await send(editor, id, "Vetëm i propozuar");
    const sha256 = (await proposedOf(id))[0]!.sha256!;
    const tidy = (days: number) =>
      tidyFiles(
        world.services,
        lisi.db,
        lisi.id,
        new Date(world.clock.now().getTime() + days * 86_400_000),
        AbortSignal.timeout(60_000),
      );
    const kept = () =>
      lisi.db.read((tx) => tx.selectFrom("files").select("unneeded_since").where("sha256", "=", sha256).execute());
    await tidy(0);
    expect(await kept()).toEqual([{ unneeded_since: null }]);
    await giveBack(editor, id);
    await tidy(1);
    expect((await kept())[0]!.unneeded_since).not.toBeNull();
    await tidy(40);
    expect(await kept()).toEqual([]);
  });
});

describe("Of two who come at once with a file for one document", () => {
  it("the second is told that the first one’s waits; whoever proposed it may put another in its place", async () => {
    const { id } = await published();
    const [mine, theirs] = [await formOn(editor, id, "propose-version"), await formOn(second, id, "propose-version")];
    const both = await Promise.all([
      send(editor, id, "Nga e para", {}, { entries: mine }),
      send(second, id, "Nga e dyta", {}, { entries: theirs }),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([303, 422]);
    const winner = both[0]!.status === 303 ? editor : second;
    const loser = winner === editor ? second : editor;
    expect(await textOf(both.find(({ status }) => status === 422)!)).toContain("pret tashmë skedari i një kolegu");
    expect(await formOn(loser, id, "propose-version")).toEqual({});
    const [was] = await proposedOf(id);
    // An own form that was opened before the first is none that has seen it.
    expect((await send(winner, id, "Pa e parë", {}, { entries: {} })).status).toBe(422);
    expect((await send(winner, id, "Më i mirë")).status).toBe(303);
    const [is] = await proposedOf(id);
    expect(is!.version).not.toBe(was!.version);
    // Whoever looked at the first one looks at the second before it is let in.
    const stale = await letIn(publisher, id, { proposal: was!.version });
    expect(stale.status).toBe(409);
    expect((await letIn(publisher, id)).status).toBe(303);
  });

  it("a document that got another file meanwhile says so, and is looked at again", async () => {
    const { id } = await published();
    await send(editor, id, "I propozuari");
    const seen = await formOn(publisher, id, "let-in");
    const body = new FormData();
    body.append("files", new File([new Uint8Array(await pdfOf("I publikuesit, pa emra dhe pa numra"))], "p.pdf"));
    const headers = { cookie: publisher.cookie!, "sec-fetch-site": "same-origin", accept: "text/html" };
    const put = await world.ask(lisi.host, `${pageOf(id)}/versioni?as=version`, { method: "POST", headers, body });
    expect(put.status).toBe(303);
    const late = await publisher.post(`${pageOf(id)}/propozimi/ruajtja`, seen);
    expect([late.status, await textOf(late)]).toEqual([
      409,
      expect.stringContaining("Dokumenti mori një skedar tjetër, pasi u propozua ky"),
    ]);
    expect((await letIn(publisher, id)).status).toBe(303);
    expect((await versionsOf(id)).map(({ version }) => version)).toEqual([1, 2, 3]);
    expect((await letIn(publisher, id)).status).toBe(409);
  });
});

describe("A proposed file", () => {
  it("stays where what carries the document is withdrawn, and is then saved by whoever edits it", async () => {
    const { id, carrier } = await published();
    const asked = await send(editor, id, "Pas tërheqjes");
    expect(asked.status).toBe(303);
    await lisi.db.write((tx) => withdrawPublication(tx, doing(world), carrier, { sq: "Gabim" }));
    const page = fieldsOn(await textOf(editor.get(pageOf(id))), "let-in");
    expect(await ended(editor.post(`${pageOf(id)}/propozimi/ruajtja`, page))).toEqual([
      303,
      `${pageOf(id)}?done=version`,
    ]);
  });

  it("is not let in by whoever may not, by operators as a proposal, nor by another council", async () => {
    const { id } = await published();
    await send(editor, id, "I ruajtur");
    const [auditor, neighbour] = await Promise.all([
      signedIn(world, lisi, ["auditor"]),
      signedIn(world, world.krasta, ["secretary"]),
    ]);
    const operator = visitorOf(world, lisi);
    operator.cookie = `session=${await visitTo(world, lisi)}`;
    expect((await letIn(editor, id)).status).toBe(403);
    expect((await letIn(auditor, id)).status).toBe(403);
    expect((await letIn(neighbour, id)).status).toBe(404);
    expect((await giveBack(neighbour, id, "Jo.")).status).toBe(404);
    expect(await fileAt(neighbour, await proposedFile(id))).toBe(404);
    expect(await fileAt(auditor, await proposedFile(id))).toBe(200);
    expect((await letIn(operator, id)).status).toBe(403);
    expect((await giveBack(operator, id, "Jo.")).status).toBe(403);
    const { id: other } = await published();
    expect(await formOn(operator, other, "propose-version")).toEqual({});
    expect((await send(operator, other, "Nga operatori", {}, { entries: {} })).status).toBe(403);
    // Whoever may put it there proposes nothing.
    expect((await send(publisher, other, "Vetë", {}, { entries: {} })).status).toBe(422);
    const strange = await storePdf(world, world.krasta, "I Krastës", { fileName: "k.pdf" });
    expect((await send(editor, strange.id, "X", {}, { entries: {} })).status).toBe(404);
    expect(await proposedOf(id)).toHaveLength(1);
  });

  it("stays when whoever proposed it has the role no more", async () => {
    const { id } = await published();
    const leaving = await signedIn(world, lisi, ["editor"], "largohet@lisi.example");
    await send(leaving, id, "Para largimit");
    await lisi.db.write((tx) =>
      tx
        .deleteFrom("account_roles")
        .where("account_id", "in", (eb) =>
          eb.selectFrom("accounts").select("id").where("email", "=", "largohet@lisi.example"),
        )
        .execute(),
    );
    expect((await giveBack(leaving, id)).status).toBe(403);
    expect((await letIn(publisher, id)).status).toBe(303);
  });

  it("in which a virus was found since is opened and let in by nobody", async () => {
    const { id } = await published();
    await send(editor, id, "Me virus");
    const sha256 = (await proposedOf(id))[0]!.sha256!;
    await lisi.db.write((tx) =>
      tx.updateTable("files").set({ virus: "Test.Virus" }).where("sha256", "=", sha256).execute(),
    );
    expect(await fileAt(publisher, await proposedFile(id))).toBe(422);
    expect((await letIn(publisher, id)).status).toBe(422);
    expect(await versionsOf(id)).toHaveLength(1);
  });

  it("goes with its document", async () => {
    const { id } = await storePdf(world, lisi, "Pa vend", { fileName: "v.pdf" });
    const carrier = await publish(world, lisi, news({ title: { sq: "Do të hiqet" }, documents: [id] }));
    await send(editor, id, "Propozim");
    await lisi.db.write(async (tx) => {
      await withdrawPublication(tx, doing(world), carrier.id, { sq: "Gabim" });
      await tx.deleteFrom("publication_documents").where("document_id", "=", id).execute();
    });
    expect((await publisher.post(`${pageOf(id)}/heqja`)).status).toBe(303);
    expect(await proposedOf(id)).toEqual([]);
  });
});
