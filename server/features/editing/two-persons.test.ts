import { setTimeout as sleep } from "node:timers/promises";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { signedIn, type Visitor } from "../../../tests/support/accounts.ts";
import { pdfOf } from "../../../tests/support/content.ts";
import { fieldsOn } from "../../../tests/support/fields-on.ts";
import { createWorld, type TestCouncil, type TestWorld } from "../../../tests/support/world.ts";
import type { TenantTx } from "../../db/tenant-db.ts";
import type { Doing } from "../audit/audit.service.ts";
import { giveBack } from "./submissions.service.ts";

let world: TestWorld;
let lisi: TestCouncil;
let editor: Visitor;
let publisher: Visitor;
beforeAll(async () => {
  world = await createWorld();
  ({ lisi } = world);
  [editor, publisher] = await Promise.all([signedIn(world, lisi, ["editor"]), signedIn(world, lisi, ["publisher"])]);
  await lisi.db.write((tx) => tx.updateTable("tenant_settings").set({ approval: true }).execute());
});
afterAll(() => world.end());

const textOf = async (answer: Response | Promise<Response>) => (await answer).text();
const placeOf = (id: string) => `/admin/publikimet/${id}`;
const step = (id: string, what: string) => `/admin/redaktimi/publication/${id}/${what}`;
const handOver = (id: string, visitor = editor) => visitor.post(step(id, "dergimi"), { note: "" });
const publish = (id: string) => publisher.post(step(id, "botimi"), { at: "" });
const formOf = async (visitor: Visitor, id: string) => fieldsOn(await textOf(visitor.get(placeOf(id))), "thing");
let count = 0;

/** Something that the editor has written and handed over. */
async function handedOver(fields: Record<string, string> = {}) {
  count += 1;
  const form = {
    element: "V.1.1",
    "title.sq": `Lajmi ${count}`,
    date: "2026-03-02",
    "fields.topic": "budget",
    ...fields,
  };
  const made = await editor.post("/admin/publikimet/i-ri?element=V.1.1", form);
  const id = /\/([0-9a-f-]{36})\?/.exec(made.headers.get("location") ?? "")![1]!;
  expect((await handOver(id)).status).toBe(303);
  return id;
}
const stored = (id: string) =>
  lisi.db.read((tx) =>
    tx.selectFrom("publications").select(["state", "title"]).where("id", "=", id).executeTakeFirstOrThrow(),
  );

/** Those who stand in a queue for something that another holds. */
async function waiting(most: number) {
  for (;;) {
    const { rows } = await world.services.pool.query(
      "select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
    );
    if (rows.length >= most) return;
    await sleep(5);
  }
}

/** Asked one after the other while the publication is held: they come to it in this order, at the same moment. */
async function atOnce(
  id: string,
  asked: readonly (() => Promise<Response>)[],
  meanwhile = async (_: TenantTx): Promise<unknown> => null,
) {
  const answers: Promise<Response>[] = [];
  await lisi.db.write(async (tx) => {
    await tx.selectFrom("publications").select("id").where("id", "=", id).forUpdate().execute();
    for (const ask of asked) {
      answers.push(ask());
      await waiting(answers.length);
    }
    await meanwhile(tx);
  });
  return Promise.all(answers);
}

const sent = (visitor: Visitor, path: string, name: string, file: File, fields: Record<string, string>) => {
  const body = new FormData();
  for (const [field, value] of Object.entries(fields)) body.append(field, value);
  body.append(name, file);
  return world.ask(lisi.host, path, {
    method: "POST",
    headers: { cookie: visitor.cookie!, "sec-fetch-site": "same-origin", accept: "text/html" },
    body,
  });
};
const pdf = async (text: string) =>
  new File([new Uint8Array(await pdfOf(`${text}: letër e Këshillit`))], "a.pdf", { type: "application/pdf" });
async function addPhoto(visitor: Visitor, id: string) {
  const picture = sharp({ create: { width: 800, height: 600, channels: 3, background: "#1c6b3c" } }).jpeg();
  const file = new File([new Uint8Array(await picture.toBuffer())], "a.jpg", { type: "image/jpeg" });
  const texts = { "alternative.sq": "Salla", "caption.sq": "Salla" };
  return sent(visitor, `/admin/fotot/publication/${id}/ngarkimi`, "file", file, texts);
}
const photosOf = (id: string) =>
  lisi.db.read((tx) => tx.selectFrom("publication_photos").selectAll().where("publication_id", "=", id).execute());

describe("While one publishes what was handed over and its author changes it at the same moment", () => {
  it("the public has what was handed over, and a change that comes after waits for whoever may publish", async () => {
    const id = await handedOver();
    const form = await formOf(editor, id);
    const [published, saved] = await atOnce(id, [
      () => publish(id),
      () => editor.post(placeOf(id), { ...form, "title.sq": "Pa miratim" }),
    ]);
    expect([published!.status, saved!.status]).toEqual([303, 403]);
    expect(await stored(id)).toMatchObject({ state: "published", title: { sq: `Lajmi ${count}` } });
  });

  it("a change that comes before is handed over anew, by the form as by the scripts’ way", async () => {
    const id = await handedOver();
    const form = await formOf(editor, id);
    const [saved, published] = await atOnce(id, [
      () => editor.post(placeOf(id), { ...form, "title.sq": "Pa miratim" }),
      () =>
        world.ask(lisi.host, `/api/v1/admin/editing/publication/${id}/publish`, {
          method: "POST",
          headers: { cookie: publisher.cookie!, "sec-fetch-site": "same-origin", "content-type": "application/json" },
          body: "{}",
        }),
    ]);
    expect([saved!.status, published!.status]).toEqual([303, 409]);
    expect(await stored(id)).toMatchObject({ state: "draft" });
  });

  it("an old version is not restored, and no photo taken away, once it is public", async () => {
    const id = await handedOver();
    const form = await formOf(editor, id);
    await editor.post(placeOf(id), { ...form, "summary.sq": "Tjetër" });
    await addPhoto(editor, id);
    await handOver(id);
    const [published, restored, removed] = await atOnce(id, [
      () => publish(id),
      () => editor.post(`${step(id, "versioni")}?n=1`),
      () => editor.post(`/admin/fotot/publication/${id}/heqja`),
    ]);
    expect([published!.status, restored!.status, removed!.status]).toEqual([303, 403, 403]);
    expect(await photosOf(id)).toHaveLength(1);
  });

  it("a photo that was being made for it is not put there once it is public", async () => {
    const id = await handedOver();
    const [published, added] = await atOnce(id, [() => publish(id), () => addPhoto(editor, id)]);
    expect([published!.status, added!.status]).toEqual([303, 403]);
    expect(await photosOf(id)).toEqual([]);
  });
});

describe("What is handed over", () => {
  const again = "Duhet dërguar sërish";

  it("is the files too: another file in the place of a document’s is approved before the public has it", async () => {
    const uploaded = await sent(editor, "/admin/dokumentet/ngarkimi", "files", await pdf("I miratuar"), {});
    expect(uploaded.status).toBe(303);
    const { id: document } = await lisi.db.read((tx) =>
      tx.selectFrom("documents").select("id").orderBy("created_at", "desc").executeTakeFirstOrThrow(),
    );
    const id = await handedOver({ "documents.r0.id": document });
    const version = `/admin/dokumentet/${document}/versioni?as=version`;
    expect((await sent(editor, version, "files", await pdf("I ndërruar"), {})).status).toBe(303);
    const refused = await publish(id);
    expect([refused.status, await refused.text()]).toEqual([409, expect.stringContaining(again)]);
    await handOver(id);
    // Once it is public, only whoever may publish puts another file there.
    expect((await publish(id)).status).toBe(303);
    expect((await sent(editor, version, "files", await pdf("Më vonë"), {})).status).toBe(403);
  });

  it("is the photo too", async () => {
    const id = await handedOver();
    expect((await addPhoto(publisher, id)).status).toBe(303);
    const refused = await publish(id);
    expect([refused.status, await refused.text()]).toEqual([409, expect.stringContaining(again)]);
    await handOver(id);
    expect((await publish(id)).status).toBe(303);
  });

  it("and was changed since, is handed over anew by a button on its page", async () => {
    const id = await handedOver();
    expect(await textOf(editor.get(placeOf(id)))).not.toContain(step(id, "dergimi"));
    await editor.post(placeOf(id), { ...(await formOf(editor, id)), "title.sq": "Ndryshuar" });
    const page = await textOf(editor.get(placeOf(id)));
    expect(page).toContain(step(id, "dergimi"));
    expect(page).toContain("Që atëherë ka ndryshuar: duhet dërguar sërish.");
    expect(await textOf(publisher.get(placeOf(id)))).not.toContain(step(id, "botimi"));
    await handOver(id);
    expect(await textOf(publisher.get(placeOf(id)))).toContain(step(id, "botimi"));
  });

  it("by whoever may publish, has no button to publish it for them", async () => {
    const id = await handedOver();
    const button = step(id, "botimi");
    expect(await textOf(publisher.get(placeOf(id)))).toContain(button);
    await handOver(id, publisher);
    expect(await textOf(publisher.get(placeOf(id)))).not.toContain(button);
    expect((await publish(id)).status).toBe(409);
  });

  it("is not public yet, and counts once: withdrawn, it is handed over anew", async () => {
    const id = await handedOver();
    await publish(id);
    const refused = await handOver(id);
    expect([refused.status, await refused.text()]).toEqual([409, expect.stringContaining("Kjo është tashmë publike")]);
    expect(await textOf(publisher.get("/admin/miratimet"))).not.toContain(id);
    await publisher.post(step(id, "terheqja"), { "reason.sq": "Gabim" });
    expect((await publish(id)).status).toBe(409);
    await handOver(id);
    expect((await publish(id)).status).toBe(303);
  });

  it("with a time set, and handed over anew, waits no more once it was withdrawn", async () => {
    const id = await handedOver();
    await publisher.post(step(id, "botimi"), { at: "2026-03-09T10:00" });
    expect((await handOver(id)).status).toBe(303);
    await publisher.post(step(id, "terheqja"), { "reason.sq": "Gabim" });
    expect((await publish(id)).status).toBe(409);
  });
});

describe("What one gives back with a word while another publishes it", () => {
  it("stays given back, and the word stands", async () => {
    const id = await handedOver();
    let answer!: Promise<Response>;
    await lisi.db.write(async (tx) => {
      await giveBack(tx, await doingOf(tx), { entity: "publication" }, id, "Mungon data.");
      answer = publish(id);
      await waiting(1);
    });
    const refused = await answer;
    expect([refused.status, await refused.text()]).toEqual([409, expect.stringContaining("ndërkohë është kthyer")]);
    expect((await stored(id)).state).toBe("draft");
    expect(await textOf(editor.get(placeOf(id)))).toContain("Mungon data.");
  });
});

/** A publisher of the council, as they act. */
async function doingOf(tx: TenantTx): Promise<Doing> {
  const { id, name, email } = await tx
    .selectFrom("accounts")
    .where("email", "like", "publisher@%")
    .select(["id", "name", "email"])
    .executeTakeFirstOrThrow();
  return {
    actor: { kind: "account", id, name, email, roles: ["publisher"] } as Doing["actor"],
    now: world.clock.now(),
  };
}

describe("What the public was told is withdrawn", () => {
  it("is put into the bin, from which it goes for good, by whoever may publish and by nobody else", async () => {
    const id = await handedOver();
    expect((await publish(id)).status).toBe(303);
    const form = await formOf(publisher, id);
    const reason = { "reason.sq": "Gabim.", "reason.en": "A mistake.", version: form.version! };
    expect((await publisher.post(step(id, "terheqja"), reason)).status).toBe(303);
    const bin = step(id, "koshi");
    expect(await textOf(editor.get(placeOf(id)))).not.toContain(bin);
    expect((await editor.post(bin, {})).status).toBe(403);
    const ofScript = { method: "DELETE", headers: { cookie: editor.cookie!, "sec-fetch-site": "same-origin" } };
    const asked = await world.ask(lisi.host, `/api/v1/admin/editing/publication/${id}`, ofScript);
    expect(asked.status).toBe(403);
    expect(await stored(id)).toMatchObject({ state: "withdrawn" });
    expect(await textOf(publisher.get(placeOf(id)))).toContain(bin);
    expect((await publisher.post(bin, {})).status).toBe(303);
  });
});

it("What is public as soon as it is there is offered as new to nobody who could not save it", async () => {
  const listed = (visitor: Visitor, path: string) => textOf(visitor.get(path));
  expect(await listed(publisher, "/admin/partite")).toContain('href="/admin/partite/i-ri"');
  expect(await listed(editor, "/admin/partite")).not.toContain("/admin/partite/i-ri");
  expect(await listed(editor, "/admin/organet")).toContain('href="/admin/organet/i-ri"');
});
